import { candidate } from '../../support/candidate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWorkingTime } from '../../../functions/directory/port/working-time-store.ts';
import { findSlots } from '../../../functions/availability/engine/find-slots.ts';
import {
  type Question,
  isRoom,
  type Candidate,
  type Seat,
} from '../../../functions/availability/engine/question.ts';
import {
  canFill,
  choicesAt,
  couldTake,
  isShortNotice,
  isWorking,
  minutesOf,
  naiveStarts,
  wallOf,
} from './naive.ts';
import { question } from './sample-question.ts';

/** What is said of each start, checked against the definitions, minute by minute. */

const VENUE = 'Asia/Kathmandu';
const MOST = 6;

const isSociable = ({ workingTime: { zone, sociable } }: Candidate, minute: number): boolean => {
  const { clock } = wallOf(zone, minute);
  return sociable.from <= clock && clock < sociable.until;
};
const isHoliday = ({ workingTime, holidays }: Candidate, minute: number): boolean =>
  holidays.has(Date.parse(wallOf(workingTime.zone, minute).day) / 86_400_000);

const beginOf = (seat: Seat, start: number): number => Math.min(...minutesOf(seat, start));

function warningsOf(asked: Question, seat: Seat, resource: Candidate, start: number): string[] {
  return resource.hidden ? [] : saidOf(asked, seat, resource, start);
}

function saidOf(asked: Question, seat: Seat, resource: Candidate, start: number): string[] {
  const minutes = minutesOf(seat, start);
  const { zone } = resource.workingTime;
  const [guess, room] = [!resource.binds, isRoom(resource)];
  const begin = wallOf(zone, beginOf(seat, start));
  const isOff = (minute: number) => resource.workingTime.daysOff.includes(wallOf(zone, minute).day);
  const outside = !minutes.every((minute) => isWorking(resource, minute) && !isOff(minute));
  const strict = { ...seat, loose: { hours: true, notice: true } };
  return [
    ...(room || minutes.every((minute) => isSociable(resource, minute)) ? [] : ['unsociable']),
    ...(!room && minutes.some((minute) => isHoliday(resource, minute)) ? ['holiday'] : []),
    ...(outside && !guess ? ['outside-hours'] : []),
    ...(outside && guess ? ['outside-usual-hours'] : []),
    ...(!guess && isShortNotice(asked, seat, resource, start) ? ['short-notice'] : []),
    // Of those who could come at all, this one could not if buffers were kept.
    ...(!guess && !couldTake(asked, strict, resource, start) ? ['buffer'] : []),
    ...(begin.offset === wallOf(zone, asked.now).offset ? [] : ['clock-changes']),
    ...(begin.day === wallOf(VENUE, beginOf(seat, start)).day ? [] : ['other-date']),
  ];
}

/** What would have to be set aside to book this one. */
const needsOf = (resource: Candidate, warnings: readonly string[]): string[] =>
  !resource.binds || isRoom(resource)
    ? []
    : ['unsociable', 'outside-hours', 'holiday', 'short-notice', 'buffer'].filter((name) =>
        warnings.includes(name),
      );

const burdens = ['unsociable', 'holiday', 'outside-hours', 'outside-usual-hours', 'short-notice', 'buffer'];

function burdenedAt(asked: Question, start: number): number {
  return asked.seats.filter((seat) =>
    seat.candidates
      .filter((each) => couldTake(asked, seat, each, start))
      .every((each) => saidOf(asked, seat, each, start).some((warning) => burdens.includes(warning))),
  ).length;
}

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Hours between the middle of the session and that of the sociable hours, for whoever has the most of them. */
function unfairAt({ seats }: Question, start: number): number {
  const hours = seats.flatMap((seat) => {
    const [named] = seat.candidates;
    if (named === undefined || seat.candidates.length > 1 || isRoom(named)) return [];
    const all = minutesOf(seat, start);
    const middle = (Math.min(...all) + Math.max(...all) + 1) / 2;
    const { zone, sociable } = named.workingTime;
    const wall = clock(wallOf(zone, Math.floor(middle)).clock) + (middle % 1);
    const away = Math.abs(wall - (clock(sociable.from) + clock(sociable.until)) / 2);
    return [Math.floor(Math.min(away, 1440 - away) / 60)];
  });
  return Math.max(0, ...hours);
}

/** Each candidate who can have the seat while the others find theirs. */
function fitting(asked: Question, start: number): string[][] {
  const choices = choicesAt(asked, start);
  return choices.map((some, seat) =>
    some.filter((id) =>
      canFill(
        choices.filter((_, other) => other !== seat),
        [id],
      ),
    ),
  );
}

function naiveOrder(asked: Question): { start: number; burdened: number; unfair: number }[] {
  const ranked = naiveStarts(asked)
    .map((start) => ({ start, burdened: burdenedAt(asked, start), unfair: unfairAt(asked, start) }))
    .toSorted((a, b) => a.burdened - b.burdened || a.unfair - b.unfair || a.start - b.start);
  const chosen: typeof ranked = [];
  const apart = Math.max(asked.minutes, 120);
  for (const each of ranked)
    if (chosen.length < MOST && chosen.every(({ start }) => Math.abs(start - each.start) >= apart))
      chosen.push(each);
  return chosen;
}

describe('what is found', () => {
  it('is ranked, spread, warned of and filled as the rules say', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(question, (asked) => {
        const found = findSlots(asked, VENUE, MOST);
        expect(found.slots.map(({ start, burdened, unfair }) => ({ start, burdened, unfair }))).toEqual(
          naiveOrder(asked),
        );
        expect(found.reason === undefined).toBe(found.slots.length > 0);
        for (const slot of found.slots) {
          const fits = fitting(asked, slot.start);
          for (const [order, choice] of slot.choices.entries()) {
            const seat = asked.seats[order] as Seat;
            expect(choice.count).toBe(fits[order]?.length);
            expect(choice.best.map(({ resource }) => resource.id).toSorted()).toEqual(
              fits[order]?.toSorted(),
            );
            for (const { resource, warnings, needs } of choice.best) {
              expect(warnings).toEqual(warningsOf(asked, seat, resource, slot.start));
              expect(needs).toEqual(needsOf(resource, warnings));
              for (const warning of warnings) seen.add(warning);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
    // Were nothing ever found, nothing would have been compared.
    expect(seen.size).toBeGreaterThan(3);
  }, 120_000);

  it('lies as far apart as the rules say, and no further', () => {
    const workingTime = {
      ...usualWorkingTime('Asia/Bangkok', 'TH'),
      weekly: [{ weekday: 1, from: '09:00', until: '18:00' }],
    };
    const resource = candidate({ id: 'one', workingTime });
    const noon = Date.UTC(2027, 2, 8, 5) / 60_000;
    const { slots } = findSlots(
      {
        from: noon - 720,
        until: noon + 720,
        now: noon - 1440,
        grid: 15,
        minutes: 60,
        seats: [{ key: 'one', blocks: [{ at: 0, minutes: 60 }], candidates: [resource] }],
      },
      'Asia/Bangkok',
      MOST,
    );
    // The middle of the sociable hours is 13:30. Full hours from it: 0, then 1, then twice 2 and more.
    expect(slots.map(({ start, unfair }) => [start - noon, unfair])).toEqual([
      [15, 0],
      [135, 1],
      [-105, 2],
      [255, 3],
    ]);
  });

  it('has each possible start in a band, and for each seat its own', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { bands, easy, rows } = findSlots(asked, VENUE, MOST);
        const startsIn = (some: typeof bands) =>
          some.flatMap(({ first, last }) =>
            Array.from({ length: (last - first) / asked.grid + 1 }, (_, at) => first + at * asked.grid),
          );
        const starts = naiveStarts(asked);
        expect(startsIn(bands)).toEqual(starts);
        expect(startsIn(easy)).toEqual(starts.filter((start) => burdenedAt(asked, start) === 0));
        const [seat] = asked.seats;
        if (seat !== undefined)
          expect(startsIn(rows()[0] ?? [])).toEqual(naiveStarts({ ...asked, seats: [seat] }));
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
