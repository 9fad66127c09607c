import { Refusal, type RefusalFacts } from '../shared/refusals.ts';
import type { Change, Key, Store } from '../shared/store/store.ts';
import { judge, notAnsweredFor, type Override } from '../availability/port/overrides.ts';
import type { LoadedSession } from './loaded-session.ts';
import type { Found } from '../shared/store/read-by-key.ts';
import { calendarIdOf, pageNames, type Booking, type PageName } from './port/roster.ts';
import { spansOf } from './port/session-time.ts';
import { rewritten, toCome } from './port/week-pages.ts';
import { reachOf, type Resource } from '../availability/port/findings.ts';
import { holdPage, pageKey, parsePage, putPage } from './port/page-items.ts';
import { type Claim, pagesTaken } from '../availability/port/claim.ts';
import { obstaclesTo } from '../availability/port/obstacles.ts';

/** That somebody or something is taken, with all that it takes to say what would be free instead. */
export class TimeTaken extends Refusal {
  readonly claim: Claim;
  readonly resources: readonly Resource[];
  constructor(
    code: 'already-booked' | 'duty-limit',
    facts: RefusalFacts,
    claim: Claim,
    resources: readonly Resource[],
  ) {
    super(code, facts);
    this.claim = claim;
    this.resources = resources;
  }
}

export interface Taken {
  /** The pages, as written and as held. */
  readonly changes: readonly Change[];
  /** The overrides without which the time could not have been had. */
  readonly used: readonly Override[];
}

/**
 * Takes the time on every calendar. Costs no read of its own; only where something stands in the way it is looked up
 * whether that is over already.
 * @param resources one for each booking, in the same order
 * @throws {TimeTaken} `already-booked` or `duty-limit` naming the seat
 * @throws {Refusal} `override-needed`; each with what `needs` to be set aside, where that would help
 */
export async function takeTime(
  store: Store,
  claim: Claim,
  resources: readonly Resource[],
  found: Found,
  now: Date,
): Promise<Taken> {
  const all = givesBackOnly(claim) ? [] : await obstaclesTo(store, claim, resources, found, now);
  const obstacles = notAnsweredFor(all, claim.beside).filter(
    ({ name }) => name !== 'short-notice' || !keepsStart(claim),
  );
  const verdict = judge(obstacles, claim.overrides, claim.by);
  if (verdict.kind === 'ask') throw new Refusal('override-needed', { ...verdict.facts });
  if (verdict.kind === 'taken') {
    const facts = { ...verdict.facts, ...whoOf(verdict.booking, claim) };
    throw new TimeTaken(verdict.code, facts, claim, [...resources, ...(claim.others ?? [])]);
  }
  return { changes: pageChanges(claim, resources, found, now), used: verdict.used };
}

/** Which person is taken, where several are booked for the same seat. */
const whoOf = ({ seat, personId }: Booking, { bookings }: Claim): RefusalFacts =>
  personId !== undefined && bookings.filter((each) => each.seat === seat).length > 1
    ? { person: personId }
    : {};

/** A session that only gets shorter asks nobody for anything, whatever was set aside when it was booked. */
const givesBackOnly = ({ time, bookings, before }: Claim): boolean =>
  before !== undefined &&
  bookings === before.bookings &&
  bookings.every(({ seat }) => {
    const had = spansOf(before.time, seat);
    return spansOf(time, seat).every((span) =>
      had.some(({ start, end }) => start <= span.start && span.end <= end),
    );
  });

/** Notice was given, or set aside, when the same people were booked for the same start. */
const keepsStart = ({ time, bookings, before }: Claim): boolean =>
  bookings === before?.bookings && time.start === before.time.start;
/**
 * Times on the page of one week at the most, so that it stays far below the 400 kB of an item. Only where one seat is booked
 * for many sessions at once does it come to that.
 */
const mostTaken = 1000;

function pageChanges(
  { caseId, sessionId, time, until, before }: Claim,
  resources: readonly Resource[],
  found: Found,
  now: Date,
): Change[] {
  const written = new Map<string, Change>();
  const held = new Map<string, Change>();
  const own = { sessionId, ...(until === undefined ? {} : { until }) };
  for (const resource of resources) {
    const { booking } = resource;
    const spans = spansOf(time, booking.seat);
    const calendar = calendarIdOf(caseId, booking);
    for (const name of pageNames(calendar, spans)) {
      const page = parsePage(name, found(pageKey(name)));
      const after = rewritten(page, own, spans, now);
      if (after.taken.length > Math.max(mostTaken, page.taken.length))
        throw new Refusal('too-much-taken', { seat: booking.seat });
      written.set(placeOf(name), putPage(after));
    }
    for (const name of pageNames(calendar, reachOf(resource, toCome(spans, now))))
      held.set(placeOf(name), holdPage(parsePage(name, found(pageKey(name)))));
  }
  for (const change of releases(caseId, sessionId, before, found, now))
    if (!written.has(change.at)) written.set(change.at, change.change);
  return [...written.values(), ...[...held].flatMap(([at, change]) => (written.has(at) ? [] : [change]))];
}

const placeOf = ({ calendar, week }: PageName): string => `${calendar} ${week}`;

function releases(
  caseId: string,
  sessionId: string,
  taken: Claim['before'],
  found: Found,
  now: Date,
): { readonly at: string; readonly change: Change }[] {
  const unlike = new Map(pagesTaken(caseId, taken).map((name) => [placeOf(name), name]));
  return [...unlike].map(([at, name]) => {
    const page = parsePage(name, found(pageKey(name)));
    return { at, change: putPage(rewritten(page, { sessionId }, [], now)) };
  });
}

/** What of a session stands on calendars, or will. */
type OnCalendars = Pick<LoadedSession, 'session' | 'roster' | 'found'>;

/** All pages of everybody and everything that is booked for a session. */
export const ownPages = ({ session, roster }: Pick<OnCalendars, 'session' | 'roster'>): readonly Key[] =>
  pagesTaken(session.caseId, { time: session, bookings: roster.booked }).map(pageKey);

/** Gives back everything that a session takes and that is still to come. */
export const freeTime = ({ session, roster, found }: OnCalendars, now: Date): readonly Change[] =>
  releases(session.caseId, session.sessionId, { time: session, bookings: roster.booked }, found, now).map(
    ({ change }) => change,
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
      return pageNames(calendarIdOf(caseId, booking), spans).map((name) => {
        const page = parsePage(name, found(pageKey(name)));
        if (!page.taken.some((each) => each.sessionId === sessionId)) throw new Refusal('hold-over');
        return [placeOf(name), putPage(rewritten(page, { sessionId }, spans, now))] as const;
      });
    }),
  );
  return [...pages.values()];
}
