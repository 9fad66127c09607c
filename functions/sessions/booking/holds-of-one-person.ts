import * as z from 'zod';
import { Refusal } from '../../shared/refusals.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { instant, type Instant } from '../../shared/values/instants.ts';
import type { Roster } from '../port/roster.ts';
import type { Door } from '../port/door.ts';

/**
 * Which times somebody holds. A hold costs nothing and keeps everybody it names from being booked, so nobody has more of
 * them at once than a busy office needs to offer a choice of times in each of its cases.
 */
export const mostHolds = 40;

const holdsItem = z.object({
  version: z.number().int(),
  held: z.array(z.strictObject({ sessionId: z.string(), until: instant })),
});
export type Holds = z.infer<typeof holdsItem> & { readonly personId: string };

export const holdsKey = (personId: string): Key => ({
  table: 'sessions',
  pk: `holder#${personId}`,
  sk: 'holds',
});

/** Of whoever never held anything: nothing. */
export const parseHolds = (personId: string, item: Item | undefined): Holds => ({
  personId,
  ...(item === undefined ? { version: 0, held: [] } : holdsItem.parse(item)),
});

/** A session that is only to be held, and by whom. */
interface NewHold {
  readonly session: { readonly sessionId: string };
  readonly heldUntil: Instant | undefined;
  readonly self: { readonly personId: string };
  readonly found: Found;
}

/**
 * That a time is held, where it is not booked at once.
 * @throws {Refusal} `too-much-taken` for whoever holds `mostHolds` times already
 */
export function takeHold(
  { session: { sessionId }, heldUntil: until, self: { personId }, found }: NewHold,
  now: Date,
): readonly Change[] {
  if (until === undefined) return [];
  const holds = parseHolds(personId, found(holdsKey(personId)));
  const held = live(holds, now);
  if (held.length >= mostHolds) throw new Refusal('too-much-taken', { held: held.length });
  return [putHolds(holds, [...held, { sessionId, until }])];
}

/** What must be read for `letGo`. */
export const holdsIn = ({ heldBy }: Pick<Roster, 'heldBy'>): readonly Key[] =>
  heldBy === undefined ? [] : [holdsKey(heldBy)];

interface HeldSession {
  readonly door: Door;
  readonly roster: Roster;
  readonly found: Found;
}

/** That a time that was only held is confirmed or let go. */
export function letGo({ door, roster: { heldBy }, found }: HeldSession, now: Date): readonly Change[] {
  if (door.status !== 'held' || heldBy === undefined) return [];
  const holds = parseHolds(heldBy, found(holdsKey(heldBy)));
  return [
    putHolds(
      holds,
      live(holds, now).filter(({ sessionId }) => sessionId !== door.sessionId),
    ),
  ];
}

const live = ({ held }: Holds, now: Date) => held.filter(({ until }) => until > now.toISOString());

function putHolds({ personId, version }: Holds, held: Holds['held']): Change {
  const { table, pk, sk } = holdsKey(personId);
  return {
    kind: 'put',
    table,
    item: { pk, sk, version: version + 1, held },
    when: version === 0 ? 'absent' : { version },
    onRefused: 'retry',
  };
}
