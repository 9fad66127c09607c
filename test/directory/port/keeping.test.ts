import { describe, expect, it } from 'vitest';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { mayKeepPerson, mayKeepRoom } from '../../../functions/directory/port/keeping.ts';
import { roomRow } from '../../../functions/directory/room.ts';
import type { StoredRoom } from '../../../functions/directory/port/working-time-store.ts';

const own = { agencyId: 'own' };
const other = { agencyId: 'other' };
const agency = { agencyId: 'own', name: 'Own', country: 'MM' };
const lent = { ...agency, keptBy: ['other'] };

describe('a person’s calendar is kept', () => {
  it('by the officers of the agency and of the agencies that it names', () => {
    expect(mayKeepPerson(own, own, agency)).toBe(true);
    expect(mayKeepPerson(other, own, agency)).toBe(false);
    expect(mayKeepPerson(other, own, lent)).toBe(true);
  });

  it('by nobody else when the person works at a protected site', () => {
    const hidden = { ...own, atProtectedSite: true };
    expect(mayKeepPerson(own, hidden, agency)).toBe(false);
    expect(mayKeepPerson(other, hidden, lent)).toBe(false);
  });
});

const at = (agencyId: string, atProtectedSite?: true) => ({
  agencyId,
  ...(atProtectedSite === undefined ? {} : { atProtectedSite }),
});

describe('a room is kept', () => {
  it('like a person, while its place is known', () => {
    const room = { ...own, atProtectedSite: false };
    expect(mayKeepRoom(at('own'), room, agency)).toBe(true);
    expect(mayKeepRoom(at('other'), room, agency)).toBe(false);
    expect(mayKeepRoom(at('other'), room, lent)).toBe(true);
  });

  it('at a protected site by the officers there alone', () => {
    const room = { ...own, atProtectedSite: true };
    expect(mayKeepRoom(at('own', true), room, agency)).toBe(true);
    expect(mayKeepRoom(at('own'), room, agency)).toBe(false);
    expect(mayKeepRoom(at('other', true), room, lent)).toBe(false);
  });
});

describe('a room in the list', () => {
  const viewer = (parts: Partial<Person>): Person => ({
    personId: 'viewer',
    role: 'clerk',
    label: 'Clerk',
    agencyId: 'other',
    agencyName: 'Other',
    country: 'TH',
    zone: 'Asia/Bangkok',
    language: 'th',
    ...parts,
  });
  const room = {
    roomId: '4x7k2q9d1m3n5p8r0s6t7v2w4y',
    label: 'Room 2',
    city: 'Yangon',
    country: 'MM',
    vetted: true,
    atProtectedSite: false,
    agencyId: 'own',
    agencyName: 'Own',
    version: 3,
  } as StoredRoom;
  const plain = { roomId: room.roomId, label: 'Room 2', agency: 'Own', vetted: true };
  const place = { city: 'Yangon', country: 'MM' };

  it('shows where it is, and to its keepers its version', () => {
    expect(roomRow(room, viewer({}), agency)).toEqual({ ...plain, ...place });
    expect(roomRow(room, viewer({ agencyId: 'own' }), agency)).toEqual({ ...plain, ...place, version: 3 });
  });

  it('shows nothing of where it is at a protected site, except to the officers there', () => {
    const hidden = { ...room, atProtectedSite: true };
    expect(roomRow(hidden, viewer({}), agency)).toBeUndefined();
    expect(roomRow(hidden, viewer({ agencyId: 'own' }), agency)).toBeUndefined();
    expect(roomRow(hidden, viewer({ agencyId: 'own', atProtectedSite: true }), agency)).toEqual({
      ...plain,
      ...place,
      version: 3,
    });
  });
});
