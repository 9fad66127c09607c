import { describe, expect, it } from 'vitest';
import type { CaseWitness } from '../../functions/cases/membership.ts';
import type { Person } from '../../functions/directory/actor.ts';
import { seatRows, type KnownSeat } from '../../functions/sessions/seat-times.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';

const person = (role: Role, zone: string, more: Partial<Person> = {}): Person => ({
  personId: role,
  role,
  label: `The ${role}`,
  agencyId: 'agency',
  agencyName: 'Agency',
  country: 'XX',
  zone,
  language: 'en',
  ...more,
});

const witness: CaseWitness = {
  caseId: 'case',
  partyId: 'party',
  pseudonym: 'W-AAAA',
  protected: true,
  holder: 'support-officer',
  // Not the capital's, so that a leak would show.
  zone: 'Asia/Jayapura',
  mayKnow: ['attending-officer'],
};

const seats: KnownSeat[] = [
  { seat: 'prosecutor', person: person('prosecutor', 'Asia/Bangkok') },
  { seat: 'support-officer', person: person('support-officer', 'Asia/Jayapura', { atProtectedSite: true }) },
  { seat: 'witness', pseudonym: 'W-AAAA', availability: 'available' },
  { seat: 'interpreter', person: person('interpreter', 'America/Los_Angeles') },
  { seat: 'attending-officer', person: person('attending-officer', 'Asia/Jayapura') },
];

const rowsFor = (viewerId: string, shielded = witness, known = seats) =>
  seatRows(known, {
    viewerId,
    witness: shielded,
    hostZone: 'Asia/Jakarta',
    start: parseInstant('2026-04-02T02:30:00Z'),
    venueLocal: '2026-04-02T09:30',
  });
const zonesFor = (viewerId: string, shielded = witness) =>
  Object.fromEntries(rowsFor(viewerId, shielded).map(({ seat, time }) => [seat, time?.zone]));

describe('whose time is shown to whom', () => {
  const hidden = {
    prosecutor: 'Asia/Bangkok',
    'support-officer': undefined,
    witness: undefined,
    interpreter: 'America/Los_Angeles',
    'attending-officer': 'Asia/Jakarta',
  };
  const known = {
    ...hidden,
    'support-officer': 'Asia/Jayapura',
    witness: 'Asia/Jayapura',
    'attending-officer': 'Asia/Jayapura',
  };

  it.each(['prosecutor', 'clerk', 'central-authority', 'auditor', 'another support-officer'])(
    'the %s sees neither her time nor that of whoever is beside her',
    (viewer) => {
      expect(zonesFor(viewer)).toEqual(hidden);
    },
  );

  it.each(['support-officer', 'attending-officer'])('the %s, who may know the place, sees all', (viewer) => {
    expect(zonesFor(viewer)).toEqual(known);
  });

  it('a shelter stays secret where the witness herself is not protected', () => {
    expect(zonesFor('prosecutor', { ...witness, protected: false })).toEqual({
      ...known,
      'support-officer': undefined,
    });
  });

  it('an officer sees the own time, even without being listed', () => {
    expect(zonesFor('attending-officer', { ...witness, mayKnow: [] })).toEqual({
      ...hidden,
      'attending-officer': 'Asia/Jayapura',
    });
  });
});

describe('a row', () => {
  const of = (seat: Role, viewer: string) => rowsFor(viewer).find((row) => row.seat === seat);

  it('shows local time and offset, and that the date differs from the venue’s', () => {
    expect(of('interpreter', 'clerk')).toEqual({
      seat: 'interpreter',
      label: 'The interpreter',
      time: { zone: 'America/Los_Angeles', local: '2026-04-01T19:30', offset: '-07:00' },
      dateDiffers: true,
    });
    expect(of('prosecutor', 'clerk')?.dateDiffers).toBe(false);
  });

  it('that is hidden says whether she is free and nothing else, also not whether her date differs', () => {
    expect(of('witness', 'clerk')).toEqual({
      seat: 'witness',
      pseudonym: 'W-AAAA',
      availability: 'available',
    });
  });

  it('stands for the host State while nobody is named', () => {
    const [row] = rowsFor('prosecutor', witness, [{ seat: 'attending-officer' }]);
    expect(row).toEqual({
      seat: 'attending-officer',
      time: { zone: 'Asia/Jakarta', local: '2026-04-02T09:30', offset: '+07:00' },
      dateDiffers: false,
    });
  });
});
