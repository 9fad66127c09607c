import * as z from 'zod';
import type { Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import { instant, type Interval } from '../../shared/values/instants.ts';
import { placeName } from '../proposal/contract.ts';
import type { Door } from './door.ts';
import { weeksOfAll, type CalendarId } from './week-pages.ts';

/**
 * Whose time a session takes. Unlike the door's seats it names those without an account too, and rooms, so it never
 * leaves this capability.
 */
const booking = z.strictObject({
  seat: placeName,
  /** The directory's person; absent for the witness, whom the directory does not know, and for a room. */
  personId: z.string().optional(),
  /** Whom of the case the seat is for, by pseudonym; absent on what was booked while a case had one witness only. */
  party: z.string().optional(),
  roomId: z.string().optional(),
});
export type Booking = z.infer<typeof booking>;

const rosterItem = z.object({
  sessionId: z.string(),
  caseId: z.string(),
  version: z.number().int(),
  booked: z.array(booking),
  /** Who held the time, where it began as a hold. */
  heldBy: z.string().optional(),
  /** On whose own list the session stands, by person id. Older rosters do not say: theirs are on nobody's yet. */
  listed: z.array(z.string()).optional(),
  /** Where their lines stand, as `YYYY-MM`, while that is not the month in which the session ends; empty: nowhere yet. */
  listedIn: z.string().optional(),
  /** Pages that the session has left and that still say otherwise, each with when it left. */
  leaves: z.array(z.strictObject({ calendar: z.string(), week: z.string(), at: instant })).optional(),
});
export type Roster = z.infer<typeof rosterItem>;

/** @throws {Refusal} `not-found` where there is no such session */
export function parseRoster(item: unknown): Roster {
  if (item === undefined) throw new Refusal('not-found');
  return rosterItem.parse(item);
}

export const newRoster = (
  { sessionId, caseId }: Pick<Roster, 'sessionId' | 'caseId'>,
  booked: readonly Booking[],
  heldBy: string | undefined,
  listed: readonly string[],
): Roster => ({
  sessionId,
  caseId,
  version: 1,
  booked: [...booked],
  listed: [...listed],
  ...(heldBy === undefined ? {} : { heldBy }),
});

/** A person has one calendar for all cases; whoever a case knows by pseudonym alone has one in each case. */
export function calendarIdOf(caseId: string, { seat, personId, roomId, party }: Booking): CalendarId {
  if (roomId !== undefined) return `room#${roomId}`;
  if (personId !== undefined) return `person#${personId}`;
  if (seat !== 'witness') return `party#${caseId}#${party ?? ''}`;
  return party === undefined ? onlyWitnessOf(caseId) : `witness#${caseId}#${party}`;
}

/** While one person only was heard in a case, the case had the calendar. What stands on it stays there until it moves. */
const onlyWitnessOf = (caseId: string): CalendarId => `witness#${caseId}`;

/** Where the time that a booking takes can stand: on its calendar, or on the one it had before. */
export const calendarsOf = (caseId: string, taken: Booking): readonly CalendarId[] =>
  taken.party === undefined || taken.seat !== 'witness'
    ? [calendarIdOf(caseId, taken)]
    : [calendarIdOf(caseId, taken), onlyWitnessOf(caseId)];

/** The roster with whose the witness's seat is, which older ones do not say and their doors do. */
export function withParty(roster: Roster, { seats }: Pick<Door, 'seats'>): Roster {
  const party = seats.find(({ seat }) => seat === 'witness')?.pseudonym;
  const named = (each: Booking): Booking =>
    each.seat === 'witness' && each.party === undefined && party !== undefined ? { ...each, party } : each;
  return { ...roster, booked: roster.booked.map(named) };
}

/** Those who are booked for a seat, in order. */
export const bookedFor = ({ booked }: Pick<Roster, 'booked'>, seat: Role): readonly Booking[] =>
  booked.filter((each) => each.seat === seat);

/** Which witnesses are to be heard, by pseudonym. */
export const witnessesOf = (booked: readonly Booking[]): readonly string[] =>
  booked.flatMap(({ seat, party }) => (seat !== 'witness' || party === undefined ? [] : [party]));

/** Whom a State must permit to be heard: an expert too. */
export const permittedOf = (booked: readonly Booking[]): readonly string[] =>
  booked.flatMap(({ seat, party }) =>
    party !== undefined && (seat === 'witness' || seat === 'expert') ? [party] : [],
  );

/** The rooms that are booked, by id. */
export const roomsOf = ({ booked }: Pick<Roster, 'booked'>): readonly string[] =>
  booked.flatMap(({ roomId }) => (roomId === undefined ? [] : [roomId]));

/** The roster with somebody in a seat, in place of whoever had it, if anybody had. */
export const withBooking = (roster: Roster, taken: Booking, inPlaceOf: Booking | undefined): Roster => ({
  ...roster,
  version: roster.version + 1,
  booked: [...roster.booked.filter((each) => each !== inPlaceOf), taken],
  ...(roster.listed === undefined
    ? {}
    : // Whoever is replaced may still have a gate to open; what of it they see, the door says when they look.
      { listed: [...new Set([...roster.listed, ...readersAmong([taken])])] }),
});

/** Those who have a list of their own: whoever comes by invitation signs in nowhere. */
export const readersAmong = (booked: readonly Booking[]): readonly string[] =>
  booked.flatMap(({ seat, personId }) =>
    personId === undefined || seat === 'interpreter' ? [] : [personId],
  );

/** The roster with these rooms and no others. */
export const withRooms = (roster: Roster, rooms: readonly string[]): Roster => ({
  ...roster,
  version: roster.version + 1,
  booked: [...roster.booked.filter(({ roomId }) => roomId === undefined), ...rooms.map(roomBooking)],
});

export const roomBooking = (roomId: string): Booking => ({ seat: 'room', roomId });

/** A page that a decision needs, before it is read. */
export interface PageName {
  readonly calendar: CalendarId;
  readonly week: string;
}

/** Every page of a calendar that one of these times touches. */
export const pageNames = (calendar: CalendarId, spans: readonly Interval[]): readonly PageName[] =>
  weeksOfAll(spans).map((week) => ({ calendar, week }));
