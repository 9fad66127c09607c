import { describe, expect, it } from 'vitest';
import type { Colleague, Person } from '../../functions/directory/port/actor.ts';
import { byAgency, ownRecordOf, personRow } from '../../functions/directory/person.ts';

const person: Person = {
  personId: 'a',
  role: 'support-officer',
  label: 'Victim-support officer',
  agencyId: 'agency',
  agencyName: 'Agency',
  country: 'MM',
  zone: 'Asia/Yangon',
  language: 'my',
};

const viewer = { personId: 'viewer', agencyId: 'other' };
const zoneFor = (parts: Partial<Person>, colleague: Colleague = viewer) =>
  personRow({ ...person, ...parts }, colleague).zone;

describe('what colleagues see of somebody', () => {
  it('is role, duty, agency and zone', () => {
    expect(personRow({ ...person, role: 'clerk' }, viewer)).toEqual({
      personId: 'a',
      role: 'clerk',
      label: 'Victim-support officer',
      agency: 'Agency',
      country: 'MM',
      zone: 'Asia/Yangon',
    });
  });

  it('has no zone at a protected site, but for those who work there', () => {
    const hidden = { atProtectedSite: true };
    for (const role of ['support-officer', 'clerk', 'interpreter'] as const) {
      expect(zoneFor({ ...hidden, role })).toBeUndefined();
      expect(zoneFor({ ...hidden, role }, { ...viewer, agencyId: 'agency' })).toBeUndefined();
      expect(zoneFor({ ...hidden, role }, { ...viewer, atProtectedSite: true })).toBeUndefined();
    }
    expect(zoneFor(hidden, { ...viewer, agencyId: 'agency', atProtectedSite: true })).toBe('Asia/Yangon');
    expect(zoneFor(hidden, { ...viewer, personId: 'a' })).toBe('Asia/Yangon');
  });

  it.each(['support-officer', 'attending-officer'] as const)(
    'has no zone of the %s, who sits beside a witness, but for their own agency',
    (role) => {
      expect(zoneFor({ role })).toBeUndefined();
      expect(zoneFor({ role }, { ...viewer, agencyId: 'agency' })).toBe('Asia/Yangon');
    },
  );

  it('has the languages of an interpreter', () => {
    expect(personRow({ ...person, role: 'interpreter', languages: ['my', 'th'] }, viewer).languages).toEqual([
      'my',
      'th',
    ]);
  });
});

describe('the own record', () => {
  it('is there for whoever has an account', () => {
    expect(ownRecordOf(person)).toMatchObject({
      role: 'support-officer',
      language: 'my',
      zone: 'Asia/Yangon',
    });
  });

  it('is refused to a role that has none', () => {
    expect(() => ownRecordOf({ ...person, role: 'expert' })).toThrow('sign-in-needed');
  });
});

it('people stand by agency, then by duty', () => {
  const of = (personId: string, agencyName: string, label: string) => ({
    ...person,
    personId,
    agencyName,
    label,
  });
  const sorted = [of('1', 'B', 'x'), of('2', 'A', 'y'), of('3', 'A', 'x'), of('0', 'A', 'y')].toSorted(
    byAgency,
  );
  expect(sorted.map(({ personId }) => personId)).toEqual(['3', '0', '2', '1']);
});
