import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingOrdered } from '../../../functions/orders/port/measures.ts';
import type { Level } from '../../../functions/orders/measures/contract.ts';
import type { StandingOrder } from '../../../functions/orders/port/standing-orders.ts';
import { channelsIn, passageIn } from '../../../functions/rooms/machines/passage.ts';
import { roomItem, unopened } from '../../../functions/rooms/room.ts';
import { apartOf } from '../../../functions/sessions/port/one-room.ts';
import type { Door } from '../../../functions/sessions/port/door.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import { allOpen } from '../../support/all-open.ts';

/** Which voices into a language are carried over to the screened side. Hers speaks Shan, the accused Khmer, the court Thai. */

const now = new Date('2026-11-25T03:00:00.000Z');
const seats: Door['seats'] = [
  { seat: 'judge', pseudonym: 'J-2222' },
  { seat: 'witness', pseudonym: 'W-2222' },
  { seat: 'interpreter', pseudonym: 'I-2222' },
  { seat: 'interpreter', pseudonym: 'I-4444' },
  { seat: 'accused', pseudonym: 'R-2222' },
];
const door = {
  sessionId: 's',
  caseId: 'c',
  kind: 'testimony',
  gates: allOpen,
  seats,
  apart: [...apartOf({ sessionId: 's', seats })],
} as unknown as Door;
/** I-2222 is hers, I-4444 the court's. */
const room = (carried: object | undefined, beside: Record<string, string> = { 'I-4444': 'court' }) =>
  roomItem.parse({
    ...unopened('s'),
    phase: 'open',
    seats: Object.fromEntries(seats.map(({ pseudonym }) => [pseudonym, { state: 'admitted' }])),
    called: ['W-2222'],
    beside,
    carried,
    rooms: {
      hearing: {
        roomName: 'h',
        people: Object.fromEntries(
          ['J-2222', 'W-2222', 'I-2222', 'I-4444'].map((who) => [who, { identity: `of-${who}`, since: 1 }]),
        ),
      },
    },
  });
const heardAs = (heard: Level): StandingOrder => ({
  caseId: 'c',
  version: 1,
  matter: { kind: 'pair', protected: 'W-2222', from: 'R-2222' },
  periods: [
    {
      from: parseInstant('2026-11-01T00:00:00.000Z'),
      ordered: { measures: { ...nothingOrdered, meet: false, heard } },
      leafHash: 'AAAA',
    },
  ],
});
const told = (orders: readonly StandingOrder[], ...of: Parameters<typeof room>) =>
  passageIn({ door, orders, standings: [] }, room(...of), now);
const said = { court: ['th'], screened: ['km'] };

describe('a voice into a language', () => {
  it('is carried into the court’s languages and the accused’s own, and of her interpreter into the court’s alone', () => {
    const passage = told([heardAs('as-is')], said);
    expect(passage['of-I-4444']).toMatchObject({ heard: 'as-is', channels: ['km', 'th'] });
    expect(passage['of-I-2222']).toEqual({ heard: 'as-is', seen: 'not', channels: ['th'] });
    for (const who of ['of-J-2222', 'of-W-2222']) expect(passage[who]).not.toHaveProperty('channels');
  });

  it('is not carried of her interpreter where she is not to be heard', () => {
    for (const orders of [[], [heardAs('not')]])
      expect(told(orders, said)['of-I-2222']).toEqual({ heard: 'not', seen: 'not' });
  });

  it('is carried by nobody before the court said into which', () => {
    for (const each of Object.values(told([heardAs('as-is')], undefined)))
      expect(each).not.toHaveProperty('channels');
  });

  it('passes nowhere but into languages that the court said, and hers nowhere into one that is not the court’s', () => {
    const languages = fc.uniqueArray(fc.constantFrom('th', 'km', 'my', 'shn', 'en'), { maxLength: 3 });
    const beside = fc.constantFrom({}, { 'I-4444': 'court' }, { 'I-4444': 'R-2222' }, { 'I-2222': 'court' });
    const level = fc.constantFrom<Level>('as-is', 'altered', 'not');
    fc.assert(
      fc.property(languages, languages, beside, level, (court, screened, goesWith, hear) => {
        const at = room({ court, screened }, goesWith);
        const passage = passageIn({ door, orders: [heardAs(hear)], standings: [] }, at, now);
        for (const [who, { heard, channels: into = [] }] of Object.entries(passage)) {
          for (const each of into) expect(channelsIn(at)).toContain(each);
          if (heard === 'not') expect(into).toEqual([]);
          const isHers = !Object.hasOwn(goesWith, who.slice(3));
          if (isHers) for (const each of into) expect(court).toContain(each);
        }
      }),
    );
  });
});

describe('the channels on that side', () => {
  it('are those that the court said, whoever is there and whoever speaks', () => {
    expect(channelsIn(room(said))).toEqual(['km', 'th']);
    expect(channelsIn(room({ court: ['th', 'en'], screened: ['th'] }))).toEqual(['en', 'th']);
    expect(channelsIn(room(undefined))).toEqual([]);
  });
});
