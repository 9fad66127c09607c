import type { BareCode } from '../refusals.ts';

/**
 * The store as the rules see it: consistent reads and one all-or-nothing write. Tables are named by the capability
 * that owns them; the adapter knows their real names.
 */

export interface Key {
  readonly table: string;
  readonly pk: string;
  readonly sk: string;
}

/** One text for each key, to find an item again by. */
export const keyName = ({ table, pk, sk }: Key): string => JSON.stringify([table, pk, sk]);

export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/**
 * The condition under which a change may happen: `absent` (no such item), `present`, or attributes that must have
 * exactly these values; `undefined` as a value means that the attribute must not exist.
 */
export type When = 'absent' | 'present' | Readonly<Record<string, string | number | boolean | undefined>>;

/** What the caller is told when a condition does not hold; `retry` means: read again and decide anew. */
export type OnRefused = BareCode | 'retry';

interface Guarded {
  readonly when?: When;
  readonly onRefused: OnRefused;
}

export type Change =
  | ({ readonly kind: 'put'; readonly table: string; readonly item: Item } & Guarded)
  | ({
      readonly kind: 'update';
      readonly key: Key;
      /** Attributes to set; `undefined` removes one. */
      readonly set: Readonly<Record<string, unknown>>;
      /** Counters to raise, for facts that are only ever counted. */
      readonly add?: Readonly<Record<string, number>>;
    } & Guarded)
  | ({ readonly kind: 'check'; readonly key: Key; readonly when: When } & Omit<Guarded, 'when'>)
  | ({ readonly kind: 'delete'; readonly key: Key } & Guarded);

/** Half-open bounds on the sort key, or a prefix; at most `limit` items (default 200), in order of the sort key. */
export interface Range {
  readonly prefix?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly descending?: boolean;
}

export interface Store {
  /** One round of consistent reads; the answer has the order of the keys. No snapshot: others may write in between. */
  get(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  /** Consistent query of one partition. */
  query(table: string, pk: string, range?: Range): Promise<readonly Item[]>;
  /**
   * One transaction of at most 100 changes.
   * @throws {Stale} when a change with `onRefused: 'retry'` did not hold, or the store saw a conflict
   * @throws {Refusal} with the code of the first change whose condition did not hold
   */
  write(changes: readonly Change[]): Promise<void>;
}

/** What was read is no longer true; the caller reads again and decides anew. */
export class Stale extends Error {
  constructor(cause?: unknown) {
    super('stale', { cause });
    this.name = 'Stale';
  }
}
