import type * as z from 'zod';
import { partyRoles, type AccountRole } from '../../shared/access/roles.ts';
import { Refusal, type FactsOf } from '../../shared/refusals.ts';
import type { overrideName } from '../../shared/values/overrides.ts';
import type { overrideReason } from '../../sessions/proposal/contract.ts';
import type { Place } from '../../sessions/port/kinds.ts';
import type { Booking } from '../../sessions/port/roster.ts';
import type { FindingName } from './findings.ts';
import type { Resource } from './resource.ts';

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

/** Whoever books, and the clerk, who calls somebody else where one cannot come: that is nearly always at short notice. */
const whoAsks: readonly AccountRole[] = [
  'prosecutor',
  'support-officer',
  'central-authority',
  'clerk',
  'judge',
];
/** Who may set aside what: that somebody is in two sessions at once is for whoever runs the case to answer for. */
const mayOverride: Readonly<Record<OverrideName, readonly AccountRole[]>> = {
  unsociable: whoAsks,
  'outside-hours': whoAsks,
  holiday: whoAsks,
  'short-notice': whoAsks,
  buffer: whoAsks,
  clash: ['prosecutor', 'central-authority', 'judge'],
  // Whoever books with interpreters, and the clerk who calls another one.
  'alone-too-long': ['prosecutor', 'support-officer', 'clerk', 'judge'],
};

/** @throws {Refusal} `not-your-role` for whoever may not set that aside */
export function assertMayOverride(overrides: readonly Override[], role: AccountRole): void {
  for (const { what } of overrides) if (!mayOverride[what].includes(role)) throw new Refusal('not-your-role');
}

/** Who cannot be in two places: whoever is heard, whoever interprets for them, the parties of the case, and rooms. */
const neverTwice: readonly Place[] = ['witness', 'interpreter', 'room', ...partyRoles];

/**
 * A room is the same at night and on a holiday; whether somebody opens it, its hours say. Of those whose place is hidden
 * the hours would tell it too, so they stand in the way of nothing but what they have taken on already: whoever may know
 * sees the time, and can refuse it.
 */
const isNothing = ({ name, resource: { booking, hidden } }: Obstacle): boolean =>
  name === 'unsociable' || name === 'holiday'
    ? booking.seat === 'room' || hidden
    : name === 'outside-hours' && hidden;

/**
 * What would set an obstacle aside; nothing where nothing can. Nobody who may not know why somebody is not there could
 * answer for it. That a session is long for its interpreters comes of its length and of no place.
 */
function remedyFor({ name, resource: { booking, hidden } }: Obstacle): OverrideName | undefined {
  const by = setAsideBy[name];
  if (booking.seat === 'room' || (hidden && by !== 'alone-too-long')) return undefined;
  return by === 'clash' && neverTwice.includes(booking.seat) ? undefined : by;
}

function setAside(obstacle: Obstacle, overrides: readonly Override[]): Override | undefined {
  const by = remedyFor(obstacle);
  return by === undefined ? undefined : overrides.find(({ what }) => what === by);
}

/** Without the clashes that may be set aside and were, when these sessions were put beside each other. */
export const notAnsweredFor = (
  obstacles: readonly Obstacle[],
  beside: ReadonlySet<string> = new Set(),
): readonly Obstacle[] =>
  obstacles.filter(
    (obstacle) =>
      obstacle.name !== 'clash' ||
      remedyFor(obstacle) === undefined ||
      !obstacle.sessions.every((each) => beside.has(each)),
  );

/** Of these is told at once what would set them aside; that somebody is taken is told first as what it is. */
const askedFor: readonly OverrideName[] = [
  'short-notice',
  'outside-hours',
  'unsociable',
  'holiday',
  'alone-too-long',
];

const canBeAsked = (obstacle: Obstacle): boolean => {
  const by = remedyFor(obstacle);
  return by !== undefined && askedFor.includes(by);
};

/** What still stands in the way of a time, as it is told. */
export type Verdict =
  | { readonly kind: 'free'; readonly used: readonly Override[] }
  | {
      readonly kind: 'taken';
      readonly code: 'already-booked' | 'duty-limit';
      readonly facts: Omit<FactsOf<'already-booked'>, 'alternatives'>;
      /** Whose time it is. */
      readonly booking: Booking;
    }
  | { readonly kind: 'ask'; readonly facts: Against };

/** What would have to be set aside; nothing where no reason would help. */
type Against = FactsOf<'override-needed'>;

/** What still stands in the way when these are set aside. */
export const stillStanding = (
  obstacles: readonly Obstacle[],
  overrides: readonly Override[],
): readonly Obstacle[] =>
  obstacles.filter((obstacle) => !isNothing(obstacle) && setAside(obstacle, overrides) === undefined);

/**
 * What obstacles and overrides come to; obstacles in the order of the seats.
 * @param by whoever asks; nobody can be offered to set anything aside unless it is known who
 */
export function judge(
  obstacles: readonly Obstacle[],
  overrides: readonly Override[],
  by?: AccountRole,
): Verdict {
  const real = obstacles.filter((obstacle) => !isNothing(obstacle));
  const standing = stillStanding(obstacles, overrides);
  const [hard] = standing.filter((obstacle) => !canBeAsked(obstacle));
  const against = againstOf(standing, by);
  if (hard !== undefined) {
    const { booking } = hard.resource;
    const { seat, roomId } = booking;
    const told = hard.name === 'day-limit' && !hard.resource.hidden;
    return {
      kind: 'taken',
      code: told ? 'duty-limit' : 'already-booked',
      facts: {
        seat,
        ...(roomId === undefined || hard.resource.hidden ? {} : { room: roomId }),
        ...against,
      },
      booking,
    };
  }
  if (standing.length > 0) return { kind: 'ask', facts: against };
  return { kind: 'free', used: [...new Set(real.flatMap((each) => setAside(each, overrides) ?? []))] };
}

function againstOf(standing: readonly Obstacle[], by: AccountRole | undefined): Against {
  const remedies = standing.map((obstacle) => ({
    what: remedyFor(obstacle),
    seat: obstacle.resource.booking.seat,
  }));
  const told = remedies.flatMap(({ what, seat }) => (what === undefined ? [] : [{ what, seat }]));
  if (told.length < remedies.length) return {};
  const once = told.filter(
    ({ what, seat }, index) => told.findIndex((each) => each.what === what && each.seat === seat) === index,
  );
  const may = by !== undefined && told.every(({ what }) => mayOverride[what].includes(by));
  return may ? { needs: once } : { against: once };
}

/**
 * How overrides that were needed stand in the log. Not for whom: an hour that is unsociable for one seat would tell the
 * zone of a seat that must stay hidden.
 */
export const overrideDetails = (used: readonly Override[]): { readonly overrides?: string[] } =>
  used.length === 0 ? {} : { overrides: used.map(({ what, reason }) => `${what}: ${reason}`) };
