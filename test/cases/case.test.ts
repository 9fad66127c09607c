import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { membersOf, openFile, viewOf, type Opening } from '../../functions/cases/case.ts';
import {
  freePseudonym,
  mayKnowPlace,
  parseFile,
  witnessOf,
  type CaseWitness,
} from '../../functions/cases/port/membership.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { Refusal } from '../../functions/shared/refusals.ts';
import { role as everyRole, type Role } from '../../functions/shared/access/roles.ts';
import type { Id } from '../../functions/shared/values/ids.ts';
import type { ZoneName } from '../../functions/shared/values/zones.ts';
import { letters } from '../access/access-table.ts';

const id = (text: string) => text as Id;
const person = (personId: string, role: Role, more: Partial<Person> = {}): Person => ({
  personId,
  role,
  label: `Label of ${personId}`,
  agencyId: 'agency',
  agencyName: 'Agency',
  country: 'TH',
  zone: 'Asia/Bangkok',
  language: 'en',
  ...more,
});

const body: Opening['body'] = {
  reference: 'T 1/2027',
  requestingState: 'TH',
  hostState: 'MM',
  members: [id('clerk'), id('holder'), id('other')],
  witnesses: [
    {
      protected: true,
      holder: id('holder'),
      zone: 'Asia/Yangon' as ZoneName,
      mayKnow: [id('other')],
    },
  ],
};
const people = [
  person('me', 'prosecutor'),
  person('clerk', 'clerk'),
  person('holder', 'support-officer'),
  person('other', 'attending-officer'),
];
const open = (change: Partial<Opening> = {}) =>
  openFile({ caseId: 'case', agencyId: 'agency', body, people, ...change }, (length) => randomBytes(length));

const withWitness = (change: object): Opening['body'] => ({
  ...body,
  witnesses: body.witnesses.map((each) => ({ ...each, ...change })),
});

function refusedAt(change: Partial<Opening>): unknown {
  try {
    open(change);
  } catch (error) {
    if (error instanceof Refusal) return [error.code, 'field' in error.facts ? error.facts.field : undefined];
    throw error;
  }
  return 'not refused';
}

describe('opening a case', () => {
  it('names everybody by role and chance, the caller first', () => {
    const { members, witnesses, pseudonyms, case: opened } = open();
    expect(members.map(({ personId, role }) => [personId, role])).toEqual([
      ['me', 'prosecutor'],
      ['clerk', 'clerk'],
      ['holder', 'support-officer'],
      ['other', 'attending-officer'],
    ]);
    expect(members.map(({ pseudonym }) => pseudonym[0]).join('')).toBe('PCSA');
    expect(witnesses).toHaveLength(1);
    const [witness] = witnesses as [CaseWitness];
    expect(witness).toMatchObject({
      holder: 'holder',
      zone: 'Asia/Yangon',
      protected: true,
    });
    expect(witness.pseudonym).toMatch(/^W-/);
    expect(opened).toMatchObject({ caseId: 'case', openedBy: 'me' });
    expect(pseudonyms.taken).toEqual([...members, witness].map(({ pseudonym }) => pseudonym));
  });

  it('takes nobody twice', () => {
    expect(membersOf({ ...body, members: [id('me'), id('clerk'), id('clerk')] }, 'me')).toEqual([
      'me',
      'clerk',
    ]);
  });

  it.each<[string, Partial<Opening>, string]>([
    ['somebody unknown', { people: [...people.slice(0, 3), undefined] }, 'members'],
    [
      'somebody disabled',
      { people: [...people.slice(0, 3), person('other', 'clerk', { disabled: true })] },
      'members',
    ],
    [
      'counsel, whom the court alone admits',
      { people: [...people.slice(0, 3), person('other', 'defence-counsel')] },
      'members',
    ],
    [
      'an administrator, who is in no case',
      { people: [...people.slice(0, 3), person('other', 'agency-administrator')] },
      'members',
    ],
    [
      'somebody without an account',
      { people: [...people.slice(0, 3), person('other', 'interpreter')] },
      'members',
    ],
    ['a holder of another role', { body: withWitness({ holder: id('clerk') }) }, 'holder'],
    ['a holder outside the case', { body: withWitness({ holder: id('nobody') }) }, 'holder'],
    ['somebody outside who may know', { body: withWitness({ mayKnow: [id('nobody')] }) }, 'mayKnow'],
  ])('refuses %s', (_, change, field) => {
    expect(refusedAt(change)).toEqual(['person-not-suitable', field]);
  });
});

describe('a pseudonym', () => {
  /** What chance that always says the same gives. */
  const named = (byte: number) => freePseudonym('interpreter', [], () => Uint8Array.of(byte));

  it('is never one that is taken', () => {
    const [first, second] = [named(6), named(7)];
    const bytes = [6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7];
    const next = () => Uint8Array.of(bytes.shift() ?? 0);
    expect(freePseudonym('interpreter', [first], next)).toBe(second);
  });

  it('has a letter of its own for each role', () => {
    const chance = (length: number) => randomBytes(length);
    const given = everyRole.options.map((each) => [each, freePseudonym(each, [], chance)[0]]);
    expect(Object.fromEntries(given)).toEqual(letters);
    expect(new Set(Object.values(letters)).size).toBe(everyRole.options.length);
  });

  it('fails rather than loops when chance is broken', () => {
    expect(() => freePseudonym('interpreter', [named(6)], () => Uint8Array.of(6))).toThrow(RangeError);
  });
});

describe('her zone', () => {
  const { case: opened, members, witnesses } = open();
  const [witness] = witnesses as [CaseWitness];
  const seenBy = (personId: string, shielded = true) =>
    viewOf(
      {
        case: opened,
        members,
        witnesses: [{ ...witness, protected: shielded }],
        parties: [],
        former: [],
        formerParties: [],
        standings: [],
        conflicts: undefined,
        self: members.find((member) => member.personId === personId) ?? (members[0] as (typeof members)[0]),
      },
      true,
      new Date('2026-11-28T00:00:00Z'),
      { role: 'clerk', country: 'TH' },
      () => ({ byName: true, mayTakeOut: false }),
    ).witnesses[0]?.zone;

  it('is seen by her holder and those whom the order lists, and by nobody else', () => {
    expect(['me', 'clerk', 'holder', 'other'].map((personId) => seenBy(personId))).toEqual([
      undefined,
      undefined,
      'Asia/Yangon',
      'Asia/Yangon',
    ]);
    expect(mayKnowPlace(witness, 'stranger')).toBe(false);
  });

  it('is seen by every member where she is not protected', () => {
    expect(seenBy('clerk', false)).toBe('Asia/Yangon');
  });
});

describe('the file of a case', () => {
  it('does not exist for whoever is not in it', () => {
    expect(() => parseFile([], 'me')).toThrow(new Refusal('not-found'));
  });
});

describe('a party', () => {
  const { witnesses } = open();
  const [witness] = witnesses as [CaseWitness];

  it('is the person to be heard, by her pseudonym in the case', () => {
    expect(witnessOf({ witnesses }, witness.pseudonym)).toBe(witness);
  });

  it.each(['', 'W-0000', witness.partyId])('that the case does not have is nobody: %s', (party) => {
    expect(() => witnessOf({ witnesses }, party)).toThrow(
      new Refusal('person-not-suitable', { seat: 'witness' }),
    );
  });
});
