import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { humanText } from '../../shared/values/text.ts';
import { asideReason, gateName, openPoint, sessionParams } from '../contract.ts';

/** How a gate that is missing is set aside for one session, and how that is taken back. */

const doorAfter = z.strictObject({ gates: z.array(openPoint) });

export const setGateAside = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/aside',
  summary:
    'A named power sets a missing gate aside for this session as it stands, with a reason; never consent, and nothing that was decided against.',
  who: ['judge', 'central-authority'],
  params: sessionParams,
  body: z.strictObject({
    gate: gateName,
    reason: asideReason,
    /** Why, in words; sealed into the case's log. No name and no place. */
    words: humanText('aside', 400, { lines: true }),
  }),
  answer: doorAfter,
  status: 201,
  refusals: [
    'never-set-aside',
    'changed-meanwhile',
    'condition-not-kept',
    'gate-not-needed',
    'hold-not-confirmed',
    'room-ended',
  ],
});

export const restoreGate = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/aside/end',
  summary: 'A gate that was set aside is waited for again, at once.',
  who: ['judge', 'central-authority'],
  params: sessionParams,
  body: z.strictObject({ gate: gateName }),
  answer: doorAfter,
  status: 201,
  refusals: ['changed-meanwhile', 'hold-not-confirmed', 'never-set-aside', 'room-ended'],
});
