import { describe, expect, test } from 'vitest';
import { usualDuty } from '../../../../functions/directory/port/duty.ts';
import { interpreterProfile } from '../../../../functions/directory/port/working-time.ts';
import { faultsOfProfile } from '../../../../functions/directory/working-time-rules.ts';
import {
  draftOf,
  faultsOf,
  profileOf,
  type ProfileDraft,
} from '../../../../web/src/pages/interpreter/profile-draft.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

const profile = interpreterProfile.parse({
  directions: [
    { from: 'my', to: 'th', dialect: 'Rakhine' },
    { from: 'th', to: 'my' },
  ],
  modes: ['consecutive'],
  gender: 'woman',
  vettedOn: '2026-03-02',
  conflicts: { cases: ['01jd4h5zkq8y7v2m3n4p5r6s7t'], countries: ['MM'] },
  duty: usualDuty,
});

test('what was stored is what is saved again, untouched', () => {
  expect(profileOf(draftOf(profile))).toEqual(profile);
  const { gender: _, vettedOn: __, ...bare } = profile;
  expect(profileOf(draftOf(bare))).toEqual(bare);
});

test('taking the vetting back takes its day away', () => {
  expect(profileOf({ ...draftOf(profile), vetted: false })).not.toHaveProperty('vettedOn');
});

describe('faults', () => {
  const faults = (changed: Partial<ProfileDraft>) =>
    Object.fromEntries(faultsOf({ ...draftOf(profile), ...changed }, now));
  const duty = draftOf(profile).duty;
  const direction = { from: 'my', to: 'th', dialect: '' };

  test('there are none in what was stored', () => {
    expect(faults({})).toEqual({});
  });

  test.each<[string, Partial<ProfileDraft>, Record<string, object>]>([
    ['no direction', { directions: [] }, { 'profile.directions': { what: 'needed' } }],
    [
      'a language into itself',
      { directions: [{ ...direction, to: 'my' }] },
      { 'profile.directions.0': { what: 'same-language' } },
    ],
    [
      'a direction twice',
      { directions: [direction, { ...direction, dialect: 'Rakhine' }, direction] },
      { 'profile.directions.2': { what: 'twice' } },
    ],
    [
      'one chosen and not added',
      { adding: { from: 'km', to: '', dialect: '' } },
      { 'profile.directions': { what: 'not-added' } },
    ],
    ['no mode', { modes: [] }, { 'profile.modes': { what: 'needed' } }],
    ['a vetting without a day', { vettedOn: undefined }, { 'profile.vettedOn': { what: 'needed' } }],
    ['a vetting to come', { vettedOn: '2026-11-26' }, { 'profile.vettedOn': { what: 'in-future' } }],
    [
      'a day that is too long, and one that is empty',
      { duty: { ...duty, dayMinutes: '1441', changeover: '' } },
      {
        'profile.duty.dayMinutes': { what: 'number', low: 30, high: 1440 },
        'profile.duty.changeover': { what: 'number', low: 0, high: 480 },
      },
    ],
  ])('%s', (_, changed, expected) => {
    expect(faults(changed)).toEqual(expected);
  });

  test('whatever the page lets through, the service does too', () => {
    const drafts: Partial<ProfileDraft>[] = [
      { vettedOn: '2026-11-25' },
      { directions: [direction, { ...direction, dialect: ' Rakhine ' }] },
      { duty: { aloneSimultaneous: '5', aloneConsecutive: '480', dayMinutes: '1440', changeover: '0' } },
    ];
    for (const changed of drafts) {
      expect(faults(changed)).toEqual({});
      const sent = interpreterProfile.parse(profileOf({ ...draftOf(profile), ...changed }));
      expect(faultsOfProfile(sent, new Date(now), '')).toEqual([]);
    }
  });
});
