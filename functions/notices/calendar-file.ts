import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Interval, Instant } from '../shared/values/instants.ts';

/** One appointment for one reader's calendar (RFC 5545, RFC 5546). */
export interface CalendarEntry extends Interval {
  readonly method: 'request' | 'cancel';
  /** The same for all files about this appointment of this reader: `<letters and digits>@<host>`. */
  readonly uid: string;
  /** Higher in each later file. */
  readonly sequence: number;
  /** When this file was written. */
  readonly stamp: Instant;
  /** Whether the reader's time is taken from start to end. */
  readonly busy: boolean;
  readonly summary: string;
  readonly description: string;
  readonly organiser: { readonly name: string; readonly address: string };
  /** Address of the reader; nobody else is named. */
  readonly attendee: string;
}

/**
 * The file, in UTC instants only: the library's own handling of zones is wrong, and an instant needs none. Lines end in
 * CRLF and are folded at 75 octets between characters.
 * @throws RangeError for anything that could break out of its field: it is refused, never repaired
 */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = newCalendar(isCancelled(entry) ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  // No answer is asked for: nobody would read it.
  enter(calendar, entry).createAttendee({
    email: entry.attendee,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    type: ICalAttendeeType.INDIVIDUAL,
    rsvp: false,
  });
  return `${calendar.toString()}\r\n`;
}

/**
 * Several appointments in one file. An invitation, and a cancellation, may hold only one (RFC 5546, sections 3.2.2 and 3.2.5), so
 * these are published, which names nobody; each has its own UID, as in a file of its own, and says whether it is cancelled.
 * @throws RangeError as `calendarFile`
 */
export function calendarFileOf(entries: readonly CalendarEntry[]): string {
  const calendar = newCalendar(ICalCalendarMethod.PUBLISH);
  for (const entry of entries) enter(calendar, entry);
  return `${calendar.toString()}\r\n`;
}

const isCancelled = ({ method }: CalendarEntry): boolean => method === 'cancel';

const newCalendar = (method: ICalCalendarMethod) =>
  // The name of the service is a word for a witness.
  ical({ prodId: { company: 'appointments', product: 'notices' }, method });

function enter(calendar: ReturnType<typeof ical>, entry: CalendarEntry) {
  assertEntry(entry);
  const { uid, sequence, stamp, start, end, summary, description, organiser } = entry;
  return calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(stamp),
    start: new Date(start),
    end: new Date(end),
    summary,
    description,
    organizer: { name: organiser.name, email: organiser.address },
    status: isCancelled(entry) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: entry.busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    // Colleagues who may look into the reader's calendar see that time is taken, no more.
    class: ICalEventClass.PRIVATE,
  });
}

function assertEntry({ uid, sequence, start, end, organiser, attendee, ...texts }: CalendarEntry): void {
  if (!/^[a-z0-9]{20,64}@[a-z0-9.-]{1,100}$/.test(uid))
    throw new RangeError('Not a UID of ours: letters and digits, then the host.');
  if (!Number.isSafeInteger(sequence) || sequence < 0) throw new RangeError('SEQUENCE counts from 0.');
  if (!(start < end)) throw new RangeError('An appointment ends after it starts.');
  for (const address of [organiser.address, attendee]) assertAddress(address);
  // Readers do not agree on a backslash before a letter, nor on quotes, carets and semicolons in the value of a parameter.
  assertText(texts.summary, /[\p{Cc}\p{Zl}\p{Zp}\\]/u);
  assertText(organiser.name, /[\p{Cc}\p{Zl}\p{Zp}\\";^]/u);
  assertText(texts.description, /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\\]/u);
}

function assertText(text: string, forbidden: RegExp): void {
  if (text.trim() === '' || !text.isWellFormed() || forbidden.test(text))
    throw new RangeError('The text is empty, or holds a character that could break the file.');
}

/** Plain addresses only: no quotes, no comments, no characters with a meaning in a header or a calendar. */
export function assertAddress(address: string): void {
  if (address.length > 254 || !/^[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}$/.test(address))
    throw new RangeError('Not a plain e-mail address.');
}
