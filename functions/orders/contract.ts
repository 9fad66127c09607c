import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { tells, type ToldBy } from '../shared/values/personal-fields.ts';
import { humanText } from '../shared/values/text.ts';
import { matter, pairMeasures } from './measures/contract.ts';

/** Orders of the court on who may see, hear and meet whom. Everybody is named by pseudonym. */

const caseParams = z.strictObject({ caseId: id });

const words = (told: ToldBy) => humanText(told, 1200, { lines: true });

/** What is asked for or ordered: of a pair its measures; in camera is a measure by itself. */
const wanted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pair'), protected: pseudonym, from: pseudonym, measures: pairMeasures }),
  z.strictObject({ kind: z.literal('in-camera'), sessionId: id }),
]);

export const applyForOrder = route({
  method: 'POST',
  path: '/api/orders/:caseId/applications',
  summary:
    'Asks the court for a protective measure between two persons of a case, or that a session is held in camera.',
  who: ['prosecutor', 'support-officer', 'victim-counsel'],
  params: caseParams,
  body: z.strictObject({
    wanted,
    /** Why, as the defence may read it. */
    ground: words('order'),
    /** What is for the judge alone. */
    forTheJudge: words('forTheJudge').optional(),
  }),
  answer: z.strictObject({ step: z.int() }),
  status: 201,
  refusals: ['does-not-fit', 'waits-for-judge'],
});

export const stateDefence = route({
  method: 'POST',
  path: '/api/orders/:caseId/statements',
  summary: 'Counsel of the defence says what it has to say on a measure that is asked for or ordered.',
  who: ['defence-counsel'],
  params: caseParams,
  body: z.strictObject({ about: matter, statement: words('order') }),
  answer: z.strictObject({ step: z.int() }),
  status: 201,
  refusals: ['nothing-to-decide', 'waits-for-judge'],
});

/** Whether the defence was heard, or why not. */
const defence = z.discriminatedUnion('was', [
  z.strictObject({ was: z.literal('heard') }),
  z.strictObject({ was: z.literal('not-heard'), reason: humanText('order', 400, { lines: true }) }),
]);

const validity = {
  /** From when on; at once where it is not said. */
  from: instant.optional(),
  /** From then on it holds no more; without it, until the judge says otherwise. */
  until: instant.optional(),
};

const ruling = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('order'),
    wanted,
    ...validity,
    /** What the risk plan asks, as the judge read it: that this is ruled on. Without it the stricter of both holds. */
    overPlan: pairMeasures.optional(),
    defence,
  }),
  z.strictObject({ decision: z.literal('lift'), about: matter, from: instant.optional(), defence }),
  /** What was asked for is not ordered. */
  z.strictObject({ decision: z.literal('decline'), about: matter }),
]);
export type Ruling = z.output<typeof ruling>;

export const decideOrder = route({
  method: 'POST',
  path: '/api/orders/:caseId/decisions',
  summary:
    'A judge of the case orders, changes or lifts a protective measure, or declines what was asked for, once the defence was heard or with the reason why it was not.',
  who: ['judge'],
  params: caseParams,
  body: z.strictObject({
    ruling,
    /** The number of the last step that the judge read on this; 0 where there was none. */
    read: z.int().min(0).max(1_000_000),
    reasons: words('order'),
  }),
  answer: z.strictObject({ step: z.int() }),
  status: 201,
  refusals: ['does-not-fit', 'changed-meanwhile', 'defence-not-heard', 'nothing-to-decide'],
});

export const orderToTestify = route({
  method: 'POST',
  path: '/api/orders/:caseId/testimony/:party',
  summary:
    'A judge of the case orders a witness to testify, which stands in the place of their consent, with what they want themselves; or lifts that. Never of a victim or a child.',
  who: ['judge'],
  params: caseParams.extend({ party: pseudonym }),
  body: z.strictObject({
    decision: z.discriminatedUnion('is', [
      z.strictObject({
        is: z.literal('ordered'),
        /** Act and section by which a summons compels. */
        basis: humanText('office', 200),
        /** What the person wants themselves, as they said it. */
        wishes: words('wishes'),
        until: instant.optional(),
      }),
      z.strictObject({ is: z.literal('lifted') }),
    ]),
    /** The version of what stood of their consent, as the judge read it; 0 where nothing did. */
    read: z.int().min(0).max(1_000_000),
    reasons: words('order'),
  }),
  answer: z.strictObject({ gate: z.enum(['open', 'missing', 'refused']) }),
  status: 201,
  refusals: ['does-not-fit', 'changed-meanwhile', 'not-compelled', 'nothing-to-decide'],
});

const by = z.strictObject({ role, pseudonym: z.string() });
const at = { step: z.int(), at: instant, by };

/** One step of the history, as whoever reads it may see it. */
export const shownStep = z.discriminatedUnion('kind', [
  z.strictObject({
    ...at,
    kind: z.literal('application'),
    measures: pairMeasures.optional(),
    ground: tells('order', z.string()),
    /** For judges, and for the one who wrote it. */
    forTheJudge: tells('forTheJudge', z.string()).optional(),
  }),
  z.strictObject({ ...at, kind: z.literal('statement'), statement: tells('order', z.string()) }),
  z.strictObject({
    ...at,
    kind: z.literal('decision'),
    decision: z.enum(['made', 'changed', 'lifted', 'declined']),
    measures: pairMeasures.optional(),
    from: instant.optional(),
    until: instant.optional(),
    reasons: tells('order', z.string()),
    defence: z
      .strictObject({ was: z.enum(['heard', 'not-heard']), reason: tells('order', z.string()).optional() })
      .optional(),
    /** Whether a difference to the plan was ruled on; for judges, and for the one who holds contact. */
    overPlan: z.literal(true).optional(),
  }),
]);

export const shownMatter = z.strictObject({
  about: matter,
  /** What is ordered now; not there: nothing is. */
  now: z
    .strictObject({ measures: pairMeasures.optional(), from: instant, until: instant.optional() })
    .optional(),
  /** What is ordered from a later instant on. */
  ahead: z.array(
    z.strictObject({
      measures: pairMeasures.optional(),
      from: instant,
      until: instant.optional(),
      lifted: z.boolean(),
    }),
  ),
  /** What the risk plan asks between the two; for judges, and for the one who holds contact. */
  plan: pairMeasures.optional(),
  /** Of a pair: what is kept between the two at this moment. */
  kept: pairMeasures.optional(),
  /** Plan and order differ, and the judge has not ruled on it; for those who see the plan. */
  differs: z.boolean(),
  /** Something was asked for and waits for the judge. */
  waits: z.boolean(),
  /** The defence has said something since the last decision. */
  defenceSaid: z.boolean(),
  /** The number of the last step. */
  read: z.int(),
  /** The last one first. */
  steps: z.array(shownStep),
});

export const readOrders = route({
  method: 'GET',
  path: '/api/orders/:caseId',
  entered: 'case',
  summary:
    'The court’s orders of a case with what was asked for and said before them, as far as they are about somebody for whom the caller speaks.',
  who: ['prosecutor', 'clerk', 'support-officer', 'judge', 'defence-counsel', 'victim-counsel'],
  params: caseParams,
  answer: z.strictObject({
    matters: z.array(shownMatter),
    /** Of those whom a summons compels; for judges, prosecutor and clerk, and for the one who holds contact. */
    testimony: z.array(
      z.strictObject({
        party: z.string(),
        /** How their consent stands, or the order in its place. */
        state: z.enum(['missing', 'open', 'refused']),
        byOrder: z.boolean(),
        until: instant.optional(),
        read: z.int(),
        basis: tells('office', z.string()).optional(),
        /** For judges, and for the one who holds contact; to others that they are recorded. */
        wishes: tells('wishes', z.string()).optional(),
      }),
    ),
    /** Whom an order can be about; for those who ask for one or make it. */
    people: z.array(z.strictObject({ role, pseudonym: z.string() })),
    /** For whom the caller may ask; not there: for everybody. */
    mayAskFor: z.array(z.string()).optional(),
    /** The caller is a judge of the court whose case it is. */
    decides: z.boolean(),
  }),
});
