import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import { stepFields, type Series } from '../shared/store/numbered-series.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Change, Store } from '../shared/store/store.ts';
import { instant } from '../shared/values/instants.ts';
import { pairMeasures } from './measures/contract.ts';
import {
  matterName,
  ordersPartition,
  standingOrderKey,
  type MatterRef,
  type Period,
  type StandingOrder,
} from './port/standing-orders.ts';

/** How orders lie in the table: every step an item, nothing overwritten, and one item for what stands of each matter. */

const ofStep = {
  ...stepFields,
  /** Whoever said it, as the case has them. */
  role,
  pseudonym: z.string(),
  about: z.union([
    z.strictObject({ kind: z.literal('pair'), protected: z.string(), from: z.string() }),
    z.strictObject({ kind: z.literal('in-camera'), sessionId: z.string() }),
  ]),
  /** Opens the commitments of the entry, by field name. */
  disclosures: z.record(z.string(), z.string()),
};

const step = z.discriminatedUnion('kind', [
  z.object({
    ...ofStep,
    kind: z.literal('application'),
    measures: pairMeasures.optional(),
    ground: z.string(),
    forTheJudge: z.string().optional(),
  }),
  z.object({ ...ofStep, kind: z.literal('statement'), statement: z.string() }),
  z.object({
    ...ofStep,
    kind: z.literal('decision'),
    decision: z.enum(['made', 'changed', 'lifted', 'declined']),
    measures: pairMeasures.optional(),
    from: instant.optional(),
    until: instant.optional(),
    overPlan: pairMeasures.optional(),
    reasons: z.string(),
    defence: z
      .strictObject({ was: z.enum(['heard', 'not-heard']), reason: z.string().optional() })
      .optional(),
  }),
]);
export type StoredStep = z.output<typeof step>;

const prefix = 'step#';

export const stepsOf = (about: MatterRef): Series<StoredStep> => ({
  table: 'orders',
  name: `${prefix}${matterName(about)}`,
  item: step,
});

/** Every step of a case, by matter and number. */
export async function readAllSteps(store: Store, caseId: string): Promise<readonly StoredStep[]> {
  const items = await queryAll(store, 'orders', ordersPartition(caseId), { prefix });
  return items.map((item) => step.parse(item));
}

/** The next version of what stands, over the one that was read. */
export function putStandingOrder(
  { caseId, about }: { readonly caseId: string; readonly about: MatterRef },
  before: StandingOrder | undefined,
  periods: readonly Period[],
): Change {
  const { table, pk, sk } = standingOrderKey(caseId, about);
  return {
    kind: 'put',
    table,
    item: { pk, sk, caseId, matter: about, version: (before?.version ?? 0) + 1, periods },
    when: before === undefined ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}

const testimony = z.discriminatedUnion('kind', [
  z.object({
    ...stepFields,
    kind: z.literal('ordered'),
    basis: z.string(),
    /** What the person wants themselves. */
    wishes: z.string(),
    reasons: z.string(),
    until: instant.optional(),
    disclosures: z.record(z.string(), z.string()),
  }),
  z.object({
    ...stepFields,
    kind: z.literal('lifted'),
    reasons: z.string(),
    disclosures: z.record(z.string(), z.string()),
  }),
]);
export type TestimonyStep = z.output<typeof testimony>;
/** By person: whether somebody was ordered to testify. */
export const testimonies: Series<TestimonyStep> = { table: 'orders', name: 'testimony', item: testimony };
