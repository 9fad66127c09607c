import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../functions/directory/port/actor.ts';
import {
  putWorkingTime,
  putHolidays,
  usualWorkingTime,
} from '../../../functions/directory/port/working-time-store.ts';
import type { WorkingTime } from '../../../functions/directory/port/working-time.ts';
import { weeksOf } from '../../../functions/sessions/port/week-pages.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import { enterPerson } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { anyHour, calendarIdOf, setDuty } from '../../support/calendars.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { search } from '../../support/search.ts';
import { availabilityAt, book, bookWith } from '../../support/session-verbs.ts';
import { parsePage, putPage } from '../../../functions/sessions/port/page-items.ts';

/**
 * Whoever may not know where somebody is learns whether that one is available, and nothing more: not from slots or bands,
 * not from reasons or from what would help, not from a refusal, its alternatives, or from what a reason sets aside. The
 * same time is made impossible in every way there is, and every answer must be the same to the letter.
 */

const names = ['unsociable', 'outside-hours', 'holiday', 'short-notice', 'buffer', 'clash'];
const overriding = { overrides: names.map((what) => ({ what, reason: 'protection-of-the-witness' })) };

let store: MemoryStore;
let prepared: PreparedCase;
/** A session whose door can be asked whether it is over. */
let sessionId: string;
let empty: [string, typeof store.items extends Map<string, infer Item> ? Item : never][];

beforeEach(async () => {
  store = memoryStore();
  const interpreter = await enterPerson(store, 'interpreter', { atProtectedSite: true });
  prepared = await prepareCase(store, { interpreter });
  await setDuty(store, interpreter, { dayMinutes: 120, changeover: 30, aloneConsecutive: 480 });
  sessionId = (await book(prepared, '2027-03-29T12:00')).body.sessionId as string;
  empty = [...store.items];
});

const setWorkingTime = (who: Person, more: Partial<WorkingTime>, zone = 'Asia/Bangkok', country = 'TH') => {
  const open = {
    ...usualWorkingTime(zone, country),
    weekly: anyHour,
    sociable: { from: '00:00', until: '24:00' },
  };
  return store.write([putWorkingTime(who.personId, { ...open, ...more }, 0)]);
};

async function take(who: Person, start: string, end: string) {
  const span = { start: parseInstant(start), end: parseInstant(end) };
  for (const week of weeksOf(span)) {
    const page = parsePage({ calendar: calendarIdOf(who), week }, undefined);
    await store.write([putPage({ ...page, version: 1, taken: [{ ...span, sessionId }] })]);
  }
}

const block = (start: string, end: string) => ({
  blocks: [{ start: parseInstant(start), end: parseInstant(end) }],
});

/** Everything that somebody who may not know can find out about a Monday. */
async function answers(seat: 'support-officer' | 'interpreter'): Promise<unknown> {
  const { people, caseId } = prepared;
  const told: unknown[] = [];
  const keep = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
    told.push([status, { ...body, request: '', sessionId: '' }]);
  const asked = {
    caseId,
    earliest: '2027-03-07T17:00:00Z',
    latest: '2027-03-08T17:00:00Z',
    zone: 'Asia/Bangkok',
    segments: [{ kind: 'main', at: 0, minutes: 60 }],
    participants: [
      { key: 'clerk', personId: people.clerk.personId },
      { key: 'hidden', personId: people[seat].personId },
    ],
    rows: true,
  };
  const loose = { outsideHours: true, shortNotice: true, withoutBuffers: true };
  const noon = { earliest: '2027-03-08T03:00:00Z', latest: '2027-03-08T04:45:00Z' };
  for (const more of [{}, loose, noon, { ...noon, ...loose }])
    keep(await search(prepared, { ...asked, ...more }));
  const before = [...store.items];
  for (const local of ['2027-03-08T09:15', '2027-03-08T10:30', '2027-03-08T11:45'])
    for (const more of [{}, overriding]) {
      keep(await bookWith(prepared, local, more));
      reset(before);
    }
  for (const local of ['2027-03-08T09:00', '2027-03-08T10:30'])
    told.push(await availabilityAt(prepared, local));
  return JSON.parse(JSON.stringify(told));
}

function reset(items: typeof empty): void {
  store.items.clear();
  for (const [at, item] of items) store.items.set(at, item);
}

async function expectAlike(
  seat: 'support-officer' | 'interpreter',
  ways: readonly (() => Promise<unknown>)[],
) {
  const all: unknown[] = [];
  for (const way of ways) {
    reset(empty);
    await way();
    all.push(await answers(seat));
  }
  for (const other of all.slice(1)) expect(other).toEqual(all[0]);
  return JSON.stringify(all[0]);
}

describe('why somebody at a protected site cannot come is not told', () => {
  const monday = ['2027-03-08T03:00:00.000Z', '2027-03-08T05:00:00.000Z'] as const;
  const within = ['2027-03-08T03:30:00.000Z', '2027-03-08T04:30:00.000Z'] as const;
  const but = (weekday: number, ...free: [string, string][]) => ({
    weekly: [
      ...anyHour.filter((hours) => hours.weekday !== weekday),
      ...free.map(([from, until]) => ({ weekday, from, until })),
    ],
  });

  it('whether booked, blocked, or kept free around something else, in whatever zone, with whatever hours', async () => {
    const who = prepared.people['support-officer'];
    const said = await expectAlike('support-officer', [
      async () => {
        await setWorkingTime(who, {});
        await take(who, ...monday);
      },
      // Nobody set this one.
      () => take(who, ...monday),
      () => setWorkingTime(who, block(...monday)),
      // The hours say nothing: they would tell the zone.
      () => setWorkingTime(who, { ...block(...monday), ...but(1, ['09:00', '11:00']) }),
      () => setWorkingTime(who, { ...block(...monday), ...but(1) }, 'Asia/Tokyo', 'JP'),
      async () => {
        await setWorkingTime(who, { bufferBefore: 30, bufferAfter: 30 });
        await take(who, ...within);
      },
      () => setWorkingTime(who, { bufferBefore: 30, bufferAfter: 30, ...block(...within) }),
      // Hours that are unsociable there and holidays there are nobody's to see either.
      async () => {
        const sociable = { from: '03:00', until: '04:00' };
        await setWorkingTime(who, { ...block(...monday), sociable }, 'Asia/Tokyo', 'JP');
        await store.write([
          putHolidays('JP', 2027, [{ day: '2027-03-08', kind: 'holiday', name: 'A day' }], 0),
        ]);
      },
    ]);
    expect(said).toContain('already-booked');
    expect(said).not.toMatch(/needs":\["|against|Tokyo|Yangon|duty-limit|override-needed/);
  });

  it('whether at short notice, or blocked until then', async () => {
    const who = prepared.people['support-officer'];
    const until = '2027-03-08T05:00:00.000Z';
    await expectAlike('support-officer', [
      () => setWorkingTime(who, { notice: (7 * 24 + 5) * 60 }),
      () => setWorkingTime(who, block('2027-02-28T00:00:00.000Z', until)),
      () => take(who, '2027-02-28T00:00:00.000Z', until),
      () =>
        setWorkingTime(who, {
          ...block('2027-02-28T00:00:00.000Z', until),
          weekly: [
            ...anyHour.map((hours) => ({ ...hours, validFrom: '2027-03-09' as never })),
            {
              weekday: 1,
              from: '12:00',
              until: '24:00',
              validFrom: '2027-03-08',
              validUntil: '2027-03-08',
            },
          ],
        }),
    ]);
  });

  it('nor of an interpreter, whether the minutes of a day are used up or it is blocked', async () => {
    const who = prepared.people.interpreter;
    await expectAlike('interpreter', [
      async () => {
        await setWorkingTime(who, {});
        await take(who, '2027-03-08T05:00:00.000Z', '2027-03-08T07:00:00.000Z');
      },
      () => setWorkingTime(who, block('2027-03-07T17:00:00.000Z', '2027-03-08T17:00:00.000Z')),
      () =>
        setWorkingTime(who, { ...block('2027-03-07T17:00:00.000Z', '2027-03-08T17:00:00.000Z'), ...but(1) }),
    ]);
  });

  it.each(['support-officer', 'interpreter'] as const)(
    'nor by whose midnight a day of the %s is off: it is one by the clock of the capital',
    async (seat) => {
      const who = prepared.people[seat];
      const daysOff = ['2027-03-08'];
      await expectAlike(seat, [
        () => setWorkingTime(who, block('2027-03-07T17:30:00.000Z', '2027-03-08T17:30:00.000Z')),
        () => setWorkingTime(who, { daysOff }),
        () => setWorkingTime(who, { daysOff }, 'Asia/Tokyo', 'JP'),
        () => setWorkingTime(who, { daysOff }, 'America/New_York', 'US'),
      ]);
    },
  );

  it.each(['support-officer', 'interpreter'] as const)(
    'nor is there any difference between calendars of the %s on which nothing stands',
    async (seat) => {
      const who = prepared.people[seat];
      await store.write([
        putHolidays('JP', 2027, [{ day: '2027-03-08', kind: 'holiday', name: 'A day' }], 0),
      ]);
      empty = [...store.items];
      await expectAlike(seat, [
        () => Promise.resolve(),
        () => setWorkingTime(who, {}),
        () => setWorkingTime(who, but(1)),
        () => setWorkingTime(who, { sociable: { from: '03:00', until: '04:00' } }, 'Asia/Tokyo', 'JP'),
        () => setWorkingTime(who, but(1, ['03:00', '05:00']), 'America/New_York', 'US'),
      ]);
    },
  );

  it('nor whether an interpreter needs time between two sessions', async () => {
    const who = prepared.people.interpreter;
    await expectAlike('interpreter', [
      () => take(who, ...within),
      () => setWorkingTime(who, { ...block(...within), bufferBefore: 30, bufferAfter: 30 }),
      () => setWorkingTime(who, { ...block(...monday), ...but(1) }),
    ]);
  });
});
