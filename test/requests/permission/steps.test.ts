import { describe, expect, test } from 'vitest';
import {
  permissionDecision,
  type PermissionDecision,
} from '../../../functions/requests/permission/contract.ts';
import {
  assertMayEnterPaper,
  assertOfHostState,
  confirmed,
  permissionNow,
  type Enterer,
  type PermissionStep,
  type Taken,
} from '../../../functions/requests/permission/steps.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';
import { grant } from './a-grant.ts';

/** By whose word a decision stands: of an officer of the host State, or on paper of two of the requesting authority. */

const granted = permissionDecision.parse(grant);
const refused: PermissionDecision = permissionDecision.parse({
  decision: 'refused',
  ground: 'danger-to-a-person',
  legalBasis: 'asean-mlat',
  reference: 'MLA 2026/115',
  receivedOn: '2026-10-01',
  decidedOn: '2026-11-22',
});
const paper = { number: 'HS 77/2026', datedOn: '2026-11-20', sha256: 'a'.repeat(64) };
const states = { hostState: 'MM', requestingState: 'TH' };

const taken = (...steps: readonly (readonly [PermissionStep, string])[]): Taken[] =>
  steps.map(([step, recordedBy], at) => ({ ...step, number: at + 1, recordedBy, hostState: 'MM' }));
const entered = { kind: 'paper-entered', decision: granted, paper } as const;

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'done';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

describe('a grant on paper', () => {
  test('does not stand when one officer has entered it, and waits for a second', () => {
    const now = permissionNow(taken([entered, 'first']));
    expect(now.decision).toBeUndefined();
    expect(now.waiting).toMatchObject({ entry: 1, by: 'first', paper });
  });

  test('stands once another officer has confirmed it, and is said to be on paper', () => {
    const now = permissionNow(taken([entered, 'first'], [{ kind: 'paper-confirmed', entry: 1 }, 'second']));
    expect(now).toEqual({ decision: granted, paper, since: 2 });
  });

  test('is confirmed by nobody who entered it', () => {
    const now = permissionNow(taken([entered, 'first']));
    expect(codeOf(() => confirmed(now, 1, paper.sha256, 'first'))).toBe('second-officer-needed');
    expect(codeOf(() => confirmed(now, 1, paper.sha256, 'second'))).toBe('done');
  });

  test('is not confirmed by entering it a second time, by whomever', () => {
    expect(permissionNow(taken([entered, 'first'], [entered, 'first'])).decision).toBeUndefined();
    expect(permissionNow(taken([entered, 'first'], [entered, 'second'])).decision).toBeUndefined();
  });

  test('is not confirmed by whoever has another document, or looked at an entry that was made anew', () => {
    const now = permissionNow(taken([entered, 'first'], [entered, 'second']));
    expect(codeOf(() => confirmed(now, 2, 'b'.repeat(64), 'first'))).toBe('does-not-fit');
    expect(codeOf(() => confirmed(now, 1, paper.sha256, 'first'))).toBe('changed-meanwhile');
    expect(codeOf(() => confirmed(permissionNow([]), 1, paper.sha256, 'first'))).toBe('changed-meanwhile');
  });

  test('leaves what stands until it is confirmed, and is gone when the host State itself decides', () => {
    const before = taken([{ kind: 'decided', decision: refused }, 'theirs'], [entered, 'first']);
    expect(permissionNow(before).decision).toEqual(refused);
    const decided = permissionNow([
      ...before,
      { kind: 'decided', decision: granted, number: 3, recordedBy: 'theirs', hostState: 'MM' },
    ]);
    expect(decided).toEqual({ decision: granted, since: 3 });
    expect(codeOf(() => confirmed(decided, 2, paper.sha256, 'second'))).toBe('changed-meanwhile');
  });

  test('a refusal holds from the first officer’s entry: what may be no, is no', () => {
    const before = taken(
      [{ kind: 'decided', decision: granted }, 'theirs'],
      [{ kind: 'paper-entered', decision: refused, paper }, 'first'],
    );
    expect(permissionNow(before)).toMatchObject({ decision: refused, paper, waiting: { entry: 2 } });
  });
});

describe('who enters', () => {
  const officer = (country: string, role = 'central-authority'): Enterer => ({
    personId: country,
    role,
    country,
  });

  test.each<readonly [string, Enterer, string]>([
    ['an officer of the host State', officer('MM'), 'done'],
    ['one of the State that asks', officer('TH'), 'host-state-decides'],
    ['one of a third State', officer('VN'), 'host-state-decides'],
    ['somebody of the host State in another role', officer('MM', 'support-officer'), 'host-state-decides'],
    [
      'somebody of whom no State is known',
      { personId: 'x', role: 'central-authority' },
      'host-state-decides',
    ],
  ])('the decision itself: %s', (_, by, expected) => {
    expect(codeOf(() => assertOfHostState(by, states))).toBe(expected);
  });

  test.each<readonly [string, Enterer, readonly Enterer[], string]>([
    [
      'the requesting authority, where the host State’s has nobody',
      officer('TH'),
      [officer('MM', 'prosecutor')],
      'done',
    ],
    [
      'not where the host State’s authority is of the case',
      officer('TH'),
      [officer('MM')],
      'host-state-decides',
    ],
    ['nobody of a third State', officer('VN'), [], 'host-state-decides'],
    ['nobody in another role', officer('TH', 'clerk'), [], 'host-state-decides'],
  ])('from paper: %s', (_, by, others, expected) => {
    expect(codeOf(() => assertMayEnterPaper(by, states, others))).toBe(expected);
  });
});
