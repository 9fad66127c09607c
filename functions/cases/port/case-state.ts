import { Refusal } from '../../shared/refusals.ts';
import type { Change } from '../../shared/store/store.ts';
import { caseKey, type Case } from './membership.ts';

/**
 * The published port of `cases` on whether a case is open, closed, or held for an appeal, and who is still needed in it.
 *
 * Whoever is given a seat of a session or somebody to hold contact with counts up the case's item; whoever ends a case or
 * leaves it moves the item on. Each holds it as it was read, so that of the two only the first goes through, and the other is
 * decided anew. Why it is so: infra/decisions/the-life-of-a-case.md.
 */

type Kept = Pick<Case, 'caseId' | 'state' | 'version' | 'given'>;

export const stateOf = ({ state = 'open' }: Pick<Case, 'state'>): NonNullable<Case['state']> => state;

/** @throws {Refusal} `case-closed` where nothing new can begin in the case */
export function assertCaseOpen(opened: Pick<Case, 'state'>): void {
  const state = stateOf(opened);
  if (state !== 'open') throw new Refusal('case-closed', { state });
}

/**
 * Somebody is given a seat, or somebody new to hold contact with.
 * @throws {Refusal} those of `assertCaseOpen`
 */
export function placeGiven(opened: Kept): Change {
  assertCaseOpen(opened);
  return contactGiven(opened);
}

/** Somebody is given contact with one who is heard already: nobody is left alone because a case has ended. */
export const contactGiven = ({ caseId, version }: Kept): Change => ({
  kind: 'update',
  key: caseKey(caseId),
  set: {},
  add: { given: 1 },
  when: { version },
  onRefused: 'retry',
});

/** The case moves on: nobody was given anything in it since it was read, and nothing else changed. */
export const moveCase = (
  { caseId, version, given }: Kept,
  set: Partial<Pick<Case, 'state' | 'takenBy'>> = {},
): Change => ({
  kind: 'update',
  key: caseKey(caseId),
  set: { ...set, version: (version ?? 0) + 1 },
  when: { version, given },
  onRefused: 'retry',
});

/**
 * Holds the case open, while something else happens in the same transaction.
 * @throws {Refusal} those of `assertCaseOpen`
 */
export function checkCaseOpen(opened: Pick<Case, 'caseId' | 'state'>): Change {
  assertCaseOpen(opened);
  return checkState(opened);
}

/**
 * Something of the case is erased for good in the same transaction: while a court may still look at it again, nothing is.
 * @throws {Refusal} `case-closed`
 */
export function checkMayErase(opened: Pick<Case, 'caseId' | 'state'>): Change {
  if (stateOf(opened) === 'appeal') throw new Refusal('case-closed', { state: 'appeal' });
  return checkState(opened);
}

const checkState = ({ caseId, state }: Pick<Case, 'caseId' | 'state'>): Change => ({
  kind: 'check',
  key: caseKey(caseId),
  when: { state },
  onRefused: 'retry',
});
