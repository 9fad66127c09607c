import {
  newRoom,
  putHolidays,
  putWorkingTime,
} from '../../../functions/directory/port/working-time-store.ts';
import type { WorkingTime } from '../../../functions/directory/port/working-time.ts';
import { doorKey } from '../../../functions/sessions/port/door.ts';
import { putPage } from '../../../functions/sessions/port/page-items.ts';
import { weeksOf, type CalendarId, type Reservation } from '../../../functions/sessions/port/week-pages.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { id } from '../../../functions/shared/values/ids.ts';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import { allOpen } from '../../support/all-open.ts';
import { calendarIdOf, setDuty } from '../../support/calendars.ts';
import { court, enterPerson } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import type { World } from './random-world.ts';

export const zone = 'Asia/Bangkok';
const kept = ['prosecutor', 'clerk', 'support-officer', 'interpreter'] as const;
export const roomId = id.parse('0123456789abcdefghjkmnpqrs');

/** A random world written down: people and a room, their calendars and holidays, and what stands on them. */
export async function writeWorld(given: World): Promise<PreparedCase> {
  const store = memoryStore();
  const interpreter = await enterPerson(store, 'interpreter', { atProtectedSite: given.interpreterHidden });
  const prepared = await prepareCase(store, { interpreter });
  const put = (ownerId: string, value: WorkingTime | undefined, before = 0) =>
    value === undefined ? [] : [putWorkingTime(ownerId, value, before)];
  const room = { roomId, label: 'Room 1', city: 'Bangkok', country: 'TH', vetted: true } as const;
  await store.write([
    ...kept.flatMap((role, at) => put(prepared.people[role].personId, given.calendars[at])),
    ...newRoom({ ...room, atProtectedSite: false, agencyId: court, agencyName: 'Agency' }, zone),
  ]);
  await store.write(put(roomId, given.room, 1));
  await setDuty(store, interpreter, given.duty);
  await store.write([
    putHolidays(
      'TH',
      2027,
      [...new Set(given.holidays)].map((day) => ({ day: dayText(day), kind: 'holiday', name: 'A day' })),
      0,
    ),
  ]);
  await writeStanding(store, given, [
    ...kept.map((role) => calendarIdOf(prepared.people[role])),
    `witness#${prepared.caseId}#${prepared.witness}`,
    `room#${roomId}`,
  ]);
  return prepared;
}

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

async function writeStanding(store: Store, { now, standing: some }: World, calendars: CalendarId[]) {
  const pages = new Map<string, { calendar: CalendarId; week: string; taken: Reservation[] }>();
  for (const [at, { on, from, minutes, odd, state, ago, again }] of some.entries()) {
    const sessionId = `session-${at}`;
    const own = calendars[on] as CalendarId;
    const ended = state === 'ended';
    // What has ended had opened.
    const first = now + (ended ? Math.min(from, 59) : from) * 60_000 + odd;
    const until =
      state === 'held'
        ? { until: instantOf(now + 1) }
        : state === 'lapsed'
          ? { until: instantOf(now) }
          : undefined;
    for (const begin of again === 0 ? [first] : [first, first + again * 86_400_000]) {
      const span = { start: instantOf(begin), end: instantOf(begin + minutes * 60_000) };
      for (const week of weeksOf(span)) {
        const page = pages.get(`${own} ${week}`) ?? { calendar: own, week, taken: [] };
        pages.set(`${own} ${week}`, { ...page, taken: [...page.taken, { ...span, sessionId, ...until }] });
      }
    }
    const { pk, sk } = doorKey(sessionId);
    const door = {
      sessionId,
      caseId: 'another',
      version: 1,
      status: until === undefined ? state : 'held',
      start: instantOf(first),
      end: instantOf(first + minutes * 60_000),
      opensAt: instantOf(first - 3_600_000),
      closesAt: instantOf(first + minutes * 60_000),
      ...(ended ? { endedAt: instantOf(now - ago * 60_000 + Math.min(odd, ago)) } : {}),
      gates: allOpen,
      seats: [],
    };
    await store.write([
      { kind: 'put', table: 'sessions', item: { pk, sk, ...door }, when: 'absent', onRefused: 'not-found' },
    ]);
  }
  for (const page of pages.values()) await store.write([putPage({ ...page, version: 1 })]);
}
