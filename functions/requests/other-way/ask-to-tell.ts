import type { EnteredHeard } from '../../cases/port/enter-party.ts';
import { askToDo } from '../../notices/port/case-tasks.ts';
import type { Change } from '../../shared/store/store.ts';
import type { PermissionStep, Taken } from '../permission/steps.ts';
import { statesOf } from '../store.ts';
import { nothingToTell, tellWhy } from '../port/tell-why.ts';
import { closedBy, tellingDue } from './closed.ts';

/**
 * Whoever holds contact is asked to tell the person once a decision leaves no live link, and is let be once another one takes its
 * place. In the transaction of the decision.
 * @param before the steps that were read @param step the one that is entered
 */
export function askToTell(
  entered: Pick<EnteredHeard, 'case' | 'witness'>,
  before: readonly Taken[],
  step: PermissionStep,
  now: Date,
): readonly Change[] {
  const { caseId, pseudonym: party, holder } = entered.witness;
  const { hostState } = statesOf(entered);
  const was = closedBy(before, hostState);
  const next = { ...step, number: (before.at(-1)?.number ?? 0) + 1, recordedBy: '', hostState };
  const is = closedBy([...before, next], hostState);
  if (was?.number === is?.number) return [];
  if (is === undefined) return [nothingToTell(caseId, party)];
  // Nobody holds contact with an expert, who is asked by the court.
  return holder === ''
    ? []
    : askToDo({ caseId, task: tellWhy(party), holderOf: party, dueAt: tellingDue(now.toISOString()) }, now);
}
