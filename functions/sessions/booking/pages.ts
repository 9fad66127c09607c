import { Refusal } from '../../shared/refusals.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Change, Key } from '../../shared/store/store.ts';
import { pagesTaken, type Claim } from '../../availability/port/claim.ts';
import { reachOf } from '../../availability/port/findings.ts';
import { type Resource } from '../../availability/port/resource.ts';
import type { Session } from '../model/session.ts';
import { holdPage, pageKey, parsePage, putPage } from '../port/page-items.ts';
import { calendarIdOf, calendarsOf, pageNames, type PageName, type Roster } from '../port/roster.ts';
import { spansOf } from '../port/session-time.ts';
import { rewritten, toCome } from '../port/week-pages.ts';

/**
 * Times on the page of one week at the most, so that it stays far below the 400 kB of an item. Only where one seat is booked
 * for many sessions at once does it come to that.
 */
const mostOnPage = 1000;

/**
 * What a claim that nothing stands against writes on calendars: the pages that it takes, those that it gives back, and, held
 * as they were read, those that a rule looked at.
 * @throws {Refusal} `too-much-taken` naming the seat
 */
export function pageChanges(
  { caseId, sessionId, time, until, before }: Claim,
  resources: readonly Resource[],
  found: Found,
  now: Date,
): Change[] {
  // What is given back, unless it is taken anew.
  const written = new Map(releases(caseId, sessionId, before, found, now));
  const held = new Map<string, Change>();
  const own = { sessionId, ...(until === undefined ? {} : { until }) };
  for (const resource of resources) {
    const { booking } = resource;
    const spans = spansOf(time, booking.seat);
    const calendar = calendarIdOf(caseId, booking);
    for (const name of pageNames(calendar, spans)) {
      const page = parsePage(name, found(pageKey(name)));
      const after = rewritten(page, own, spans, now);
      if (after.taken.length > Math.max(mostOnPage, page.taken.length))
        throw new Refusal('too-much-taken', { seat: booking.seat });
      written.set(placeOf(name), putPage(after));
    }
    for (const looked of calendarsOf(caseId, booking))
      for (const name of pageNames(looked, reachOf(resource, toCome(spans, now))))
        held.set(placeOf(name), holdPage(parsePage(name, found(pageKey(name)))));
  }
  return [...written.values(), ...[...held].flatMap(([at, change]) => (written.has(at) ? [] : [change]))];
}

const placeOf = ({ calendar, week }: PageName): string => `${calendar} ${week}`;

function releases(
  caseId: string,
  sessionId: string,
  taken: Claim['before'],
  found: Found,
  now: Date,
): (readonly [string, Change])[] {
  const unlike = new Map(pagesTaken(caseId, taken).map((name) => [placeOf(name), name]));
  return [...unlike].flatMap(([at, name]) => {
    const page = parsePage(name, found(pageKey(name)));
    return page.taken.some((each) => each.sessionId === sessionId)
      ? [[at, putPage(rewritten(page, { sessionId }, [], now))] as const]
      : [];
  });
}

/** A session with the pages on which it stands. */
interface OnCalendars {
  readonly session: Session;
  readonly roster: Roster;
  readonly found: Found;
}

/** All pages of everybody and everything that is booked for a session. */
export const ownPages = ({ session, roster }: Pick<OnCalendars, 'session' | 'roster'>): readonly Key[] =>
  pagesTaken(session.caseId, { time: session, bookings: roster.booked }).map(pageKey);

/** Gives back everything that a session takes and that is still to come. */
export const freeTime = ({ session, roster, found }: OnCalendars, now: Date): readonly Change[] =>
  releases(session.caseId, session.sessionId, { time: session, bookings: roster.booked }, found, now).map(
    ([, change]) => change,
  );

/**
 * What a session only held, as booked.
 * @throws {Refusal} `hold-over` where somebody else has been given the time
 */
export function keptTime({ session, roster, found }: OnCalendars, now: Date): readonly Change[] {
  const { sessionId, caseId } = session;
  const pages = new Map(
    roster.booked.flatMap((booking) => {
      const spans = spansOf(session, booking.seat);
      const own = calendarsOf(caseId, booking)
        .map((calendar) => pageNames(calendar, spans).map((name) => parsePage(name, found(pageKey(name)))))
        .find((each) => each.every(({ taken }) => taken.some((other) => other.sessionId === sessionId)));
      if (own === undefined) throw new Refusal('hold-over');
      return own.map((page) => [placeOf(page), putPage(rewritten(page, { sessionId }, spans, now))] as const);
    }),
  );
  return [...pages.values()];
}
