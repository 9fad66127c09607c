import * as z from 'zod';
import { Refusal } from '../../shared/refusals.ts';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { countryCode, type CountryCode } from '../../shared/values/countries.ts';
import { zoneName } from '../../shared/values/zones.ts';
import type { Person } from './actor.ts';
import { usualDuty } from './duty.ts';
import {
  workingTime,
  holiday,
  interpreterProfile,
  siteRoom,
  type WorkingTime,
  type Holiday,
  type InterpreterProfile,
} from './working-time.ts';
import { shippedHolidays } from '../holidays/shipped.ts';

/**
 * How working time lies in the table; published, since search and booking read it. Every item has a version that each
 * change raises by one; version 0 is what holds while nothing was stored yet. All of it is read by key, so one round
 * of reads gives everything about everybody:
 *
 *     const items = await store.get([...people.map(personKey), ...people.map(calendarKey), ...]);
 */

const table = 'directory';

/** What was stored, or what holds until something is; `version` is 0 for the latter. */
export interface Stored<Value> {
  readonly version: number;
  readonly value: Value;
}

const version = z.number().int().min(1);

/** The key of one version beside the item that changes; ten digits, so that the order of keys is that of versions. */
export const versionKey = (of: Key, number: number): Key => ({
  ...of,
  sk: `${of.sk}#version#${String(number).padStart(10, '0')}`,
});

// ---- calendars ----

/** The calendar of a person or of a room. */
export const workingTimeKey = (ownerId: string): Key => ({
  table,
  pk: `calendar#${ownerId}`,
  sk: 'calendar',
});

/**
 * What holds for somebody who never set a calendar: an office week. It is a guess on the careful side, and shown as one
 * (version 0). Weekends follow the country, where they are not Saturday and Sunday (AE: Friday afternoon is free;
 * BD: Friday and Saturday; NP: Saturday alone).
 */
export function usualWorkingTime(zone: string, country: string): WorkingTime {
  const known = countryCode.parse(country);
  return {
    zone: zoneName.parse(zone),
    country: known,
    weekly: usualWeekdays(known).map((weekday) => ({
      weekday,
      from: '08:30',
      until: known === 'AE' && weekday === 5 ? '12:00' : '16:30',
    })),
    daysOff: [],
    blocks: [],
    bufferBefore: 0,
    bufferAfter: 0,
    notice: 0,
    sociable: { from: '08:00', until: '19:00' },
  };
}

function usualWeekdays(country: CountryCode): readonly number[] {
  if (country === 'BD') return [7, 1, 2, 3, 4];
  if (country === 'NP') return [7, 1, 2, 3, 4, 5];
  return [1, 2, 3, 4, 5];
}

const workingTimeItem = z.object({ version, calendar: workingTime });

/** @param usual what holds while nothing is stored: `usualCalendar(person.zone, person.country)` */
export function parseWorkingTime(item: unknown, usual: WorkingTime): Stored<WorkingTime> {
  if (item === undefined) return { version: 0, value: usual };
  const stored = workingTimeItem.parse(item);
  return { version: stored.version, value: stored.calendar };
}

/** The same for a person of the directory. */
export const workingTimeOf = (item: unknown, person: Person): Stored<WorkingTime> =>
  parseWorkingTime(item, usualWorkingTime(person.zone, person.country));

/** @param before the version that was read; refused as `retry` when it has moved */
export const putWorkingTime = (ownerId: string, value: WorkingTime, before: number): Change =>
  putVersioned(workingTimeKey(ownerId), { calendar: value }, before);

// ---- interpreters ----

export const profileKey = (personId: string): Key => ({ table, pk: `profile#${personId}`, sk: 'profile' });

/**
 * What holds for an interpreter without a profile: every pair of the languages in the directory, both ways,
 * consecutive, never vetted, the usual limits. Undefined for somebody who does not interpret.
 */
export function usualProfile({ languages }: Pick<Person, 'languages'>): InterpreterProfile | undefined {
  if (languages === undefined || languages.length < 2) return undefined;
  const directions = languages.flatMap((from) =>
    languages.filter((to) => to !== from).map((to) => ({ from, to })),
  );
  return interpreterProfile.parse({
    directions: directions.slice(0, mostDirections),
    modes: ['consecutive'],
    conflicts: { cases: [], countries: [] },
    duty: usualDuty,
  });
}
/** As the shape of a profile has it; seven languages give 42 directions. */
const mostDirections = 40;

const profileItem = z.object({ version, profile: interpreterProfile });

/** Undefined for somebody who does not interpret. */
export function parseProfile(
  item: unknown,
  person: Pick<Person, 'languages'>,
): Stored<InterpreterProfile> | undefined {
  if (item !== undefined) {
    const stored = profileItem.parse(item);
    return { version: stored.version, value: stored.profile };
  }
  const usual = usualProfile(person);
  return usual === undefined ? undefined : { version: 0, value: usual };
}

/**
 * What interpreters can do and how long they may work; undefined for somebody who is none. Of one without a profile and
 * without two languages nothing is promised, but the usual limits protect that one too.
 */
export function profileOf(item: unknown, person: Pick<Person, 'role' | 'languages'>) {
  if (person.role !== 'interpreter') return undefined;
  return parseProfile(item, person)?.value ?? unknownProfile;
}

const unknownProfile: InterpreterProfile = {
  directions: [],
  modes: [],
  conflicts: { cases: [], countries: [] },
  duty: usualDuty,
};

/** @param before the version that was read; refused as `retry` when it has moved */
export const putProfile = (personId: string, value: InterpreterProfile, before: number): Change =>
  putVersioned(profileKey(personId), { profile: value }, before);

// ---- rooms ----

/** All rooms of all agencies lie in one partition: some hundreds at the most, and a search looks at every one. */
export const roomsPartition = 'rooms';
export const roomKey = (roomId: string): Key => ({ table, pk: roomsPartition, sk: roomId });

/** A room as it is stored: with the agency whose it is. Its zone stands in its calendar. */
const roomItem = z.object({
  ...siteRoom.shape,
  agencyId: z.string(),
  agencyName: z.string(),
  version,
});
export type StoredRoom = z.infer<typeof roomItem>;

/** @throws {Refusal} `not-found` */
export function parseRoom(item: unknown): StoredRoom {
  if (item === undefined) throw new Refusal('not-found');
  return roomItem.parse(item);
}

/** A new room (`before` is 0) or a changed one; refused as `retry` when it has moved. */
export const putRoom = (room: Omit<StoredRoom, 'version'>, before: number): Change =>
  putVersioned(roomKey(room.roomId), room, before);

/** A new room: itself, and the usual calendar of its country, which is where its zone stands. */
export const newRoom = (room: Omit<StoredRoom, 'version'>, zone: string): Change[] => [
  putRoom(room, 0),
  putWorkingTime(room.roomId, usualWorkingTime(zone, room.country), 0),
];

/** Where a version of a room is remembered: not among the rooms, which are listed. */
export const roomVersionKey = (roomId: string, roomVersion: number): Key =>
  versionKey({ table, pk: `room#${roomId}`, sk: 'room' }, roomVersion);

/** The calendar of a room is stored when the room is entered, so it is always there. */
export const roomWorkingTimeOf = (item: unknown): Stored<WorkingTime> => {
  const stored = workingTimeItem.parse(item);
  return { version: stored.version, value: stored.calendar };
};

// ---- holidays ----

/** What officers corrected of the holidays of a country in a year. */
export const holidaysKey = (country: string, year: number): Key => ({
  table,
  pk: `holidays#${country}`,
  sk: String(year),
});

/** The last word on one day: a holiday, a day made a working day, or an ordinary day after all. */
export const correction = z.object({
  day: z.iso.date(),
  kind: z.enum(['holiday', 'working-day', 'ordinary-day']),
  /** Empty where the day is ordinary. */
  name: z.string().max(120),
});
export type Correction = z.infer<typeof correction>;

const holidaysItem = z.object({ version, corrections: z.array(correction) });

export interface HolidayYear {
  readonly country: CountryCode;
  readonly year: number;
  readonly version: number;
  /** What holds: as shipped, with the corrections laid over; in order of days. */
  readonly holidays: readonly Holiday[];
  readonly corrections: readonly Correction[];
  /** False where nothing is shipped for that country and year: an empty list then says nothing. */
  readonly shipped: boolean;
}

export function parseHolidays(item: unknown, country: CountryCode, year: number): HolidayYear {
  const stored = item === undefined ? { version: 0, corrections: [] } : holidaysItem.parse(item);
  const shipped = shippedHolidays(country, year);
  const days = new Map<string, Holiday>((shipped ?? []).map((given) => [given.day, given]));
  for (const { day, kind, name } of stored.corrections) {
    if (kind === 'ordinary-day') days.delete(day);
    else days.set(day, holiday.parse({ country, day, name, kind }));
  }
  return {
    country,
    year,
    ...stored,
    holidays: [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1)),
    shipped: shipped !== undefined,
  };
}

/** @param before the version that was read; refused as `retry` when it has moved */
export const putHolidays = (
  country: CountryCode,
  year: number,
  corrections: readonly Correction[],
  before: number,
): Change => putVersioned(holidaysKey(country, year), { corrections }, before);

// ----

function putVersioned({ pk, sk }: Key, fields: object, before: number): Change {
  const item: Item = { pk, sk, ...fields, version: before + 1 };
  return {
    kind: 'put',
    table,
    item,
    when: before === 0 ? 'absent' : { version: before },
    onRefused: 'retry',
  };
}
