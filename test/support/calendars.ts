import { randomBytes } from 'node:crypto';
import type { Person } from '../../functions/directory/port/actor.ts';
import {
  newRoom,
  putProfile,
  putWorkingTime,
  usualProfile,
  usualWorkingTime,
  workingTimeKey,
  workingTimeOf,
  type StoredRoom,
} from '../../functions/directory/port/working-time-store.ts';
import type { Duty } from '../../functions/directory/port/duty.ts';
import type { WorkingTime } from '../../functions/directory/port/working-time.ts';
import { parsePage, putPage } from '../../functions/sessions/port/page-items.ts';
import type { CalendarId, Reservation } from '../../functions/sessions/port/week-pages.ts';
import type { Change, Store } from '../../functions/shared/store/store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { court } from './in-process.ts';
import type { PreparedCase } from './prepared-case.ts';

/** When somebody, or a room, can be booked, and what stands on the calendar; set and read behind the API. */

export const anyHour = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', until: '24:00' }));

export const calendarIdOf = ({ personId }: Person): CalendarId => `person#${personId}`;

/** Everything that stands on a calendar, over all its weeks. */
export async function takenOn(store: Store, calendar: CalendarId): Promise<Reservation[]> {
  const items = await store.query('sessions', `calendar#${calendar}`);
  const all = items.flatMap((item) => parsePage({ calendar, week: item.sk }, item).taken);
  return [...new Map(all.map((each) => [`${each.sessionId} ${each.start}`, each])).values()];
}

/** From when until when somebody is taken, in few words: `03-02T02:00 03:00`. */
export const spansOn = async (store: Store, calendar: CalendarId): Promise<string[]> =>
  (await takenOn(store, calendar)).map(({ start, end }) => `${start.slice(5, 16)} ${end.slice(11, 16)}`);

/** The calendars that the usual booking takes. */
export const everyCalendar = ({ caseId, people, witness }: PreparedCase): readonly CalendarId[] => [
  calendarIdOf(people.prosecutor),
  calendarIdOf(people.clerk),
  calendarIdOf(people['support-officer']),
  calendarIdOf(people.interpreter),
  `witness#${caseId}#${witness}`,
];

interface Taken {
  readonly start: string;
  readonly end: string;
  readonly sessionId?: string;
}

/** A page of somebody's calendar on which so much is taken. */
export const pageOf = (
  { personId }: Pick<Person, 'personId'>,
  taken: readonly Taken[],
  { week = '2027-03-06', version = 1 } = {},
): Change => {
  const instants = taken.map(({ start, end, sessionId = 'another' }) => ({
    start: parseInstant(start),
    end: parseInstant(end),
    sessionId,
  }));
  return putPage({ calendar: `person#${personId}`, week, version, taken: instants });
};

/** What somebody, or a room, is booked by from now on; the rest is the office week of the country. */
export async function setWorkingTime(
  store: Store,
  owner: Person,
  change: Partial<WorkingTime>,
): Promise<void> {
  const [item] = await store.get([workingTimeKey(owner.personId)]);
  const { version, value } = workingTimeOf(item, owner);
  await store.write([putWorkingTime(owner.personId, { ...value, ...change }, version)]);
}

/** As they are by default, but set by somebody, so that they bind. */
export async function setUsualWorkingTime(
  { store, people }: PreparedCase,
  ...whose: readonly (keyof PreparedCase['people'])[]
): Promise<void> {
  for (const role of whose) await setWorkingTime(store, people[role], {});
}

/** Limits on the work of an interpreter; nothing else of the profile matters here. */
export async function setDuty(store: Store, interpreter: Person, change: Partial<Duty>): Promise<void> {
  const usual = usualProfile(interpreter);
  if (usual === undefined) throw new Error('Not an interpreter.');
  await store.write([putProfile(interpreter.personId, { ...usual, duty: { ...usual.duty, ...change } }, 0)]);
}

/** A room that is open at any hour, in Bangkok unless said. */
export async function enterRoom(
  store: Store,
  change: Partial<WorkingTime> = {},
  where: Partial<
    Pick<StoredRoom, 'vetted' | 'label' | 'city' | 'country' | 'atProtectedSite' | 'agencyId'>
  > = {},
): Promise<string> {
  const roomId = newId(randomBytes);
  const agency = { agencyId: court, agencyName: 'Agency of a test' };
  const place = {
    label: 'Room 1',
    city: 'Bangkok',
    country: 'TH',
    vetted: true,
    atProtectedSite: false,
    ...where,
  } as const;
  await store.write(newRoom({ roomId, ...agency, ...place }, 'Asia/Bangkok'));
  await store.write([
    putWorkingTime(roomId, { ...usualWorkingTime('Asia/Bangkok', 'TH'), weekly: anyHour, ...change }, 1),
  ]);
  return roomId;
}

export const yangon = { label: 'Room 7', city: 'Yangon', country: 'MM' } as const;

/** A room of the shelter where her support officer works. */
export const enterShelter = ({ store, people }: PreparedCase, label = 'Room 7'): Promise<string> =>
  enterRoom(
    store,
    {},
    { ...yangon, label, atProtectedSite: true, agencyId: people['support-officer'].agencyId },
  );
