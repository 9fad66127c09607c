import type { StaffRole } from '../shared/access/roles.ts';
import { Refusal, type RefusalFacts } from '../shared/refusals.ts';
import type { Change, Store } from '../shared/store/store.ts';
import type { Instant } from '../shared/values/instants.ts';
import type { InterpretingMode } from '../shared/values/interpreting.ts';
import { nearestFree } from './alternatives.ts';
import { endsOf, untilTheirEnd } from './free-time.ts';
import { judge, notAnsweredFor, type Obstacle, type Override } from './overrides.ts';
import type { Found } from './read-by-key.ts';
import { calendarIdOf, pageNames, type Booking, type PageName } from './roster.ts';
import { spansOf, type SessionTime } from './session-time.ts';
import { holdPage, pageKey, parsePage, putPage } from './store.ts';
import { aloneTooLong } from './team.ts';
import { rewritten, takenAt, toCome, workedBy, type Reservation } from './week-pages.ts';
import { findingsFor, possibleReach, reachOf, type Resource, type TakenAround } from './findings.ts';

/** A time that a session is to have, in place of any that it had. */
export interface Proposal {
  readonly caseId: string;
  readonly sessionId: string;
  readonly time: SessionTime;
  /** Of a hold: until when. */
  readonly until?: Instant | undefined;
  readonly bookings: readonly Booking[];
  /** How is interpreted; consecutive unless said. */
  readonly mode?: InterpretingMode | undefined;
  readonly overrides: readonly Override[];
  /** Sessions at the same time that whoever is in both was let be in. */
  readonly beside?: ReadonlySet<string> | undefined;
  /**
   * Who is booked already and stays: asked for nothing, but what is offered instead must suit them too, and interpreters
   * among them share the work.
   */
  readonly others?: readonly Resource[] | undefined;
  /** Whoever asks, where it is somebody: what only others may set aside is not offered. */
  readonly by?: StaffRole | undefined;
  /** What the session takes so far. */
  readonly before?: { readonly time: SessionTime; readonly bookings: readonly Booking[] } | undefined;
}

/** Every page that may have to be looked at or written for a proposal. */
export const pagesFor = ({
  caseId,
  time,
  bookings,
  before,
}: Omit<Proposal, 'overrides'>): readonly PageName[] => [
  ...bookings.flatMap((each) =>
    pageNames(calendarIdOf(caseId, each), possibleReach(each, spansOf(time, each.seat))),
  ),
  ...pagesTaken(caseId, before),
];

/** Every page on which a session stands. */
export const pagesTaken = (caseId: string, taken: Proposal['before']): readonly PageName[] =>
  (taken?.bookings ?? []).flatMap((each) =>
    pageNames(calendarIdOf(caseId, each), taken === undefined ? [] : spansOf(taken.time, each.seat)),
  );

export interface Taken {
  /** The pages, as written and as held. */
  readonly changes: readonly Change[];
  /** The overrides without which the time could not have been had. */
  readonly used: readonly Override[];
}

/**
 * Takes the time on every calendar. Costs no read of its own; only where something stands in the way it is looked up
 * whether that is over already, and what would be free instead.
 * @param resources one for each booking, in the same order
 * @throws {Refusal} `already-booked` or `duty-limit` naming the seat, with the nearest `alternatives`; `override-needed`;
 * each with what `needs` to be set aside, where that would help
 */
export async function takeTime(
  store: Store,
  proposal: Proposal,
  resources: readonly Resource[],
  found: Found,
  now: Date,
): Promise<Taken> {
  const all = givesBackOnly(proposal) ? [] : await obstaclesTo(store, proposal, resources, found, now);
  const obstacles = notAnsweredFor(all, proposal.beside).filter(
    ({ name }) => name !== 'short-notice' || !keepsStart(proposal),
  );
  const verdict = judge(obstacles, proposal.overrides, proposal.by);
  if (verdict.kind === 'ask') throw new Refusal('override-needed', { ...verdict.facts });
  if (verdict.kind === 'taken') {
    const alternatives = await nearestFree(store, proposal, [...resources, ...(proposal.others ?? [])], now);
    const facts: RefusalFacts = { ...verdict.facts, ...whoOf(verdict.booking, proposal), alternatives };
    throw new Refusal(verdict.code, facts);
  }
  return { changes: pageChanges(proposal, resources, found, now), used: verdict.used };
}

/** Which person is taken, where several are booked for the same seat. */
const whoOf = ({ seat, personId }: Booking, { bookings }: Proposal): RefusalFacts =>
  personId !== undefined && bookings.filter((each) => each.seat === seat).length > 1
    ? { person: personId }
    : {};

/** A session that only gets shorter asks nobody for anything, whatever was set aside when it was booked. */
const givesBackOnly = ({ time, bookings, before }: Proposal): boolean =>
  before !== undefined &&
  bookings === before.bookings &&
  bookings.every(({ seat }) => {
    const had = spansOf(before.time, seat);
    return spansOf(time, seat).every((span) =>
      had.some(({ start, end }) => start <= span.start && span.end <= end),
    );
  });

/** Notice was given, or set aside, when the same people were booked for the same start. */
const keepsStart = ({ time, bookings, before }: Proposal): boolean =>
  bookings === before?.bookings && time.start === before.time.start;

/** All that stands in the way of what is still to come of a time, in the order of the bookings. */
export async function obstaclesTo(
  store: Store,
  proposal: Pick<Proposal, 'caseId' | 'sessionId' | 'time' | 'mode' | 'others'>,
  resources: readonly Resource[],
  found: Found,
  now: Date,
): Promise<readonly Obstacle[]> {
  const around = resources.map(({ booking }) => takenFrom(proposal, booking, found, now));
  const taken = around.map(({ others }) => others);
  const all = (some: readonly (readonly Reservation[])[]): readonly Obstacle[] => [
    ...resources.flatMap((resource, index) => {
      const spans = toCome(spansOf(proposal.time, resource.booking.seat), now);
      const on = { others: some[index] ?? [], own: around[index]?.own ?? [] };
      return findingsFor(resource, spans, on, now).map((each) => ({ ...each, resource }));
    }),
    ...aloneTooLong(resources, proposal.others ?? [], proposal),
  ];
  const first = all(taken);
  const inTheWay = first.flatMap(({ sessions }) => sessions);
  if (inTheWay.length === 0) return first;
  const ends = await endsOf(store, inTheWay);
  return ends.size === 0 ? first : all(taken.map((each) => untilTheirEnd(each, ends)));
}

/** What others have on a calendar, and what the session itself took of it already, as far as a rule could look. */
function takenFrom(
  { caseId, sessionId, time }: Pick<Proposal, 'caseId' | 'sessionId' | 'time'>,
  booking: Booking,
  found: Found,
  now: Date,
): TakenAround {
  const names = pageNames(calendarIdOf(caseId, booking), possibleReach(booking, spansOf(time, booking.seat)));
  const pages = names.map((name) => parsePage(name, found(pageKey(name))));
  const all = takenAt(pages, now);
  return {
    others: all.filter((each) => each.sessionId !== sessionId),
    own: workedBy(
      all.filter((each) => each.sessionId === sessionId),
      now,
    ),
  };
}

/**
 * Times on the page of one week at the most, so that it stays far below the 400 kB of an item. Only where one seat is booked
 * for many sessions at once does it come to that.
 */
const mostTaken = 1000;

function pageChanges(
  { caseId, sessionId, time, until, before }: Proposal,
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
  taken: Proposal['before'],
  found: Found,
  now: Date,
): { readonly at: string; readonly change: Change }[] {
  const unlike = new Map(pagesTaken(caseId, taken).map((name) => [placeOf(name), name]));
  return [...unlike].map(([at, name]) => {
    const page = parsePage(name, found(pageKey(name)));
    return { at, change: putPage(rewritten(page, { sessionId }, [], now)) };
  });
}

/** Gives back everything that a session takes and that is still to come. */
export const freeTime = (
  caseId: string,
  sessionId: string,
  taken: NonNullable<Proposal['before']>,
  found: Found,
  now: Date,
): readonly Change[] => releases(caseId, sessionId, taken, found, now).map(({ change }) => change);
