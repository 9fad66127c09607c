import * as z from 'zod';
import { machine, turn, turned } from '../../media/contract.ts';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';

/** What the machines of a hearing ask; nobody else knows the secret that it takes. */
export const takeTurn = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/machines/:machine/turns',
  summary:
    'The turn of a machine of a hearing, about once in a second: it says where it is and what it sees, and is told where to be, with a pass for each room that it is not in yet.',
  urgency: 'entering',
  who: 'anyone',
  params: z.strictObject({ sessionId: id, machine }),
  body: turn,
  answer: turned,
  refusals: ['not-found', 'media-unreachable'],
});
