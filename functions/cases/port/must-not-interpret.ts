import * as z from 'zod';
import type { Change, Item, Key } from '../../shared/store/store.ts';

/**
 * The published port of `cases` on who must not interpret in a case, by their own word on what binds them to somebody: one item
 * for the whole case, so that whoever books, sets a gate aside or mints a pass reads it beside the rest, and holds it. Why lies
 * sealed with `interpreting`. Why it is so: infra/decisions/a-conflict-is-of-the-case.md.
 */

const conflictsItem = z.object({
  caseId: z.string(),
  version: z.int().min(1),
  declared: z.array(
    z.strictObject({
      personId: z.string(),
      pseudonym: z.string(),
      /** Of the entry in the case's log that says so, in base64. */
      leafHash: z.string(),
    }),
  ),
});
/** Undefined where nobody declared anything. */
export type Conflicts = z.output<typeof conflictsItem> | undefined;
type Declared = NonNullable<Conflicts>['declared'][number];

const sortKey = 'conflicts';

export const conflictsKey = (caseId: string): Key => ({
  table: 'cases',
  pk: `case#${caseId}`,
  sk: sortKey,
});

export const parseConflicts = (item: unknown): Conflicts =>
  item === undefined ? undefined : conflictsItem.parse(item);

/** The same from what a query of the case's whole file gave. */
export const conflictsIn = (file: readonly Item[]): Conflicts =>
  parseConflicts(file.find(({ sk }) => sk === sortKey));

/** Which case a record of the table's stream is about. @returns undefined for any other item */
export const conflictsOfRecord = (pk: string, sk: string): string | undefined =>
  pk.startsWith('case#') && sk === sortKey ? pk.slice('case#'.length) : undefined;

/** One more who must not; whoever said so before is not said twice. */
export function putConflict(caseId: string, before: Conflicts, more: Declared): Change {
  const { table, pk, sk } = conflictsKey(caseId);
  const others = (before?.declared ?? []).filter(({ pseudonym }) => pseudonym !== more.pseudonym);
  return {
    kind: 'put',
    table,
    item: { pk, sk, caseId, version: (before?.version ?? 0) + 1, declared: [...others, more] },
    when: before === undefined ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}

/** Holds who must not as it was read, while something else happens in the same transaction. */
export const checkConflicts = (caseId: string, read: Conflicts): Change => ({
  kind: 'check',
  key: conflictsKey(caseId),
  when: read === undefined ? 'absent' : { version: read.version },
  onRefused: 'retry',
});

interface Seated {
  readonly seat: string;
  readonly pseudonym: string;
}

/** Those who sit as interpreters and must not. */
export const conflictedIn = (conflicts: Conflicts, seats: readonly Seated[]): readonly Declared[] =>
  (conflicts?.declared ?? []).filter(({ pseudonym }) =>
    seats.some((taken) => taken.seat === 'interpreter' && taken.pseudonym === pseudonym),
  );

export const mustNotInterpret = (conflicts: Conflicts, personId: string): boolean =>
  conflicts?.declared.some((each) => each.personId === personId) === true;
