import { describe, expect, test } from 'vitest';
import { gateAfter, outcomeOf, type TestPoints } from '../../functions/preparation/test-call/result.ts';

const all: TestPoints = {
  picture: 'works',
  sound: 'works',
  language: 'works',
  line: 'works',
  framing: 'works',
};

describe('what a test came to', () => {
  test.each<[Partial<TestPoints>, string]>([
    [{}, 'passed'],
    // An order may leave out the picture, and somebody may need no interpreter.
    [{ picture: 'not-needed', framing: 'not-needed', language: 'not-needed' }, 'passed'],
    [{ line: 'limited' }, 'partly'],
    [{ language: 'not-tested' }, 'partly'],
    [{ sound: 'fails' }, 'failed'],
    [{ sound: 'fails', line: 'limited' }, 'failed'],
    [{ framing: 'fails' }, 'failed'],
  ])('%j: %s', (points, outcome) => expect(outcomeOf({ ...all, ...points })).toBe(outcome));
});

describe('the gate', () => {
  test.each([
    ['untested', 'passed', 'open'],
    ['untested', 'partly', 'untested'],
    ['untested', 'failed', 'missing'],
    ['open', 'passed', 'open'],
    // An earlier yes holds no longer, and nothing is closed by it.
    ['open', 'partly', 'untested'],
    ['open', 'failed', 'missing'],
    ['missing', 'failed', 'missing'],
    // What failed must pass.
    ['missing', 'partly', 'missing'],
    ['missing', 'passed', 'open'],
    ['refused', 'partly', 'refused'],
  ] as const)('that is %s is after a test that %s: %s', (before, tested, after) =>
    expect(gateAfter(before, tested)).toBe(after),
  );
});
