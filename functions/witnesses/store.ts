import * as z from 'zod';
import { witnessesIn, witnessKeys, type CaseWitness } from '../cases/port/membership.ts';
import { enterSession, type Entered } from '../sessions/port/enter-session.ts';
import type { Gate } from '../sessions/port/gate-decision.ts';
import type { GateName } from '../sessions/port/gates.ts';
import { assertMayOpen } from '../sessions/port/may-open-gate.ts';
import { Refusal } from '../shared/refusals.ts';
import { heardIn } from '../sessions/port/door.ts';
import type { Staff } from '../shared/access/roles.ts';
import { stepFields, type Series, type Step } from '../shared/store/numbered-series.ts';
import type { Key, Store } from '../shared/store/store.ts';
import { consent, riskPlan } from './contract.ts';

/** `disclosures` opens the commitments of the entry, by field name. */
const disclosures = z.record(z.string(), z.string());

const consentItem = z.discriminatedUnion('kind', [
  z.object({ ...stepFields, kind: z.literal('record'), record: consent, disclosures }),
  z.object({ ...stepFields, kind: z.literal('withdrawal') }),
]);
const planItem = z.object({ ...stepFields, plan: riskPlan, disclosures });
type ConsentStep = z.output<typeof consentItem>;
type PlanStep = z.output<typeof planItem>;

export const consents: Series<ConsentStep> = { table: 'witnesses', name: 'consent', item: consentItem };
export const plans: Series<PlanStep> = { table: 'witnesses', name: 'plan', item: planItem };

/** A session with the person who is heard in it. */
export interface WithWitness extends Entered {
  readonly witness: CaseWitness;
}

/** @throws {Refusal} those of `enterSession` */
export async function enterWithWitness(
  store: Store,
  sessionId: string,
  staff: Staff,
  first: readonly Key[] = [],
): Promise<WithWitness> {
  const next: Parameters<typeof enterSession>[3] = {
    first,
    next: (door) => witnessKeys(door.caseId, heardIn(door)),
  };
  const entered = await enterSession(store, sessionId, staff, next);
  const [witness] = witnessesIn(entered.found, entered.door.caseId, heardIn(entered.door));
  // Nobody is heard in a meeting of authorities.
  if (witness === undefined) throw new Refusal('gate-not-needed');
  return { ...entered, witness };
}

/**
 * The same, for the one support officer who holds contact with the witness; any other, of the same case too, may not speak
 * for them.
 */
const enterAsHolder =
  (gate: GateName): Gate<WithWitness, Step>['enter'] =>
  async (store, sessionId, staff, first) => {
    const entered = await enterWithWitness(store, sessionId, staff, first);
    assertMayOpen(gate, staff, { holders: [entered.witness.holder] });
    return entered;
  };

export const consentGate: Gate<WithWitness, ConsentStep> = {
  gate: 'consent',
  series: consents,
  enter: enterAsHolder('consent'),
};
export const riskPlanGate: Gate<WithWitness, PlanStep> = {
  gate: 'riskPlan',
  series: plans,
  enter: enterAsHolder('riskPlan'),
};
