import * as cases from '../../functions/cases/contract.ts';
import * as booking from '../../functions/sessions/booking/contract.ts';
import type { SessionKind } from '../../functions/sessions/port/kind-names.ts';
import type { BodyIn } from '../../functions/shared/http/contract.ts';
import { addMinutes, instantOf } from '../../functions/shared/values/instants.ts';
import { localOf } from '../../functions/shared/values/zones.ts';
import { demoCases, type Cast, type DemoCase, type DemoCaseName } from './demo-cases.ts';
import { Refused } from './demo-client.ts';
import { overrides, type AtDoor } from './demo-gates.ts';
import type { DemoAccount } from './demo-staff.ts';

/** How a session of the demonstration is booked: at the first time at which all can come. */

export interface Wish {
  /** Which of several is heard, by the order of their pseudonyms; the first unless said. */
  readonly heard?: number;
  readonly in: DemoCaseName;
  readonly kind: SessionKind;
  readonly by: DemoAccount;
  /** Weekdays after today, and the hour there by the court's clock; without it, in a few minutes. */
  readonly at?: readonly [weekday: number, hour: string];
  readonly minutes: number;
  /** Days one after the other; one unless said. */
  readonly days?: number;
  readonly holdMinutes?: number;
}

export interface Booked extends AtDoor {
  /** The wall time at which its first day begins. */
  readonly local: string;
}

/** What another time may put right. */
const mayPass: readonly string[] = [...booking.calendarRefusals, 'time-not-possible'];

/** @returns nothing where none of its times can be had */
export async function bookDemoSession(
  { as, ids }: Cast,
  wish: Wish,
  caseId: string,
  now: Date,
): Promise<Booked | undefined> {
  const { kind, by, minutes, holdMinutes, days: length = 1 } = wish;
  const given: DemoCase = demoCases[wish.in];
  const { zone } = given;
  const { witnesses, parties } = await as[by](cases.readCase, { params: { caseId } });
  const party = (witnesses[wish.heard ?? 0] ?? witnesses[0])?.pseudonym ?? '';
  const guardian = parties.find(({ role, for: child }) => role === 'guardian' && child === party)?.pseudonym;
  const accused = parties.find(({ role }) => role === 'accused')?.pseudonym;
  const set = { what: 'alone-too-long' as const, reason: 'agreed-by-all' as const };
  const body = {
    caseId,
    kind,
    zone,
    parts: [{ kind: 'main' as const, at: 0, minutes }],
    seats: seatsOf(kind, given, ids, { party, guardian, accused }),
    // In a few minutes it may be night. At any other time all come in their hours.
    overrides: wish.at === undefined ? overrides : isCourt(kind) ? [set] : [],
    ...(kind === 'preparation-visit' ? { interpreting: 'not-needed' as const } : {}),
    ...(holdMinutes === undefined ? {} : { holdMinutes }),
  };
  return firstPossible(startsOf(wish, zone, now), async (local) => {
    const [first = '', hour = ''] = local.split('T');
    const days = Array.from({ length }, (_, later) => ({ local: `${weekdaysAfter(first, later)}T${hour}` }));
    const { sessionId } = await as[by](booking.bookSession, { body: { ...body, days } });
    return { sessionId, local, caseId, party, isChild: guardian !== undefined };
  });
}

const isCourt = (kind: SessionKind): boolean => kind === 'deposition' || kind === 'testimony';

/** Those whom a case names by pseudonym. */
interface Named {
  readonly party: string;
  readonly guardian: string | undefined;
  readonly accused: string | undefined;
}

function seatsOf(
  kind: SessionKind,
  given: DemoCase,
  ids: Cast['ids'],
  { party, guardian, accused }: Named,
): BodyIn<typeof booking.bookSession>['seats'] {
  const { prosecutor, clerk, judge, support, authority, ownAuthority, defence, interpreters } = given;
  if (kind === 'central-authority-meeting')
    return [
      { seat: 'central-authority', ids: [authority, ownAuthority ?? authority].map((name) => ids[name]) },
    ];
  const withHer = [
    { seat: 'support-officer' as const, ids: [ids[support]] },
    { seat: 'witness' as const, ids: [party] },
    ...(guardian === undefined ? [] : [{ seat: 'guardian' as const, ids: [guardian] }]),
  ];
  if (kind === 'preparation-visit') return withHer;
  // Days of two hours are more than one interpreter can do.
  const interpreting = interpreters.slice(0, isCourt(kind) ? 2 : 1);
  return [
    ...withHer,
    { seat: 'prosecutor', ids: [ids[prosecutor]] },
    { seat: 'clerk', ids: [ids[clerk]] },
    ...(isCourt(kind) ? [{ seat: 'judge' as const, ids: [ids[judge]] }] : []),
    ...(isCourt(kind) && accused !== undefined ? [{ seat: 'accused' as const, ids: [accused] }] : []),
    ...(isCourt(kind) && defence !== undefined
      ? [{ seat: 'defence-counsel' as const, ids: [ids[defence]] }]
      : []),
    { seat: 'interpreter', ids: interpreting.map((name) => ids[name]) },
  ];
}

/** Tries one time after the other, until one is possible. */
export async function firstPossible<Done>(
  starts: readonly string[],
  at: (local: string) => Promise<Done>,
): Promise<Done | undefined> {
  for (const local of starts) {
    try {
      return await at(local);
    } catch (error) {
      if (!(error instanceof Refused && mayPass.includes(error.code))) throw error;
    }
  }
  return undefined;
}

function startsOf({ at }: Pick<Wish, 'at'>, zone: string, now: Date): readonly string[] {
  const localIn = (minutes: number) => localOf(zone, addMinutes(instantOf(now.getTime()), minutes)).local;
  if (at === undefined) return [2, 15, 30].map((minutes) => localIn(minutes).slice(0, 16));
  const [weekday, hour] = at;
  return hoursFrom(weekdaysAfter(localIn(0).slice(0, 10), weekday), hour);
}

/** That hour and the one after it, on that day and the weekdays after it: some countries keep a week of holidays. */
export const hoursFrom = (day: string, hour: string): readonly string[] =>
  [0, 1, 2, 3, 4, 5, 6, 7].flatMap((later) => {
    const date = weekdaysAfter(day, later);
    const [hours = '', minutes = ''] = hour.split(':');
    return [`${date}T${hour}`, `${date}T${String(Number(hours) + 1).padStart(2, '0')}:${minutes}`];
  });

/** The day so many weekdays after one; none: the day itself. */
export function weekdaysAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  for (let left = count; left > 0; left -= isWeekday(date) ? 1 : 0) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

const isWeekday = (date: Date): boolean => ![0, 6].includes(date.getUTCDay());
