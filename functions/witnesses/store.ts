import { dayWhere } from '../cases/port/day-where.ts';
import * as z from 'zod';
import { witnessesIn, witnessKeys, type CaseWitness, type Member } from '../cases/port/membership.ts';
import { enterParty, type EnteredParty } from '../cases/port/enter-party.ts';
import { enterSession, type Entered } from '../sessions/port/enter-session.ts';
import { assertMayOpen } from '../sessions/port/may-open-gate.ts';
import { Refusal } from '../shared/refusals.ts';
import { heardIn } from '../sessions/port/door.ts';
import type { Staff } from '../shared/access/roles.ts';
import { nextNumber, stepFields, type Series, type Step } from '../shared/store/numbered-series.ts';
import type { Key, Store } from '../shared/store/store.ts';
import { keptConsent } from './consent/age.ts';
import { waivableWish, waivedBy } from './contract.ts';
import { earlierConsent, earlierPlan } from './earlier/contract.ts';
import type { OnCallHours } from '../shared/values/on-call.ts';
import { fullPlan, reviewTriggers, type FullPlan } from './plan/contract.ts';
import { noContactOf } from './plan/no-contact.ts';
import { planOn } from './plan/standing.ts';
import { standsTo } from './where-they-are.ts';

/** `disclosures` opens the commitments of the entry, by field name. */
const disclosures = z.record(z.string(), z.string());

const consentItem = z.discriminatedUnion('kind', [
  z.object({
    ...stepFields,
    kind: z.literal('record'),
    record: z.union([keptConsent, earlierConsent]),
    disclosures,
  }),
  z.object({ ...stepFields, kind: z.literal('withdrawal') }),
  // Who said so was not asked at first.
  z.object({
    ...stepFields,
    kind: z.literal('wish-waived'),
    /** Of what was waived before a supporter could be. */
    wish: waivableWish.default('womanInterpreter'),
    said: waivedBy.optional(),
  }),
]);
/** Before two had to agree, a plan was all that was kept, and did not say what kind of step it was. */
const earlierItem = z.object({
  ...stepFields,
  kind: z.literal('earlier').default('earlier'),
  plan: earlierPlan,
  disclosures,
});
const planItem = z.union([
  z.discriminatedUnion('kind', [
    z.object({ ...stepFields, kind: z.literal('plan'), plan: fullPlan, disclosures }),
    z.object({
      ...stepFields,
      kind: z.literal('word'),
      decision: z.enum(['go', 'no-go']),
      plan: z.int().optional(),
    }),
    z.object({ ...stepFields, kind: z.literal('review'), trigger: z.enum(reviewTriggers), disclosures }),
  ]),
  earlierItem,
]);
export type ConsentStep = z.output<typeof consentItem>;
export type PlanStep = z.output<typeof planItem>;
type NewPlanStep = PlanStep extends infer Each
  ? Each extends unknown
    ? Omit<Each, keyof Step>
    : never
  : never;

export const consents: Series<ConsentStep> = { table: 'witnesses', name: 'consent', item: consentItem };
export const plans: Series<PlanStep> = { table: 'witnesses', name: 'plan', item: planItem };

/** What stands by each of them. */
export const consentOf = { gate: 'consent', series: consents } as const;
export const planOf = { gate: 'riskPlan', series: plans } as const;

/**
 * A person to be heard, for the one support officer who holds contact with them; any other, of the same case too, may not
 * speak for them.
 * @throws {Refusal} those of `enterParty`; `not-your-role`
 */
export async function enterAsHolder(
  gate: 'consent' | 'riskPlan',
  store: Store,
  params: { readonly caseId: string; readonly party: string },
  staff: Staff,
  more: readonly Key[],
): Promise<EnteredParty> {
  const entered = await enterParty(store, params, staff, more);
  assertMayOpen(gate, staff, { holders: [entered.witness.holder] });
  return entered;
}

/**
 * A session with the person who is heard in it, for what was recorded while consent and plan were of one session.
 * @throws {Refusal} those of `enterSession`; `gate-not-needed` where nobody is heard
 */
export async function enterWithWitness(
  store: Store,
  sessionId: string,
  staff: Staff,
): Promise<Entered & { readonly witness: CaseWitness }> {
  const entered = await enterSession(store, sessionId, staff, {
    next: (door) => witnessKeys(door.caseId, heardIn(door)),
  });
  const [witness] = witnessesIn(entered.found, entered.door.caseId, heardIn(entered.door));
  if (witness === undefined) throw new Refusal('gate-not-needed');
  return { ...entered, witness };
}

/** A decision of an officer's own, about somebody. */
export const officerOn = ({ role }: Member, { pseudonym }: CaseWitness) =>
  ({
    authority: { kind: 'role', ref: role },
    subject: { kind: 'witness', ref: pseudonym },
  }) as const;

/** The steps as they will be, to see what then stands. */
export const withNext = (
  before: readonly PlanStep[],
  step: NewPlanStep,
  { actor, now }: { readonly actor: Staff; readonly now: Date },
): readonly PlanStep[] => [
  ...before,
  {
    ...step,
    number: nextNumber(before),
    recordedAt: now.toISOString(),
    recordedBy: actor.personId,
  },
];

/** When somebody answers, and not who. */
const hoursAlone = ({ zone, weekdays, from, until }: OnCallHours) => ({
  zone,
  weekdays: [...weekdays],
  from,
  until,
});

/** What stands of a plan, for the case. */
export function standingOfPlan(steps: readonly PlanStep[], witness: CaseWitness, now: Date) {
  const { state, lastDay, turn } = planOn(steps, dayWhere(witness, now));
  const plan = steps.findLast((step) => step.kind === 'plan')?.plan;
  return {
    state,
    ...standsTo(witness, lastDay),
    ...(turn && { turn }),
    ...(state === 'open' && plan && { onCall: plan.onCall.map(hoursAlone), aftercare: [...plan.aftercare] }),
    ...(plan && keptAnyhow(plan, witness)),
  };
}

/** Whom of the case somebody must never meet, and who may halt; both hold as soon as they are said, whatever becomes of the plan. */
export function keptAnyhow(
  plan: Pick<FullPlan, 'noContact' | 'mayHalt'>,
  { pseudonym }: Pick<CaseWitness, 'pseudonym'>,
) {
  return { noContact: noContactOf(plan, pseudonym), mayHalt: [...plan.mayHalt] };
}
