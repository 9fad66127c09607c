import * as z from 'zod';
import { queryAll } from './query-all.ts';
import type { Change, Store } from './store.ts';

/**
 * Steps that follow one another, each an item of its own, numbered from 1: the last one stands, and those before it stay.
 * The only write is a put under a number that nobody has, so nothing can be overwritten; whoever comes second reads again.
 */

/** What every step says; `recordedBy` is the person id of whoever entered it. */
export const stepFields = {
  number: z.number().int().min(1),
  recordedAt: z.string(),
  recordedBy: z.string(),
};
export interface Step {
  readonly number: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export interface Series<Each extends Step> {
  readonly table: string;
  /** Begins the sort keys: `consent#000001`. */
  readonly name: string;
  readonly item: z.ZodType<Each>;
}

/** A step before it has its number. */
export type NewStep<Each extends Step> = Each extends unknown ? Omit<Each, 'number'> : never;

/** All of them, oldest first. */
export async function readSeries<Each extends Step>(
  store: Store,
  { table, name, item }: Series<Each>,
  partition: string,
): Promise<readonly Each[]> {
  const items = await queryAll(store, table, partition, { prefix: `${name}#` });
  return items.map((each) => item.parse(each));
}

/** The number of the step that comes after those that were read. */
export const nextNumber = (before: readonly Step[]): number => (before.at(-1)?.number ?? 0) + 1;

/** The change that puts one after those that were read. */
export function putNext<Each extends Step>(
  { table, name }: Series<Each>,
  partition: string,
  before: readonly Step[],
  step: NewStep<Each>,
): Change {
  const number = nextNumber(before);
  const sk = `${name}#${String(number).padStart(6, '0')}`;
  return {
    kind: 'put',
    table,
    item: { pk: partition, sk, number, ...step },
    when: 'absent',
    onRefused: 'retry',
  };
}
