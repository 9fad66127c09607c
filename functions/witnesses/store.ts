import * as z from 'zod';
import { witnessesIn, witnessKeys, type CaseWitness } from '../cases/port/membership.ts';
import { enterParty, type EnteredParty } from '../cases/port/enter-party.ts';
import { enterSession, type Entered } from '../sessions/port/enter-session.ts';
import { assertMayOpen } from '../sessions/port/may-open-gate.ts';
import { Refusal } from '../shared/refusals.ts';
import { heardIn } from '../sessions/port/door.ts';
import type { Staff } from '../shared/access/roles.ts';
import { stepFields, type Series } from '../shared/store/numbered-series.ts';
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
