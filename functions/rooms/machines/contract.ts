import * as z from 'zod';
import { machine, turn, turned } from '../../media/contract.ts';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { sessionParams } from '../contract.ts';

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

export const reportStall = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/stalls',
  summary:
    'A page of the screened side says that nothing of the court comes any more; it counts where no observer is there.',
  urgency: 'entering',
  who: ['defence-counsel', 'custody-officer', 'accused', 'interpreter'],
  params: sessionParams,
  body: z.strictObject({ milliseconds: z.int().min(0).max(600_000) }),
  answer: z.strictObject({}),
  status: 201,
  refusals: ['hold-not-confirmed', 'room-ended', 'not-admitted', 'asked-too-often', 'media-unreachable'],
});
