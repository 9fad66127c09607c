import type * as z from 'zod';
import type { StaffRole } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { NewEntry } from '../custody/append.ts';
import type { overrideName, overrideReason } from './contract.ts';
import type { Place } from './kinds.ts';
import type { FindingName, Resource } from './working-time.ts';

export type OverrideName = z.infer<typeof overrideName>;
export interface Override {
  readonly what: OverrideName;
  readonly reason: z.infer<typeof overrideReason>;
}

/** Something that stands against a time, and for whom. */
export interface Obstacle {
  readonly name: FindingName;
  readonly sessions: readonly string[];
  readonly resource: Resource;
}

/** By what each can be set aside. An interpreter's time between sessions and minutes in a day never can. */
const setAsideBy: Readonly<Record<FindingName, OverrideName | undefined>> = {
  clash: 'clash',
  blocked: 'clash',
  buffer: 'buffer',
  'short-notice': 'short-notice',
  'outside-hours': 'outside-hours',
  unsociable: 'unsociable',
  holiday: 'holiday',
  'alone-too-long': 'alone-too-long',
  changeover: undefined,
  'day-limit': undefined,
};

const everyBooker: readonly StaffRole[] = ['prosecutor', 'support-officer', 'central-authority'];
/** Who may set aside what: that somebody is in two sessions at once is for whoever runs the case to answer for. */
const mayOverride: Readonly<Record<OverrideName, readonly StaffRole[]>> = {
  unsociable: everyBooker,
  'outside-hours': everyBooker,
  holiday: everyBooker,
  'short-notice': everyBooker,
  buffer: everyBooker,
  clash: ['prosecutor', 'central-authority'],
  // Whoever books with interpreters, and the clerk who calls another one.
  'alone-too-long': ['prosecutor', 'support-officer', 'clerk'],
};

/** @throws {Refusal} `not-your-role` for whoever may not set that aside */
export function assertMayOverride(overrides: readonly Override[], role: StaffRole): void {
  for (const { what } of overrides) if (!mayOverride[what].includes(role)) throw new Refusal('not-your-role');
}

/** Who cannot be in two places: she who is heard, whoever interprets for her, and rooms. */
const neverTwice: readonly Place[] = ['witness', 'interpreter', 'room'];

/** A room is the same at night and on a holiday; whether somebody opens it, its hours say. */
const isNothing = ({ name, resource }: Obstacle): boolean =>
  resource.booking.seat === 'room' && (name === 'unsociable' || name === 'holiday');

function setAside(
  { name, resource: { booking } }: Obstacle,
  overrides: readonly Override[],
): Override | undefined {
  const by = setAsideBy[name];
  if (by === undefined || booking.seat === 'room') return undefined;
  if (by === 'clash' && neverTwice.includes(booking.seat)) return undefined;
  return overrides.find(({ what }) => what === by);
}

/**
 * Against these an override helps, and whoever may know is told so. Of all others only that the time is taken. That a
 * session is long for its interpreters comes of its length and of no place, so it is told of those too who stay hidden.
 */
const canBeAsked = ({ name, resource: { booking, hidden } }: Obstacle): boolean =>
  booking.seat !== 'room' &&
  (name === 'alone-too-long' ||
    (!hidden && ['short-notice', 'outside-hours', 'unsociable', 'holiday'].includes(name)));

/** What still stands in the way of a time, as it is told. */
export type Verdict =
  | { readonly kind: 'free'; readonly used: readonly Override[] }
  | {
      readonly kind: 'taken';
      readonly code: 'already-booked' | 'duty-limit';
      readonly facts: { readonly seat: Place; readonly room?: string };
    }
  | { readonly kind: 'ask'; readonly needs: readonly string[] };

/** What obstacles and overrides come to; obstacles in the order of the seats. */
export function judge(obstacles: readonly Obstacle[], overrides: readonly Override[]): Verdict {
  const real = obstacles.filter((obstacle) => !isNothing(obstacle));
  const standing = real.filter((obstacle) => setAside(obstacle, overrides) === undefined);
  const [hard] = standing.filter((obstacle) => !canBeAsked(obstacle));
  if (hard !== undefined) {
    const { seat, roomId } = hard.resource.booking;
    const told = hard.name === 'day-limit' && !hard.resource.hidden;
    return {
      kind: 'taken',
      code: told ? 'duty-limit' : 'already-booked',
      facts: { seat, ...(roomId === undefined ? {} : { room: roomId }) },
    };
  }
  if (standing.length > 0)
    return {
      kind: 'ask',
      needs: [...new Set(standing.map(({ name, resource }) => `${name} ${resource.booking.seat}`))],
    };
  return { kind: 'free', used: [...new Set(real.flatMap((each) => setAside(each, overrides) ?? []))] };
}

/**
 * How overrides that were needed stand in the log. Not for whom: an hour that is unsociable for one seat would tell the
 * zone of a seat that must stay hidden.
 */
export const overrideDetails = (used: readonly Override[]): NonNullable<NewEntry['details']> =>
  used.length === 0 ? {} : { overrides: used.map(({ what, reason }) => `${what}: ${reason}`) };
