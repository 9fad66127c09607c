import { describe, expect, test } from 'vitest';
import { problemOf } from '../../functions/shared/http/problem.ts';
import { Refusal, type BareCode } from '../../functions/shared/refusals.ts';
import { assertProblem } from '../support/problem.ts';

describe('facts of a refusal', () => {
  test('are those of its code', () => {
    const refused = [
      new Refusal('not-found'),
      new Refusal('gates-closed', { gates: ['consent'] }),
      new Refusal('override-needed', { needs: [{ what: 'holiday', seat: 'clerk' }] }),
      new Refusal('person-not-suitable'),
      new Refusal('invalid-request', {}, [{ pointer: '/x', message: 'Not known.' }]),
    ];
    for (const refusal of refused) expect(() => assertProblem(problemOf(refusal, 'req-1'))).not.toThrow();
  });

  test('of another code are refused by the compiler, and by every test that meets them', () => {
    // @ts-expect-error -- a code that has no facts
    const none = new Refusal('not-found', { seat: 'clerk' });
    // @ts-expect-error -- a fact that this code has not
    const other = new Refusal('gates-closed', { gates: [], seat: 'clerk' });
    // @ts-expect-error -- a text that holds two things
    const text = new Refusal('override-needed', { needs: ['holiday clerk'] });
    for (const refusal of [none, other, text])
      expect(() => assertProblem(problemOf(refusal, 'req-1'))).toThrow(/nrecognized key|nvalid input/);
  });

  test('cannot be left out where a client needs them', () => {
    // @ts-expect-error -- which gates?
    const refusal = new Refusal('gates-closed');
    expect(() => assertProblem(problemOf(refusal, 'req-1'))).toThrow();
    // @ts-expect-error -- nor can a condition of the store tell them
    const told: BareCode = 'gates-closed';
    expect(told).toBe('gates-closed');
  });
});
