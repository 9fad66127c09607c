import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';

const takenQuery = z.strictObject({
  /** Whose time: that of a person or a room whose calendar the caller keeps; the caller’s own where neither is named. */
  personId: id.optional(),
  roomId: id.optional(),
  /** At most 62 days. */
  from: instant,
  until: instant.meta({ examples: ['2026-04-09T02:30:00.000Z'] }),
});

export const listTaken = route({
  method: 'GET',
  path: '/api/availability/taken',
  summary:
    'What is booked or held in a calendar that the caller keeps, by time alone; in one’s own, with the session.',
  entered: 'search',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
  ],
  query: takenQuery,
  answer: z.strictObject({
    /** In the order of time. */
    taken: z.array(
      z.strictObject({
        start: instant,
        end: instant,
        /** Held for now, not booked. */
        held: z.boolean(),
        /** In one’s own calendar only: who keeps another’s need not know what it is taken for. */
        sessionId: id.optional(),
      }),
    ),
  }),
  refusals: ['not-found', 'search-window-not-possible'],
});
