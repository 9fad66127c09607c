import { describe, expect, test } from 'vitest';
import {
  gateOf,
  sealedFields,
  standingOf,
  type Consent,
  type Step,
} from '../../functions/witnesses/consent.ts';
import { consent } from '../../functions/witnesses/contract.ts';
import { Refusal } from '../../functions/shared/refusals.ts';

const yes = consent.parse({
  scopes: {
    takePart: 'yes',
    liveVideo: 'yes',
    recording: 'no',
    shareWithProsecutor: 'yes',
    shareWithCourt: 'no',
  },
  language: 'shn',
  interpreter: 'present',
  method: 'explained-with-pictures',
  told: { voluntary: true, mayStop: true, helpDoesNotDepend: true, risks: true },
  understood: true,
  mark: 'thumbprint',
});

const scoped = (scopes: Partial<Consent['scopes']>, rest: Partial<Consent> = {}): Consent => ({
  ...yes,
  ...rest,
  scopes: { ...yes.scopes, ...scopes },
});

function missingOf(given: Consent): string[] {
  try {
    gateOf(given);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('consent-missing');
    return error.errors.map(({ pointer }) => pointer);
  }
}

describe('consent', () => {
  test('an informed yes opens; no to recording or sharing does not close', () => {
    expect(gateOf(yes)).toBe('open');
    expect(gateOf(scoped({ recording: 'no', shareWithProsecutor: 'no', shareWithCourt: 'no' }))).toBe('open');
  });

  test('no to taking part, or to being seen live, closes', () => {
    expect(gateOf(scoped({ takePart: 'no' }))).toBe('refused');
    expect(gateOf(scoped({ liveVideo: 'no' }))).toBe('refused');
  });

  test.each(Object.keys(yes.told))('a yes without having been told of %s is not consent', (name) => {
    expect(missingOf({ ...yes, told: { ...yes.told, [name]: false } })).toEqual([`/told/${name}`]);
  });

  test('a yes that was not understood is not consent', () => {
    expect(missingOf({ ...yes, understood: false })).toEqual(['/understood']);
  });

  test('her no counts, whatever she was told and understood', () => {
    const told = { voluntary: false, mayStop: false, helpDoesNotDepend: false, risks: false };
    expect(gateOf(scoped({ takePart: 'no' }, { told, understood: false }))).toBe('refused');
  });

  test('each scope is sealed alone, and nothing is sealed that the entry says in clear', () => {
    const { scopes, language, interpreter, method, mark } = yes;
    expect(sealedFields(yes)).toEqual({ ...scopes, language, interpreter, method, mark });
  });
});

describe('what stands', () => {
  const record = (recordedAt: string): Step => ({ kind: 'record', recordedAt, record: yes });
  const withdrawal = (recordedAt: string): Step => ({ kind: 'withdrawal', recordedAt });

  test('nothing, when nothing was said', () => expect(standingOf([])).toBeUndefined());

  test('the last record', () => {
    expect(standingOf([record('1'), record('2')])).toEqual({ recordedAt: '2', record: yes });
  });

  test('the first withdrawal after it, which a second does not move', () => {
    expect(standingOf([record('1'), withdrawal('2'), withdrawal('3')])).toEqual({
      recordedAt: '1',
      record: yes,
      withdrawnAt: '2',
    });
  });

  test('a consent given anew after a withdrawal', () => {
    expect(standingOf([record('1'), withdrawal('2'), record('3')])).toEqual({
      recordedAt: '3',
      record: yes,
    });
  });

  test('a withdrawal alone', () => {
    expect(standingOf([withdrawal('1')])).toEqual({ recordedAt: '1', withdrawnAt: '1' });
  });
});
