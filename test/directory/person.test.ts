import { describe, expect, it } from 'vitest';
import type { Person } from '../../functions/directory/actor.ts';
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

describe('what colleagues see of somebody', () => {
  it('is role, duty, agency and zone', () => {
    expect(personRow(person)).toEqual({
      personId: 'a',
      role: 'support-officer',
      label: 'Victim-support officer',
      agency: 'Agency',
      country: 'MM',
      zone: 'Asia/Yangon',
    });
  });

  it('has no zone at a protected site', () => {
    expect(personRow({ ...person, atProtectedSite: true })).not.toHaveProperty('zone');
  });

  it('has the languages of an interpreter', () => {
    expect(personRow({ ...person, role: 'interpreter', languages: ['my', 'th'] }).languages).toEqual([
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
    expect(() => ownRecordOf({ ...person, role: 'interpreter' })).toThrow('sign-in-needed');
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
