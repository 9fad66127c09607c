import { accountRole, type AccountRole } from '../../shared/access/roles.ts';
import type { ReadItem } from '../reads.ts';

/** Fewer than so many people are not summed: their sum would be what one of them did, to whoever knows who works there. */
export const fewest = 3;

type Read = Pick<ReadItem, 'personId' | 'role' | 'kind' | 'caseId'>;

export interface Sum {
  /** Absent: of those together whose roles are of too few each. */
  readonly role?: AccountRole;
  readonly people: number;
  readonly cases: number;
  readonly readings: number;
  readonly searches: number;
}

export interface Sums {
  readonly sums: Sum[];
  /** Others read too, and are too few to be summed even together. */
  readonly few: boolean;
}

/** How much was read, by role where it has enough people who read; the others together, where those are enough. */
export function sumsOf(reads: readonly Read[]): Sums {
  const byRole = [...Map.groupBy(reads, ({ role }) => role)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const enough = byRole.filter(([, of]) => isEnough(of));
  const rest = byRole.filter(([, of]) => !isEnough(of)).flatMap(([, of]) => of);
  const together = isEnough(rest);
  return {
    sums: [
      ...enough.map(([role, of]) => ({ role: accountRole.parse(role), ...sumOf(of) })),
      ...(together ? [sumOf(rest)] : []),
    ],
    few: rest.length > 0 && !together,
  };
}

const isEnough = (of: readonly Read[]): boolean => count(of.map(({ personId }) => personId)) >= fewest;

const sumOf = (of: readonly Read[]) => ({
  people: count(of.map(({ personId }) => personId)),
  cases: count(of.map(({ caseId }) => caseId)),
  readings: of.filter(({ kind }) => kind === 'case').length,
  searches: of.filter(({ kind }) => kind === 'search').length,
});

const count = (names: readonly (string | undefined)[]): number =>
  new Set(names.filter((name) => name !== undefined)).size;
