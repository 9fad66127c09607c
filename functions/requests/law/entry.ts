import { standings, type Mark, type Standing } from './contract.ts';
import type { SourceId } from './sources.ts';

/**
 * One statement about the law of a State, as data that a lawyer of that State can correct: never a value without how far it
 * was read, where, when, and by whom. What nobody read is no answer; it is a question to that State's central authority.
 */

const worth = {
  V: 'sure',
  'V-part': 'confirm',
  Vx: 'confirm',
  K: 'ask',
  unknown: 'ask',
} as const satisfies Record<Mark, Standing>;
export const standingOf = (mark: Mark): Standing => worth[mark];

/** The weakest of several, since a chain is no better: two parties of a treaty, a treaty and its rule. */
export const weakest = (given: readonly Standing[]): Standing =>
  standings.findLast((standing) => given.includes(standing)) ?? 'ask';

interface More {
  readonly article?: string;
  /** First and last day on which a request that is received goes by it, `YYYY-MM-DD`; open where not said. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly remark?: string;
  /** Of a notice period: months before the hearing. */
  readonly leadMonths?: number;
  /** Of a State with several laws, whose it is: Scotland, a member State. */
  readonly part?: string;
  /** Who looked last, and when. Not said: the drafters of this data, who are no lawyers of that State. */
  readonly checkedOn?: string;
  readonly checkedBy?: string;
}

export interface Entry<Value extends string = string> extends More {
  /** Absent where nothing is known. */
  readonly value?: Value;
  readonly mark: Mark;
  /** Of what was read; empty where nothing was: by `K` and `unknown` alone. */
  readonly sources: readonly SourceId[];
  readonly checkedOn: string;
  readonly checkedBy: string;
}

/** By whom what nobody else checked was drafted, and when. */
const drafted = { checkedOn: '2026-11-24', checkedBy: 'draft' };

type Sources = readonly [SourceId, ...SourceId[]];

const founded =
  (mark: 'V' | 'V-part' | 'Vx') =>
  <const Value extends string>(value: Value, sources: Sources, more: More = {}): Entry<Value> => ({
    ...drafted,
    value,
    mark,
    sources,
    ...more,
  });

export const read = founded('V');
export const readInPart = founded('V-part');
export const reported = founded('Vx');
/** General knowledge: said so that the central authority can be asked whether it is so. */
export const believed = <const Value extends string>(value: Value, more: More = {}): Entry<Value> => ({
  ...drafted,
  value,
  mark: 'K',
  sources: [],
  ...more,
});
/** @param remark what exactly is not known, where that is less than the whole field */
export const unknown = (remark?: string, more: More = {}): Entry<never> => ({
  ...drafted,
  mark: 'unknown',
  sources: [],
  ...(remark === undefined ? {} : { remark }),
  ...more,
});

/** Whether a request that is received on that day goes by the statement. @param day `YYYY-MM-DD` */
export const holdsOn = ({ validFrom, validTo }: Pick<Entry, 'validFrom' | 'validTo'>, day: string): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
