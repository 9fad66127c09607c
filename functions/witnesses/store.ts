import * as z from 'zod';
import { parseWitness, witnessKey, type CaseWitness, type Member } from '../cases/port/membership.ts';
import { headKey, parseHead, type Head } from '../custody/port/append.ts';
import type { Door } from '../sessions/port/door.ts';
import { enterSession } from '../sessions/port/enter-session.ts';
import type { Staff } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Change, Item, Store } from '../shared/store/store.ts';
import { consent, riskPlan } from './contract.ts';

/**
 * Every step is an item of its own, numbered from 1 in its series; the last one stands. The only write is a put under a
 * number that nobody has, so nothing that she said can be overwritten. `disclosures` opens the commitments of the entry,
 * by field name.
 */
const common = {
  number: z.number().int().min(1),
  recordedAt: z.string(),
  /** Person id of her holder. */
  recordedBy: z.string(),
};
const disclosures = z.record(z.string(), z.string());

const consentItem = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('record'), record: consent, disclosures }),
  z.object({ ...common, kind: z.literal('withdrawal') }),
]);
const planItem = z.object({ ...common, plan: riskPlan, disclosures });
export type ConsentStep = z.output<typeof consentItem>;
export type PlanStep = z.output<typeof planItem>;

const table = 'witnesses';
const partition = (sessionId: string): string => `session#${sessionId}`;

const put = (sessionId: string, series: string, step: ConsentStep | PlanStep): Change => ({
  kind: 'put',
  table,
  item: {
    pk: partition(sessionId),
    sk: `${series}#${String(step.number).padStart(6, '0')}`,
    ...step,
  } satisfies Item,
  when: 'absent',
  onRefused: 'retry',
});

export const putConsent = (sessionId: string, step: ConsentStep): Change => put(sessionId, 'consent', step);
export const putPlan = (sessionId: string, step: PlanStep): Change => put(sessionId, 'plan', step);

/** The number of the next step; a series that somebody else has continued refuses it, and the caller reads again. */
export const nextNumber = (steps: readonly { readonly number: number }[]): number =>
  (steps.at(-1)?.number ?? 0) + 1;

/** What a step is decided from, read afresh in each try. Both series are oldest first. */
export interface Read {
  readonly door: Door;
  readonly member: Member;
  readonly witness: CaseWitness;
  readonly head: Head | undefined;
  readonly consents: readonly ConsentStep[];
  readonly plans: readonly PlanStep[];
}

/**
 * The session as this member of its case may find it.
 * @throws {Refusal} `not-found` for a missing session and for whoever is not a member, alike; `not-your-role` for a
 * member whose role has changed since
 */
export async function readFor(store: Store, sessionId: string, staff: Staff): Promise<Read> {
  const series = (name: string) =>
    store.query(table, partition(sessionId), { prefix: `${name}#`, descending: true });
  const [{ door, self, found }, consents, plans] = await Promise.all([
    enterSession(store, sessionId, staff, {
      first: [headKey(sessionId)],
      next: ({ caseId }) => [witnessKey(caseId)],
    }),
    series('consent'),
    series('plan'),
  ]);
  return {
    door,
    member: self,
    witness: parseWitness(found(witnessKey(door.caseId))),
    head: parseHead(found(headKey(sessionId))),
    consents: consents.toReversed().map((item) => consentItem.parse(item)),
    plans: plans.toReversed().map((item) => planItem.parse(item)),
  };
}

/** The same, for the one support officer who holds contact with her; any other, of her case too, may not speak for her. */
export async function readForHolder(store: Store, sessionId: string, staff: Staff): Promise<Read> {
  const read = await readFor(store, sessionId, staff);
  if (read.witness.holder !== staff.personId) throw new Refusal('not-your-role');
  return read;
}
