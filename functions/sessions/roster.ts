import * as z from 'zod';
import { role, type Role } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { isFree, weeksOf, type Calendar, type Page, type Wanted } from './week-pages.ts';
import type { Interval } from '../shared/values/instants.ts';

/**
 * Whose time a session takes. Unlike the door's seats it names those without an account too, so it never leaves this
 * capability.
 */
const booking = z.strictObject({
  seat: role,
  /** The directory's person; absent for the witness, whom the directory does not know. */
  personId: z.string().optional(),
});
export type Booking = z.infer<typeof booking>;

const rosterItem = z.object({
  sessionId: z.string(),
  caseId: z.string(),
  version: z.number().int(),
  booked: z.array(booking),
});
export type Roster = z.infer<typeof rosterItem>;

/** @throws {Refusal} `not-found` where there is no such session */
export function parseRoster(item: unknown): Roster {
  if (item === undefined) throw new Refusal('not-found');
  return rosterItem.parse(item);
}

/** A person has one calendar for all cases. There is one person to be heard in a case, so the case names hers. */
export const calendarOf = (caseId: string, { personId }: Booking): Calendar =>
  personId === undefined ? `witness#${caseId}` : `person#${personId}`;

export const personBooked = ({ booked }: Roster, seat: Role): string | undefined =>
  booked.find((other) => other.seat === seat)?.personId;

/** The roster with somebody in a seat, in place of whoever had it. */
export const withBooking = (roster: Roster, taken: Booking): Roster => ({
  ...roster,
  version: roster.version + 1,
  booked: [...roster.booked.filter(({ seat }) => seat !== taken.seat), taken],
});

/** A page that a decision needs, before it is read. */
export interface PageName {
  readonly calendar: Calendar;
  readonly week: string;
}

/** Every page on which these bookings stand or would stand. */
export const pageNames = (caseId: string, booked: readonly Booking[], time: Interval): readonly PageName[] =>
  booked.flatMap((each) => weeksOf(time).map((week) => ({ calendar: calendarOf(caseId, each), week })));

/** The seats whose time is taken already, in the order of the bookings. */
export const takenSeats = (
  caseId: string,
  booked: readonly Booking[],
  pages: readonly Page[],
  time: Wanted,
): readonly Role[] =>
  booked.filter((each) => !isFree(pagesOf(pages, calendarOf(caseId, each)), time)).map(({ seat }) => seat);

const pagesOf = (pages: readonly Page[], calendar: Calendar): readonly Page[] =>
  pages.filter((page) => page.calendar === calendar);

/** @throws {Refusal} `already-booked` naming the first seat; of the person in it, nothing is said */
export function assertFree(
  caseId: string,
  booked: readonly Booking[],
  pages: readonly Page[],
  time: Wanted,
): void {
  const [seat] = takenSeats(caseId, booked, pages, time);
  if (seat !== undefined) throw new Refusal('already-booked', { seat });
}
