import * as directory from '../../functions/directory/contract.ts';
import type { WorkingTime } from '../../functions/directory/port/working-time.ts';
import type { Caller } from './demo-client.ts';
import {
  courtHours,
  hoChiMinhHours,
  phnomPenhHours,
  vientianeHours,
  weekly,
  workdays,
  yangonHours,
  type Spans,
} from './demo-hours.ts';
import { demoInterpreters, profileOf, type DemoInterpreter } from './demo-interpreters.ts';
import { setDemoRooms } from './demo-rooms.ts';
import type { DemoAccount } from './demo-staff.ts';
import type { Cast } from './demo-cases.ts';

/**
 * When the people of the demonstration work, and the rooms they meet in: entered through the API by those who keep them,
 * so that the agencies' logs are true. What is there already is left as somebody may have changed it.
 */
export async function setWorkingTimes(cast: Cast): Promise<void> {
  await Promise.all([
    ...staff.map((one) => setOwn(cast.as[one.name], one)),
    setDemoRooms(cast),
    // One after the other within an agency, since each change moves the agency's log on.
    setInterpreters(cast, 'interpreting'),
    setInterpreters(cast, 'pool'),
  ]);
  await correctHoliday(cast.as.clerk);
}

interface StaffHours {
  readonly name: DemoAccount;
  readonly spans: Spans;
  readonly days?: readonly number[];
  readonly more?: Partial<WorkingTime>;
}

const staff: readonly StaffHours[] = [
  { name: 'prosecutor', spans: courtHours, more: { bufferAfter: 15 } },
  { name: 'clerk', spans: [['08:00', '16:30']], more: { daysOff: ['2026-12-30', '2026-12-31'] } },
  { name: 'judge', spans: courtHours },
  { name: 'defence-counsel', spans: courtHours },
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
  { name: 'central-authority-thai', spans: courtHours },
  { name: 'support-officer-lao', spans: vientianeHours, more: { bufferBefore: 30, bufferAfter: 30 } },
  { name: 'attending-officer-lao', spans: vientianeHours },
  { name: 'central-authority-lao', spans: vientianeHours },
  { name: 'prosecutor-vietnamese', spans: hoChiMinhHours, more: { bufferAfter: 15 } },
  { name: 'clerk-vietnamese', spans: hoChiMinhHours },
  { name: 'judge-vietnamese', spans: hoChiMinhHours },
  { name: 'support-officer-khmer', spans: [['00:00', '24:00']], days: [1, 2, 3, 4, 5, 6, 7] },
  { name: 'attending-officer-khmer', spans: [['00:00', '24:00']], days: [1, 2, 3, 4, 5, 6, 7] },
  { name: 'central-authority-khmer', spans: phnomPenhHours },
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
