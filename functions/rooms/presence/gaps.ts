import { spansIn, type About, type Span } from './presence.ts';

/**
 * For how long whoever is heard had no line, and came back: a gap in what the record has of them. Pure, over all rooms of a session in
 * which they were. What we ended ourselves, by a pause or since they go into another room, is no gap; what began as one goes on
 * through a pause.
 */

/** Milliseconds after which it is one: until then they come back by themselves, and nothing is asked of them. */
export const grace = 5 * 60_000;
/** Milliseconds by which the end of a line may stand before our taking the room away and be the end of the room: reports know seconds. */
const atOnce = 2_000;

export interface Gap {
  readonly whose: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** By which they came back, and where. */
  readonly connection: string;
  readonly roomName: string;
}

interface In extends Span {
  readonly roomName: string;
  readonly from: number;
  readonly isOurs: boolean;
}

export function gapsIn(
  rooms: readonly (Pick<About, 'sightings' | 'goneAt'> & { readonly roomName: string })[],
): readonly Gap[] {
  const all = rooms.flatMap(({ roomName, ...about }) =>
    spansIn(about).flatMap(({ from, ...span }): In[] => {
      const { goneAt } = about;
      const isOurs = goneAt !== undefined && (span.to ?? goneAt) >= goneAt - atOnce;
      return from === undefined ? [] : [{ ...span, from, roomName, isOurs }];
    }),
  );
  return [...Map.groupBy(all, ({ whose }) => whose).values()].flatMap(gapsOfOne);
}

function gapsOfOne(spans: readonly In[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let last: { readonly to: number; readonly isOurs: boolean } | undefined;
  for (const { from, to = Infinity, whose, connection, roomName, isOurs } of spans.toSorted(
    (one, other) => one.from - other.from || (one.connection < other.connection ? -1 : 1),
  )) {
    if (last !== undefined && !last.isOurs && from - last.to > grace)
      gaps.push({ whose, from: last.to, to: from, connection, roomName });
    if (last === undefined || to >= last.to) last = { to, isOurs };
  }
  return gaps;
}
