import * as z from 'zod';
import { role, staffRole } from '../../shared/access/roles.ts';
import { route } from '../../shared/http/contract.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { onCallRoles } from '../on-call/contract.ts';

/** Who can press the silent alarm: whoever is heard, and who sits beside them. */
export const callers = ['witness', 'guardian', 'support-person'] as const;

/** `none` too once whoever came says that it is over. */
export const helpState = z.enum(['none', 'called', 'coming']);
export type HelpState = z.infer<typeof helpState>;

const sessionParams = z.strictObject({ sessionId: id });

export const callHelp = route({
  method: 'POST',
  path: '/api/help/:sessionId/calls',
  summary:
    'The silent alarm: calls those who are on call, one after the other. While it rings, pressing again changes nothing; no answer to anybody else shows it.',
  urgency: 'stopping',
  who: callers,
  params: sessionParams,
  body: z.strictObject({}),
  answer: z.strictObject({ help: helpState }),
  status: 201,
});

export const readOwnCall = route({
  method: 'GET',
  path: '/api/help/:sessionId/calls',
  summary: 'Whether the caller’s own silent alarm was heard. It leaves no trace.',
  who: callers,
  params: sessionParams,
  answer: z.strictObject({ help: helpState }),
});

const ringingAlarm = z.strictObject({
  sessionId: id,
  /** Whose alarm it is. */
  seat: role,
  pseudonym: z.string(),
  since: instant,
  /** It rings for the reader: nobody has answered, and it is their turn. */
  rings: z.boolean(),
  coming: z
    .strictObject({ role: staffRole, pseudonym: z.string(), at: instant, mine: z.boolean() })
    .optional(),
});

export const listCalls = route({
  method: 'GET',
  path: '/api/help/calls',
  summary:
    'The silent alarms for which the reader is called now. Pages ask again and again; it leaves no trace.',
  who: onCallRoles,
  answer: z.strictObject({ calls: z.array(ringingAlarm) }),
});

export const answerCall = route({
  method: 'POST',
  path: '/api/help/:sessionId/answers',
  summary:
    'Somebody who is on call is on the way, and then says that it is over. It rings no more; whoever pressed sees that somebody comes.',
  urgency: 'stopping',
  who: onCallRoles,
  params: sessionParams,
  body: z.strictObject({ pseudonym, state: z.enum(['coming', 'over']) }),
  answer: ringingAlarm,
  status: 201,
  refusals: ['changed-meanwhile'],
});
