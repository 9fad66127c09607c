import type { ProposedTime } from '../../functions/sessions/port/proposal.ts';

/** Bookings in few words, as most tests say them, and as the service takes them. */

interface Day {
  readonly local: string;
  readonly offset?: string | undefined;
}

/** What most tests want to say of a booking; whatever else is there is passed on as it is. */
export interface Brief extends Partial<Day> {
  readonly kind?: string;
  readonly moreDays?: readonly Day[] | undefined;
  /** One main part of so many minutes, unless there are `segments`. */
  readonly minutes?: number | undefined;
  readonly segments?: readonly object[] | undefined;
  readonly seats?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** By whom and about whom. */
export interface Who {
  readonly booker: string;
  /** Her pseudonym. */
  readonly witness: string;
}

const seatOf: Readonly<Record<string, string>> = {
  clerk: 'clerk',
  supportOfficer: 'support-officer',
  interpreter: 'interpreter',
  moreInterpreters: 'interpreter',
  authorities: 'central-authority',
};

const own: Readonly<Record<string, string>> = {
  interview: 'prosecutor',
  rehearsal: 'prosecutor',
  'central-authority-meeting': 'central-authority',
};

/** The proposal: whoever books has the seat of those who book that kind, and she who is heard has hers. */
export function proposed(brief: object, who: Who): Record<string, unknown> {
  const { local, offset, moreDays = [], minutes, segments, seats = {}, ...rest } = brief as Brief;
  const kind = rest.kind ?? 'interview';
  const chosen = new Map<string, string[]>();
  const add = (seat: string, ids: readonly string[]) => {
    if (ids.length > 0) chosen.set(seat, [...(chosen.get(seat) ?? []), ...ids]);
  };
  const ownSeat = own[kind];
  if (ownSeat !== undefined && seats[ownSeat] === undefined) add(ownSeat, [who.booker]);
  if (kind !== 'central-authority-meeting' && kind !== 'expert' && seats['witness'] === undefined)
    add('witness', [who.witness]);
  for (const [field, ids = []] of Object.entries(seats)) add(seatOf[field] ?? field, [ids].flat());
  // Whoever says nothing of an interpreter needs none.
  const without = kind !== 'central-authority-meeting' && !chosen.has('interpreter');
  return {
    ...(without ? { interpreting: 'not-needed' } : {}),
    ...rest,
    kind,
    ...(local === undefined ? {} : { days: [{ local, ...offsetOf(offset) }, ...moreDays] }),
    parts: segments ?? [{ kind: 'main', at: 0, minutes: minutes ?? 60 }],
    seats: [...chosen].map(([seat, ids]) => ({ seat, ids })),
  };
}

const offsetOf = (offset: string | undefined) => (offset === undefined ? {} : { offset });

/**
 * A new time in few words: where only the first day is said, the others follow on the wall as they did.
 * @param before the days as they are
 */
export function movedTo(to: object, before: readonly Day[]): Record<string, unknown> {
  const { local = '', offset, moreDays, ...rest } = to as Brief;
  const shift = onTheWall(local) - onTheWall(before[0]?.local ?? '');
  const later = (day: Day) => new Date(onTheWall(day.local) + shift);
  const follow = before
    .slice(1)
    .map(later)
    // What is no time at all is refused for the first day.
    .flatMap((at) => (Number.isNaN(at.getTime()) ? [] : [{ local: at.toISOString().slice(0, 16) }]));
  return { ...rest, days: [{ local, ...offsetOf(offset) }, ...(moreDays ?? follow)] };
}

const onTheWall = (local: string): number => Date.parse(`${local}Z`);

/** When and where, in few words. */
export interface TimeBrief extends Day {
  readonly zone: string;
  readonly minutes?: number | undefined;
  readonly moreDays?: readonly Day[] | undefined;
}

export const timeProposed = ({
  local,
  offset,
  zone,
  minutes = 60,
  moreDays = [],
}: TimeBrief): ProposedTime => ({
  zone,
  days: [{ local, ...offsetOf(offset) }, ...moreDays],
  parts: [{ kind: 'main', at: 0, minutes }],
});
