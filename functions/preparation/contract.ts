import * as z from 'zod';
import { staffRole } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { gateState } from '../sessions/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { tells } from '../shared/values/personal-fields.ts';
import { humanText } from '../shared/values/text.ts';
import { together } from '../shared/values/together.ts';
import { taskNames } from './after/contract.ts';
import { itemNames, phaseNames, tickStates } from './checklist/contract.ts';
import { outcome, testResult } from './test-call/contract.ts';

const sessionParams = z.strictObject({ sessionId: id });

/** Who did something, as the case knows them, and when. */
const by = { role: staffRole, pseudonym: z.string(), at: instant };

const reason = humanText('preparation', 300);

export const readPreparation = route({
  method: 'GET',
  path: '/api/preparation/:sessionId',
  summary: 'How a session is prepared in which somebody is heard: its checklist, and what its tests came to.',
  entered: 'case',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'judge', 'technician'],
  params: sessionParams,
  answer: z.strictObject({
    /** Of the gate `rehearsal`; `untested` is no yes. */
    gate: gateState,
    items: z.array(
      z.strictObject({
        item: z.enum(itemNames),
        phase: z.enum(phaseNames),
        by: z.array(staffRole),
        dueAt: instant,
        state: z.enum(tickStates),
        /** It is open, and its hour has passed. */
        late: z.boolean(),
        /** Why it does not apply. */
        reason: tells('preparation', z.string()).optional(),
        ticked: z.strictObject(by).optional(),
        /** The one who reads ticks it. */
        mine: z.boolean(),
      }),
    ),
    /** Every one, the latest first. */
    results: z.array(
      testResult.extend({
        number: z.int(),
        outcome,
        limits: tells('preparation', z.string()).optional(),
        ...by,
      }),
    ),
    /** That a test failed was set aside, and none was entered since. */
    setAside: z.strictObject({ ...by, reason: tells('preparation', z.string()) }).optional(),
    mayRecord: z.boolean(),
    maySetAside: z.boolean(),
  }),
  refusals: ['gate-not-needed'],
});

export const tickItem = route({
  method: 'POST',
  path: '/api/preparation/:sessionId/ticks',
  summary:
    'Ticks one item of a session’s checklist, takes the tick back, or says why the item does not apply.',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'technician'],
  params: sessionParams,
  body: z
    .strictObject({ item: z.enum(itemNames), state: z.enum(tickStates), reason: reason.optional() })
    .refine(
      (tick) => (tick.state === 'not-applicable') === (tick.reason !== undefined),
      together('A reason is given where an item does not apply, and nowhere else.', 'reason'),
    ),
  answer: z.strictObject({ state: z.enum(tickStates) }),
  status: 201,
  refusals: ['gate-not-needed', 'hold-not-confirmed', 'room-ended', 'too-many-entries'],
});

export const recordTest = route({
  method: 'POST',
  path: '/api/preparation/:sessionId/results',
  summary:
    'What a rehearsal or a test call came to, point by point: a failed one closes the gate until one passes. Earlier ones stay.',
  who: ['clerk', 'support-officer', 'attending-officer', 'technician'],
  params: sessionParams,
  body: testResult,
  answer: z.strictObject({ number: z.int(), outcome, gate: gateState }),
  status: 201,
  refusals: ['gate-not-needed', 'hold-not-confirmed', 'room-ended', 'too-many-entries'],
});

export const setTestAside = route({
  method: 'POST',
  path: '/api/preparation/:sessionId/setting-aside',
  summary:
    'The session is held although its last test failed: by whoever answers for it, with the reason, and never by whoever tested.',
  who: ['judge', 'prosecutor'],
  params: sessionParams,
  body: z.strictObject({
    /** Of the result that is set aside, so that nobody sets aside what they have not read. */
    number: z.int().min(1).max(1_000_000),
    reason,
  }),
  answer: z.strictObject({ gate: gateState }),
  status: 201,
  refusals: ['gate-not-needed', 'hold-not-confirmed', 'room-ended', 'changed-meanwhile'],
});

/** What happened: a session, by id, or that consent was taken back. */
const occasion = z.union([id, z.literal('withdrawal')]);

export const listTasks = route({
  method: 'GET',
  path: '/api/preparation/tasks',
  summary:
    'What the caller has to do for those with whom they hold contact, after they were heard or took consent back.',
  entered: 'case',
  who: ['support-officer'],
  answer: z.strictObject({
    tasks: z.array(
      z.strictObject({
        caseId: id,
        /** The case's, by which the office knows it. */
        reference: z.string(),
        party: z.string(),
        occasion,
        /** When that happened. */
        since: instant,
        task: z.enum(taskNames),
        dueAt: instant,
        state: z.enum(['open', 'done', 'not-needed']),
        /** It is open, and its hour has passed. */
        late: z.boolean(),
        note: tells('taskNote', z.string()).optional(),
        closedAt: instant.optional(),
      }),
    ),
  }),
});

export const closeTask = route({
  method: 'POST',
  path: '/api/preparation/tasks/:caseId/:party',
  summary: 'Whoever holds contact says that a task was done, or why it is not needed.',
  who: ['support-officer'],
  params: z.strictObject({ caseId: id, party: pseudonym }),
  body: z.strictObject({
    occasion,
    task: z.enum(taskNames),
    state: z.enum(['done', 'not-needed']),
    note: humanText('taskNote', 500),
  }),
  answer: z.strictObject({ state: z.enum(['done', 'not-needed']) }),
  status: 201,
  refusals: ['does-not-fit'],
});
