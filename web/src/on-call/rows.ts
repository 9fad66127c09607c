import type { readOnCall } from '../../../functions/help/on-call/contract.ts';
import type { AnswerOf } from '../../../functions/shared/http/contract.ts';

/** Somebody on the list as it is being written. */
export type Row = AnswerOf<typeof readOnCall>['people'][number] & {
  /** The number that is kept is to be taken away. */
  readonly noText?: boolean;
};

/** The list with the one at this place a place earlier. */
export const moved = (rows: readonly Row[], at: number): readonly Row[] =>
  rows.toSpliced(at, 1).toSpliced(at - 1, 0, ...rows.slice(at, at + 1));
