import { describe, expect, it } from 'vitest';
import type { CaseWitness } from '../../../functions/cases/port/membership.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { seatRows, type KnownSeat } from '../../../functions/sessions/port/seat-times.ts';
import type { Role } from '../../../functions/shared/access/roles.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';

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
  {
    seat: 'support-officer',
    person: person('support-officer', 'Asia/Jayapura', { agencyId: 'shelter', atProtectedSite: true }),
  },
  { seat: 'witness', pseudonym: 'W-AAAA', availability: 'available' },
  { seat: 'interpreter', person: person('interpreter', 'America/Los_Angeles') },
  { seat: 'attending-officer', person: person('attending-officer', 'Asia/Jayapura') },
];

const rowsFor = (viewerId: string, shielded = witness, known = seats) =>
  seatRows(known, viewOf(viewerId, shielded));
const viewOf = (viewerId: string, shielded: CaseWitness) => ({
  viewpoint: { viewer: viewerOf(viewerId), witnesses: [shielded], hostState: 'ID' },
  start: parseInstant('2026-04-02T02:30:00Z'),
  venueLocal: '2026-04-02T09:30',
});
/** Those of the shelter have an agency of their own; all others another each. */
const viewerOf = (personId: string) => {
  const atShelter = personId.startsWith('support-officer');
  return { personId, agencyId: atShelter ? 'shelter' : personId, atProtectedSite: atShelter };
};
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

  it.each(['prosecutor', 'clerk', 'central-authority', 'auditor', 'another support-officer'])(
    'the %s sees neither her time nor that of whoever is beside her',
    (viewer) => {
      expect(zonesFor(viewer)).toEqual(hidden);
    },
  );

  it('her holder sees hers and, since she is there, that of whoever is beside her', () => {
    expect(zonesFor('support-officer')).toEqual({
      ...hidden,
      'support-officer': 'Asia/Jayapura',
      witness: 'Asia/Jayapura',
      'attending-officer': 'Asia/Jayapura',
    });
  });

  it('whoever the protection order lists sees hers, and nothing of a protected site', () => {
    const order = { ...witness, mayKnow: ['attending-officer', 'prosecutor'] };
    for (const viewer of ['attending-officer', 'prosecutor'])
      expect(zonesFor(viewer, order)).toEqual({
        ...hidden,
        witness: 'Asia/Jayapura',
        'attending-officer': 'Asia/Jayapura',
      });
  });

  it('colleagues at the protected site see the time there', () => {
    expect(zonesFor('support-officer of the night')['support-officer']).toBe('Asia/Jayapura');
  });

  it('a shelter stays secret where the witness herself is not protected, and from a holder elsewhere', () => {
    const open = { ...witness, protected: false };
    expect(zonesFor('prosecutor', open)['support-officer']).toBeUndefined();
    expect(zonesFor('clerk', { ...witness, holder: 'clerk' })['support-officer']).toBeUndefined();
  });

  it('an officer sees the own time, even without being listed', () => {
    expect(zonesFor('attending-officer', { ...witness, mayKnow: [] })).toEqual({
      ...hidden,
      'attending-officer': 'Asia/Jayapura',
    });
  });

  it.each(['support-officer', 'attending-officer'] as const)(
    'the %s beside her is shown by a clock that tells nothing: hers to whoever may know it, else the capital’s',
    (seat) => {
      // In another place than she, so that it would show.
      const beside = [{ seat, person: person(seat, 'Asia/Makassar') }];
      const zone = (viewerId: string, shielded: CaseWitness) =>
        seatRows(beside, { ...viewOf(viewerId, shielded) })[0]?.time?.zone;
      expect(zone('clerk', witness)).toBe('Asia/Jakarta');
      expect(zone('clerk', { ...witness, mayKnow: ['clerk'] })).toBe('Asia/Jayapura');
      expect(zone('clerk', { ...witness, protected: false })).toBe('Asia/Jayapura');
      expect(zone(seat, witness)).toBe('Asia/Makassar');
    },
  );
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
