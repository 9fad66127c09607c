import { telephone, type keepOnCall, type readOnCall } from '../../../functions/help/on-call/contract.ts';
import type { AnswerOf, BodyIn } from '../../../functions/shared/http/contract.ts';

/** Somebody on the list as it is being written. */
export type Row = AnswerOf<typeof readOnCall>['people'][number] & {
  /** As it is typed; empty leaves what is kept. */
  readonly number?: string;
  /** The number that is kept is to be taken away. */
  readonly noText?: boolean;
};

/** The list with the one at this place a place earlier. */
export const moved = (rows: readonly Row[], at: number): readonly Row[] =>
  rows.toSpliced(at, 1).toSpliced(at - 1, 0, ...rows.slice(at, at + 1));

/** Without the signs that people put between its digits. */
const numberOf = ({ number = '' }: Row): string => number.replaceAll(/[\s().-]/g, '');

/** Whether something is typed that is no number. */
export const isNoNumber = (row: Row): boolean =>
  row.noText !== true && numberOf(row) !== '' && !telephone.safeParse(numberOf(row)).success;

/** What is sent of somebody. */
export function said(row: Row): BodyIn<typeof keepOnCall>['people'][number] {
  const number = numberOf(row);
  const { pseudonym } = row;
  if (row.noText === true) return { pseudonym, telephone: 'none' };
  return { pseudonym, ...(number === '' ? {} : { telephone: number }) };
}
