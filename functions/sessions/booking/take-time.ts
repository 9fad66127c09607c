import type { Staff } from '../../shared/access/roles.ts';
import type { Context } from '../../shared/http/call.ts';
import { Refusal, type FactsOf } from '../../shared/refusals.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Change, Store } from '../../shared/store/store.ts';
import type { Viewpoint } from '../../cases/port/who-may-know-a-place.ts';
import type { Claim } from '../../availability/port/claim.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import { resourceOf, type Resource } from '../../availability/port/resource.ts';
import { obstaclesTo } from '../../availability/port/obstacles.ts';
import { judge, notAnsweredFor, overrideDetails, type Override } from '../../availability/port/overrides.ts';
import type { Booking } from '../port/roster.ts';
import { spansOf } from '../port/session-time.ts';
import { pageChanges } from './pages.ts';

type TakenFacts = FactsOf<'already-booked' | 'duty-limit'>;

/** That somebody or something is taken, with all that it takes to say what would be free instead. */
export class TimeTaken extends Refusal {
  declare readonly code: 'already-booked' | 'duty-limit';
  declare readonly facts: TakenFacts;
  readonly claim: Claim;
  readonly resources: readonly Resource[];
  constructor(
    code: 'already-booked' | 'duty-limit',
    facts: Omit<TakenFacts, 'alternatives'>,
    claim: Claim,
    resources: readonly Resource[],
  ) {
    super(code, { ...facts, alternatives: [] });
    this.claim = claim;
    this.resources = resources;
  }
}

export interface Taken {
  /** The pages, as written and as held. */
  readonly changes: readonly Change[];
  /** The overrides without which the time could not have been had. */
  readonly used: readonly Override[];
  /** What the entry says of them. */
  readonly details: ReturnType<typeof overrideDetails>;
}

/** Whoever asks for the time of others. */
export interface Asking {
  readonly actor: Staff;
  readonly now: Date;
  readonly context: Pick<Context, 'store'>;
}

/** What was read of all whose time is asked for. */
export interface AsRead {
  readonly found: Found;
  readonly viewpoint: Viewpoint;
  /** Who and what the session has already; a room that is not among them was named by the one who asks, who then knows it. */
  readonly had?: readonly Booking[];
}

/**
 * Takes the time that somebody asks for, of everybody and everything that is booked.
 * @param stays who is booked already and is asked for nothing
 * @throws {Refusal} those of `takeTime`
 */
export async function takeAsked(
  { actor, now, context: { store } }: Asking,
  claim: Omit<Claim, 'others' | 'by'>,
  { found, viewpoint, had = [] }: AsRead,
  holidays: KnownHolidays,
  stays: readonly Booking[] = [],
): Promise<Taken> {
  const { bookings, time } = claim;
  const bare = [...bookings, ...stays].map((booking) =>
    resourceOf(booking, found, viewpoint, !had.includes(booking)),
  );
  const all = await holidays.laidOver(store, found, time, bare);
  const [resources, others] = [all.slice(0, bookings.length), all.slice(bookings.length)];
  return takeTime(store, { ...claim, others, by: actor.role }, resources, found, now);
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
  if (verdict.kind === 'ask') throw new Refusal('override-needed', verdict.facts);
  if (verdict.kind === 'taken') {
    const facts = { ...verdict.facts, ...whoOf(verdict.booking, claim) };
    throw new TimeTaken(verdict.code, facts, claim, [...resources, ...(claim.others ?? [])]);
  }
  const { used } = verdict;
  return { changes: pageChanges(claim, resources, found, now), used, details: overrideDetails(used) };
}

/** Which person is taken, where several are booked for the same seat. */
const whoOf = ({ seat, personId }: Booking, { bookings }: Claim): Pick<TakenFacts, 'person'> =>
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
