import { describe, expect, test } from 'vitest';
import {
  permissionDecision,
  type PermissionDecision,
  type WayTried,
} from '../../../functions/requests/permission/contract.ts';
import {
  checkDecision,
  checkTried,
  stateOf,
  type Circumstances,
} from '../../../functions/requests/permission/decision.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';
import { grant, session } from './a-grant.ts';

/** What a host State can decide, and what cannot be what it decided. */

const at: Circumstances = {
  now: new Date('2026-11-28T08:00:00.000Z'),
  party: 'W-4K7Q',
  instruments: ['asean-mlat', 'untoc-18'],
  pseudonyms: ['W-4K7Q', 'W-2M9T', 'P-7HR2'],
  sessions: [session],
};

function faultsOf(given: object, change: Partial<Circumstances> = {}): readonly string[] {
  try {
    checkDecision(permissionDecision.parse(given), { ...at, ...change });
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('does-not-fit');
    for (const { message } of error.errors) expect(message).toMatch(/\. [A-Z].*\.$/);
    return error.errors.map(({ pointer }) => pointer);
  }
}
const accepted = (given: object) => permissionDecision.safeParse(given).success;
const refused = { ...base(), decision: 'refused', ground: 'no-dual-criminality' };
const postponed = { ...base(), decision: 'postponed', until: '2027-03-01' };

function base() {
  const { legalBasis, reference, receivedOn, decidedOn } = grant;
  return { legalBasis, reference, receivedOn, decidedOn };
}

describe('a decision opens', () => {
  test('testimony by a live link, where it is granted and such a link is among the ways', () => {
    const state = (given: object) => stateOf(permissionDecision.parse(given));
    expect(state(grant)).toBe('open');
    expect(state(refused)).toBe('refused');
    expect(state(postponed)).toBe('missing');
  });

  test('no link yet where other ways come before it, until each of them did not work, in their order', () => {
    const given = permissionDecision.parse({
      ...grant,
      modalities: ['pre-recorded', 'written-questions', 'live', 'in-person'],
    });
    const tried = (modality: WayTried['modality'], on = '2026-11-24'): WayTried => ({
      modality,
      outcome: 'failed',
      on,
    });
    const [first, second] = [tried('pre-recorded'), tried('written-questions')];
    expect([[], [first], [first, second]].map((ways) => stateOf(given, ways))).toEqual([
      'missing',
      'missing',
      'open',
    ]);
    const fault = (ways: readonly WayTried[], next: WayTried) => {
      try {
        checkTried(given, ways, next, at.now);
        return [];
      } catch (error) {
        return (error as Refusal).errors.map(({ pointer }) => pointer);
      }
    };
    expect(fault([], first)).toEqual([]);
    expect(fault([], second)).toEqual(['/modality']);
    expect(fault([first], tried('in-person'))).toEqual(['/modality']);
    expect(fault([first, second], second)).toEqual(['/modality']);
    expect(fault([first], tried('written-questions', '2026-11-30'))).toEqual(['/on']);
    expect(fault([first], tried('written-questions', '2026-11-19'))).toEqual(['/on']);
  });

  test('and is taken where the local judge asks and all questions go through that judge, or both ask', () => {
    const through = { conducts: 'local-judge', conditions: ['questions-through-local-judge'] };
    expect(faultsOf({ ...grant, ...through })).toEqual([]);
    expect(faultsOf({ ...grant, conducts: 'both' })).toEqual([]);
  });

  test('no link where the host State allows another way alone (domain notes, scenario 13)', () => {
    const only = permissionDecision.parse({ ...grant, modalities: ['written-questions'] });
    expect(stateOf(only)).toBe('refused');
    expect(only).toMatchObject({ decision: 'granted', modalities: ['written-questions'] });
  });
});

describe('the form', () => {
  test('takes a grant, a refusal with its ground, a postponement with or without a day', () => {
    for (const given of [grant, refused, postponed, { ...base(), decision: 'postponed' }])
      expect(accepted(given)).toBe(true);
  });

  test.each([
    ['a refusal without a ground', { ...base(), decision: 'refused' }],
    ['a ground that no instrument has', { ...refused, ground: 'too-busy' }],
    ['a refusal with the terms of a grant', { ...refused, conditions: [] }],
    ['a condition that nobody can keep', { ...grant, conditions: ['be-quick'] }],
    ['a condition twice', { ...grant, conditions: ['in-camera', 'in-camera'] }],
    ['no way in which somebody may be heard', { ...grant, modalities: [] }],
    ['a way twice', { ...grant, modalities: ['live', 'live'] }],
    ['named persons alone, and none named', { ...grant, conditions: ['named-persons-only'] }],
    ['persons named, and no word that they alone may come', { ...grant, persons: ['P-7HR2'] }],
    ['certain languages alone, and none named', { ...grant, conditions: ['languages'] }],
    ['languages named without that condition', { ...grant, languages: ['my'] }],
    [
      'an officer who identifies and need not come',
      { ...grant, attendance: { demanded: false, identifies: true } },
    ],
    [
      'an officer who is waited for and need not come',
      {
        ...grant,
        attendance: { demanded: false, identifies: false },
        conditions: ['attending-officer-present'],
      },
    ],
    ['a day that does not exist', { ...grant, validUntil: '2026-02-30' }],
    ['a reference with a character that turns the text round', { ...grant, reference: 'MLA \u202E1/2026' }],
    ['more notice than a year', { ...grant, noticeDays: 366 }],
  ])('refuses %s', (_, given) => {
    expect(accepted(given)).toBe(false);
  });
});

describe('a decision is refused', () => {
  test.each<readonly [string, object, string]>([
    ['that was taken after today', { ...grant, decidedOn: '2026-11-30' }, '/decidedOn'],
    ['that was taken before the request came', { ...grant, receivedOn: '2026-11-21' }, '/receivedOn'],
    [
      'that ends before it begins',
      { ...grant, validFrom: '2027-02-01', validUntil: '2027-01-31' },
      '/validUntil',
    ],
    ['after its end', { ...grant, validFrom: '2026-11-01', validUntil: '2026-11-26' }, '/validUntil'],
    ['that puts off to a day that is over', { ...postponed, until: '2026-11-19' }, '/until'],
    ['by an instrument that does not bind the two', { ...grant, legalBasis: 'ets-182' }, '/legalBasis'],
    [
      'that names somebody whom the case does not have',
      {
        ...grant,
        conditions: ['named-persons-only'],
        persons: ['P-7HR2', 'P-9CDF'],
      },
      '/persons/1',
    ],
    [
      'that has the local judge ask, and lets the foreign prosecutor be heard',
      { ...grant, conducts: 'local-judge' },
      '/conditions',
    ],
    ...(['requesting-authority', 'both'] as const).map(
      (conducts) =>
        [
          `that has questions go through the local judge, and ${conducts} ask them`,
          { ...grant, conducts, conditions: ['questions-through-local-judge'] },
          '/conducts',
        ] as const,
    ),
    ['for a session that the case does not have', { ...grant, sessions: ['1'.repeat(26)] }, '/sessions/0'],
  ])('%s', (_, given, pointer) => {
    expect(faultsOf(given)).toEqual([pointer]);
  });

  test('the last day of a grant is over when it is over everywhere on earth', () => {
    const late = { now: new Date('2026-11-28T11:59:59.000Z') };
    expect(faultsOf({ ...grant, validFrom: '2026-11-01', validUntil: '2026-11-27' }, late)).toEqual([]);
    const later = { now: new Date('2026-11-28T12:00:00.000Z') };
    expect(faultsOf({ ...grant, validFrom: '2026-11-01', validUntil: '2026-11-27' }, later)).toEqual([
      '/validUntil',
    ]);
  });

  const named = { ...grant, sessions: [session.sessionId] };
  test.each<readonly [string, object, Partial<Circumstances>]>([
    ['in which somebody else is heard', named, { party: 'W-2M9T' }],
    ['that is over', named, { sessions: [{ ...session, isOver: true }] }],
    ['that begins before its days', { ...named, validFrom: '2027-01-12' }, {}],
    ['that ends after its days', { ...named, validUntil: '2027-01-10' }, {}],
  ])('for a session %s', (_, given, change) => {
    expect(faultsOf(given, change)).toEqual(['/sessions/0']);
  });

  test('and one that ends at midnight in UTC belongs to the day before', () => {
    const midnight = { ...session, end: '2027-01-12T00:00:00.000Z' };
    const given = { ...named, validUntil: '2027-01-11' };
    expect(faultsOf(given, { sessions: [midnight] })).toEqual([]);
    expect(faultsOf(given, { sessions: [{ ...midnight, end: '2027-01-12T00:00:00.001Z' }] })).toEqual([
      '/sessions/0',
    ]);
  });
});

test('what fits is taken', () => {
  const given: PermissionDecision = permissionDecision.parse({
    ...grant,
    conditions: ['named-persons-only', 'languages', 'use-limited-to-this-case'],
    persons: ['P-7HR2'],
    languages: ['my', 'th'],
    sessions: [session.sessionId],
  });
  expect(faultsOf(given)).toEqual([]);
});
