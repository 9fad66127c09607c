import * as directory from '../../functions/directory/contract.ts';
import type { WorkingTime } from '../../functions/directory/port/working-time.ts';
import { usualWorkingTime } from '../../functions/directory/port/working-time-store.ts';
import { countryCode } from '../../functions/shared/values/countries.ts';
import type { Caller } from './demo-client.ts';
import { demoInterpreters, profileOf, type DemoInterpreter } from './demo-interpreters.ts';
import type { DemoStaff } from './demo-people.ts';
import type { Cast } from './demo-story.ts';

/**
 * When the people of the demonstration work, and the rooms they meet in: entered through the API by those who keep them,
 * so that the agencies' logs are true. What is there already is left as somebody may have changed it.
 */
export async function setWorkingTimes(cast: Cast): Promise<void> {
  await Promise.all([
    ...staff.map((one) => setOwn(cast.as[one.name], one)),
    setRooms(cast.as.clerk, bangkokRooms),
    setRooms(cast.as['central-authority'], yangonRooms),
    setRooms(cast.as['support-officer'], protectedRooms),
    // One after the other within an agency, since each change moves the agency's log on.
    setInterpreters(cast, 'interpreting'),
    setInterpreters(cast, 'pool'),
  ]);
  await correctHoliday(cast.as.clerk);
}

const workdays = [1, 2, 3, 4, 5];
type Spans = readonly (readonly [from: string, until: string])[];

const weekly = (days: readonly number[], spans: Spans): WorkingTime['weekly'] =>
  days.flatMap((weekday) => spans.map(([from, until]) => ({ weekday, from, until })));

const courtHours: Spans = [
  ['08:30', '12:00'],
  ['13:00', '16:30'],
];
const yangonHours: Spans = [
  ['09:30', '12:30'],
  ['13:00', '16:30'],
];

interface StaffHours {
  readonly name: DemoStaff;
  readonly spans: Spans;
  readonly days?: readonly number[];
  readonly more?: Partial<WorkingTime>;
}

const staff: readonly StaffHours[] = [
  { name: 'prosecutor', spans: courtHours, more: { bufferAfter: 15 } },
  { name: 'clerk', spans: [['08:00', '16:30']], more: { daysOff: ['2026-12-30', '2026-12-31'] } },
  // A shelter is there day and night, and so is the officer beside the witness. Nobody who may not know where they are can
  // set their hours aside, and the demonstration begins whenever somebody starts it.
  {
    name: 'support-officer',
    spans: [['00:00', '24:00']],
    days: [1, 2, 3, 4, 5, 6, 7],
    more: { bufferBefore: 30, bufferAfter: 30 },
  },
  { name: 'attending-officer', spans: [['00:00', '24:00']], days: [1, 2, 3, 4, 5, 6, 7] },
  { name: 'central-authority', spans: yangonHours },
  { name: 'auditor', spans: [['09:00', '16:00']] },
];

async function setOwn(as: Caller, { spans, days = workdays, more = {} }: StaffHours): Promise<void> {
  const { version, calendar } = await as(directory.readMyWorkingTime);
  if (version > 0) return;
  await as(directory.setMyWorkingTime, {
    body: { version, calendar: { ...calendar, weekly: weekly(days, spans), ...more } },
  });
}

async function setInterpreters({ as, ids }: Cast, agency: DemoInterpreter['agency']): Promise<void> {
  const those = Object.entries(demoInterpreters).filter(([, given]) => given.agency === agency);
  for (const [name, given] of those) {
    const personId = ids[name as keyof typeof demoInterpreters];
    await setInterpreter(as.clerk, personId, given);
  }
}

async function setInterpreter(as: Caller, personId: string, given: DemoInterpreter): Promise<void> {
  const params = { personId };
  const [calendar, profile] = await Promise.all([
    as(directory.readWorkingTime, { params }),
    as(directory.readProfile, { params }),
  ]);
  const [days, from, until] = given.week;
  if (calendar.version === 0)
    await as(directory.setWorkingTime, {
      params,
      body: {
        version: 0,
        calendar: {
          ...calendar.calendar,
          weekly: weekly(days, [[from, until]]),
          ...(given.country === undefined ? {} : { country: given.country }),
          notice: given.notice ?? 0,
          bufferBefore: 15,
          bufferAfter: 15,
        },
      },
    });
  if (profile.version === 0)
    await as(directory.setProfile, { params, body: { version: 0, profile: profileOf(given) } });
}

interface DemoRoom {
  readonly label: string;
  readonly city: string;
  readonly country: 'TH' | 'MM';
  readonly zone: string;
  readonly vetted: boolean;
  readonly atProtectedSite: boolean;
  readonly spans: Spans;
}

const bangkok = { city: 'Bangkok', country: 'TH', zone: 'Asia/Bangkok', atProtectedSite: false } as const;
const yangon = { city: 'Yangon', country: 'MM', zone: 'Asia/Yangon', atProtectedSite: false } as const;

const bangkokRooms: readonly DemoRoom[] = [
  { ...bangkok, label: 'Video room 1', vetted: true, spans: courtHours },
  { ...bangkok, label: 'Video room 2', vetted: true, spans: courtHours },
];
const yangonRooms: readonly DemoRoom[] = [
  { ...yangon, label: 'Interview room 1', vetted: true, spans: yangonHours },
  { ...yangon, label: 'Interview room 2', vetted: false, spans: yangonHours },
];
/** Where the witness can be heard without a journey; only the officers there learn where it is. */
const protectedRooms: readonly DemoRoom[] = [
  { ...yangon, label: 'Quiet room', vetted: true, atProtectedSite: true, spans: [['08:30', '17:30']] },
];

async function setRooms(as: Caller, wanted: readonly DemoRoom[]): Promise<void> {
  const [{ rooms }, { agency }] = await Promise.all([as(directory.listRooms), as(directory.readMe)]);
  for (const { spans, ...room } of wanted) {
    const known = rooms.find((row) => row.agency === agency.name && row.label === room.label);
    const roomId = known?.roomId ?? (await as(directory.addRoom, { body: room })).roomId;
    const params = { roomId };
    const { version } = await as(directory.readRoomWorkingTime, { params });
    // The usual hours are stored with the room, as its first version.
    if (version > 1) continue;
    const calendar = {
      ...usualWorkingTime(room.zone, countryCode.parse(room.country)),
      weekly: weekly(workdays, spans),
      bufferBefore: 15,
      bufferAfter: 15,
    };
    await as(directory.setRoomWorkingTime, { params, body: { version, calendar } });
  }
}

/** An example of what is shipped being put right by an officer: a bridge day that a government gave late. */
async function correctHoliday(as: Caller): Promise<void> {
  const query = { country: 'TH', year: '2027' };
  const { version } = await as(directory.readHolidays, { query });
  if (version > 0) return;
  await as(directory.correctHoliday, {
    body: {
      country: 'TH',
      year: 2027,
      version,
      day: '2027-01-04',
      kind: 'holiday',
      name: 'Bridge day (example)',
    },
  });
}
