import * as z from 'zod';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Change, Key, Store } from '../../shared/store/store.ts';
import { instant, type Instant } from '../../shared/values/instants.ts';
import { pairMeasures, type Matter } from '../measures/contract.ts';
import type { Ordered } from './measures.ts';

/**
 * The published port of `orders` on which order of the court stands: one item for each matter, which is a pair of persons or,
 * where the court sits in camera, a session. A pass checks those that are about it in its own transaction. What was applied
 * for, said and decided lies with `orders`.
 */

/** What an order is about, as it is stored and as it is asked for by what a door says. */
export type MatterRef =
  | { readonly kind: 'pair'; readonly protected: string; readonly from: string }
  | { readonly kind: 'in-camera'; readonly sessionId: string };

/** What something that is wanted is about. */
export const matterOf = (wanted: Matter): Matter =>
  wanted.kind === 'pair'
    ? { kind: 'pair', protected: wanted.protected, from: wanted.from }
    : { kind: 'in-camera', sessionId: wanted.sessionId };

export const matterName = (of: MatterRef): string =>
  of.kind === 'pair' ? `pair#${of.protected}#${of.from}` : `in-camera#${of.sessionId}`;

/** What holds from an instant on, and until when. */
const period = z.strictObject({
  from: instant,
  /** From then on it holds no more, and what there is without an order does, unless another one begins then. */
  until: instant.optional(),
  /** Not there: what was ordered is lifted from then on. */
  ordered: z
    .strictObject({
      /** Of a pair. */
      measures: pairMeasures.optional(),
      ruledOn: pairMeasures.optional(),
    })
    .optional(),
  /** Of the entry in the case's log that says so, in base64. */
  leafHash: z.string(),
});
export type Period = z.output<typeof period>;

const standingOrder = z.object({
  caseId: z.string(),
  version: z.int().min(1),
  matter: z.union([
    z.strictObject({ kind: z.literal('pair'), protected: z.string(), from: z.string() }),
    z.strictObject({ kind: z.literal('in-camera'), sessionId: z.string() }),
  ]),
  /** By when each begins. */
  periods: z.array(period),
});
export type StandingOrder = z.output<typeof standingOrder>;

const prefix = 'standing#';

/** Everything of one case lies in one partition. */
export const ordersPartition = (caseId: string): string => `case#${caseId}`;

export const standingOrderKey = (caseId: string, of: MatterRef): Key => ({
  table: 'orders',
  pk: ordersPartition(caseId),
  sk: `${prefix}${matterName(of)}`,
});

export const parseStandingOrder = (item: unknown): StandingOrder | undefined =>
  item === undefined ? undefined : standingOrder.parse(item);

/** All that stands in a case. */
export async function readStandingOrders(store: Store, caseId: string): Promise<readonly StandingOrder[]> {
  const items = await queryAll(store, 'orders', ordersPartition(caseId), { prefix });
  return items.flatMap((item) => parseStandingOrder(item) ?? []);
}

/** Which case and matter a record of the table's stream is about. @returns undefined for any other item */
export function orderOfRecord(
  pk: string,
  sk: string,
): { readonly caseId: string; readonly matter: MatterRef } | undefined {
  if (!pk.startsWith('case#') || !sk.startsWith(prefix)) return undefined;
  const caseId = pk.slice('case#'.length);
  const [kind, first = '', second = ''] = sk.slice(prefix.length).split('#');
  if (kind === 'pair') return { caseId, matter: { kind, protected: first, from: second } };
  return kind === 'in-camera' ? { caseId, matter: { kind, sessionId: first } } : undefined;
}

/** Which of its periods an order is in: the last that has begun, and has not ended. */
export function periodAt({ periods }: Pick<StandingOrder, 'periods'>, now: Instant): Period | undefined {
  const begun = periods.findLast(({ from }) => from <= now);
  return begun?.until === undefined || now < begun.until ? begun : undefined;
}

/** What is ordered between pairs at a moment. */
export const orderedAt = (orders: readonly StandingOrder[], now: Instant): readonly Ordered[] =>
  orders.flatMap((order) => {
    const ordered = periodAt(order, now)?.ordered;
    const { matter: of } = order;
    if (of.kind !== 'pair' || ordered?.measures === undefined) return [];
    const { measures, ruledOn } = ordered;
    return [{ protected: of.protected, from: of.from, measures, ruledOn }];
  });

/** Whether the court ordered that a session is held in camera. */
export const isInCamera = (orders: readonly StandingOrder[], sessionId: string, now: Instant): boolean =>
  orders.some(
    (order) =>
      order.matter.kind === 'in-camera' &&
      order.matter.sessionId === sessionId &&
      periodAt(order, now)?.ordered !== undefined,
  );

/** Holds these matters as they were read, while something else happens in the same transaction. */
export const checkOrders = (
  caseId: string,
  matters: readonly MatterRef[],
  read: readonly StandingOrder[],
): readonly Change[] =>
  matters.map((of) => {
    const order = read.find((each) => matterName(each.matter) === matterName(of));
    return {
      kind: 'check',
      key: standingOrderKey(caseId, of),
      when: order === undefined ? 'absent' : { version: order.version },
      onRefused: 'retry',
    };
  });

/** The matters that can keep somebody out of a session in which these have a seat. */
export const mattersOf = (
  {
    sessionId,
    seats,
  }: { readonly sessionId: string; readonly seats: readonly { readonly pseudonym: string }[] },
  me: string,
): readonly MatterRef[] => [
  { kind: 'in-camera', sessionId },
  ...[...new Set(seats.map(({ pseudonym: who }) => who))]
    .filter((who) => who !== me)
    .map((who): MatterRef => ({ kind: 'pair', protected: who, from: me })),
];
