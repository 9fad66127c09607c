import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScreened } from '../../functions/rooms/kept-apart.ts';
import { machines } from '../../functions/media/contract.ts';
import { placesIn, sideOf, type PlacedDoor } from '../../functions/rooms/place.ts';
import { roomItem, unopened, type Room } from '../../functions/rooms/room.ts';
import { settled } from '../../functions/rooms/settled.ts';
import { apartOf } from '../../functions/sessions/port/one-room.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { allOpen } from '../support/all-open.ts';

/** Whoever is screened never shares a room with whoever is protected from them, whatever steps were taken, and whatever was said. */

const people: readonly (readonly [Role, string])[] = [
  ['judge', 'J-2222'],
  ['clerk', 'C-2222'],
  ['prosecutor', 'P-2222'],
  ['witness', 'W-2222'],
  ['witness', 'W-4444'],
  ['support-officer', 'S-2222'],
  ['support-person', 'N-2222'],
  ['attending-officer', 'A-2222'],
  ['interpreter', 'I-2222'],
  ['interpreter', 'I-4444'],
  ['accused', 'R-2222'],
  ['accused', 'R-4444'],
  ['custody-officer', 'K-2222'],
  ['defence-counsel', 'D-2222'],
  ['observer', 'O-2222'],
];
const all = people.map(([, pseudonym]) => pseudonym);
const someone = fc.constantFrom(...all);

/** Nothing was planned or ordered: the accused's side is apart from whoever is heard. */
function door(present: readonly string[]): PlacedDoor {
  const seats = people.flatMap(([seat, pseudonym]) =>
    present.includes(pseudonym) ? [{ seat, pseudonym }] : [],
  );
  return {
    sessionId: 's',
    kind: 'testimony',
    gates: allOpen,
    seats,
    apart: [...apartOf({ sessionId: 's', seats })],
  };
}

const state = fc.constantFrom('away' as const, 'waiting' as const, 'admitted' as const, 'admitted' as const);
const standing = fc.record({
  phase: fc.constantFrom('open' as const, 'open' as const, 'paused' as const, 'closed' as const),
  pauses: fc.constantFrom(
    [] as Room['pauses'],
    [{ seat: 'judge', kind: 'recess' }] satisfies Room['pauses'],
    [{ seat: 'witness', kind: 'stop' }] satisfies Room['pauses'],
  ),
  states: fc.array(state, { minLength: all.length, maxLength: all.length }),
  called: fc.uniqueArray(fc.constantFrom('W-2222', 'W-4444')),
  beside: fc.dictionary(someone, fc.constantFrom(...all, 'court'), { maxKeys: 4 }),
  inCamera: fc.boolean(),
  talk: fc.uniqueArray(someone, { maxLength: 5 }),
});

const roomAs = (before: Room, of: typeof standing extends fc.Arbitrary<infer T> ? T : never): Room =>
  roomItem.parse({
    ...before,
    phase: of.phase,
    pauses: of.phase === 'paused' ? of.pauses : [],
    seats: Object.fromEntries(all.map((who, at) => [who, { state: of.states[at] ?? 'away' }])),
    called: of.called,
    beside: of.beside,
    inCamera: of.inCamera ? true : undefined,
    consultations: of.talk.length === 0 ? {} : { talk: { by: of.talk[0] ?? '', people: of.talk } },
  });

const isOf = (side: 'heard' | 'screened', at: PlacedDoor, room: Room, who: string): boolean => {
  const seat = at.seats.find(({ pseudonym }) => pseudonym === who);
  return seat !== undefined && sideOf(at, room, seat).of === side;
};

describe('in every state', () => {
  it('nobody who is screened is in a room with whoever is heard, or with those who go with them', () => {
    fc.assert(
      fc.property(fc.subarray(all), standing, (present, of) => {
        const at = door(present);
        const room = roomAs(unopened('s'), of);
        for (const [key, placed] of placesIn(at, room)) {
          const whos = [...placed.keys()];
          const screened = whos.filter((who) => isOf('screened', at, room, who));
          const heard = whos.filter((who) => isOf('heard', at, room, who));
          expect(screened.length > 0 && heard.length > 0, `${key} ${whos.join()}`).toBe(false);
          for (const machine of machines)
            if (key.startsWith('consultation')) expect(whos).not.toContain(machine);
          for (const who of whos.filter((each) => all.includes(each)))
            expect(room.seats[who]?.state).toBe('admitted');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a booth is of those alone who interpret in the room beside it, while they are several', () => {
    let booths = 0;
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 8 }), standing, (present, of) => {
        const at = door(present);
        const places = placesIn(at, roomAs(unopened('s'), of));
        for (const [key, beside] of [
          ['booth', 'hearing'],
          ['booth-screened', 'screened'],
        ] as const) {
          const team = at.seats.flatMap(({ seat, pseudonym }) =>
            seat === 'interpreter' && places.get(beside)?.get(pseudonym) === 'in' ? [pseudonym] : [],
          );
          const there = [...(places.get(key) ?? [])];
          if (there.length > 0) booths += 1;
          expect(new Map(there)).toEqual(
            new Map(team.length < 2 ? [] : [...team, 'observer'].map((who) => [who, 'in'])),
          );
        }
      }),
      { numRuns: 300 },
    );
    expect(booths).toBeGreaterThan(10);
  });

  it('everybody is heard in one room beside a consultation or a booth, and those who go together are together', () => {
    fc.assert(
      fc.property(fc.subarray(all), standing, (present, of) => {
        const at = door(present);
        const room = roomAs(unopened('s'), of);
        const places = placesIn(at, room);
        const mainOf = (who: string) =>
          [...places].flatMap(([key, placed]) =>
            placed.get(who) === 'in' && !/^(?:consultation|booth)/.test(key) ? [key] : [],
          );
        for (const who of present) expect(mainOf(who).length).toBeLessThanOrEqual(1);
        for (const heard of ['W-2222', 'W-4444']) {
          const group = at.seats.filter((seat) => {
            const side = sideOf(at, room, seat);
            return side.of === 'heard' && side.whom === heard && mainOf(seat.pseudonym).length > 0;
          });
          expect(new Set(group.flatMap(({ pseudonym }) => mainOf(pseudonym))).size).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('over any sequence of states', () => {
  it('no media room has held both sides at any time, and whoever is out of one is out of it for good', () => {
    fc.assert(
      fc.property(fc.array(standing, { minLength: 2, maxLength: 8 }), (states) => {
        const at = door(all);
        const names = {
          roomName: () => randomBytes(8).toString('hex'),
          randomBytes: (n: number) => randomBytes(n),
        };
        let room = unopened('s');
        const held = new Map<string, Set<string>>();
        for (const of of states) {
          room = settled(at, roomAs(room, of), names);
          for (const { roomName, people: there } of Object.values(room.rooms)) {
            const before = held.get(roomName) ?? new Set();
            // A room from which somebody went is another one.
            for (const who of before) expect(Object.keys(there)).toContain(who);
            held.set(roomName, new Set(Object.keys(there)));
          }
        }
        for (const whos of held.values()) {
          const isScreenedThere = [...whos].some((who) => isScreened(at, { pseudonym: who }));
          expect(isScreenedThere && [...whos].some((who) => who.startsWith('W-'))).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a page can tell the later of its places', () => {
    fc.assert(
      fc.property(fc.array(standing, { minLength: 2, maxLength: 8 }), (states) => {
        const at = door(all);
        const names = {
          roomName: () => randomBytes(8).toString('hex'),
          randomBytes: (n: number) => randomBytes(n),
        };
        let room = unopened('s');
        for (const of of states) {
          const before = room;
          room = settled(at, roomAs(room, of), names);
          for (const [key, { roomName, people: there }] of Object.entries(room.rooms))
            for (const [who, { identity, since }] of Object.entries(there)) {
              const same = before.rooms[key]?.people[who];
              if (before.rooms[key]?.roomName === roomName && same !== undefined) {
                expect(same.identity).toBe(identity);
                continue;
              }
              const earlier = Object.values(before.rooms).flatMap((each) => each.people[who]?.since ?? []);
              for (const other of earlier) expect(since).toBeGreaterThan(other);
            }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('where there is no court', () => {
  it('everybody is in one room', () => {
    const at = { ...door(['P-2222', 'C-2222', 'W-2222', 'S-2222', 'I-2222']), kind: 'interview' as const };
    const room = roomAs(unopened('s'), {
      phase: 'open',
      pauses: [],
      states: all.map(() => 'admitted' as const),
      called: [],
      beside: {},
      inCamera: false,
      talk: [],
    });
    expect([...placesIn(at, room).keys()]).toEqual(['hearing']);
  });
});
