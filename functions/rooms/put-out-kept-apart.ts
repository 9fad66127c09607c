import { periodAt } from '../orders/port/standing-orders.ts';
import type { Context } from '../shared/http/call.ts';
import { instantOf } from '../shared/values/instants.ts';
import type { Seat } from '../sessions/port/door.ts';
import { roomRenewed, seatKeptApart } from './actions.ts';
import { asItStands, type AsItStands } from './as-it-stands.ts';
import { whyKeptApart } from './kept-apart.ts';
import type { MediaServer } from './media/media-server.ts';
import { withPutOut, type Room } from './room.ts';
import { subjectSeat, type StepEntry } from './snapshot.ts';
import { stepOfNobody } from './step-of-nobody.ts';

/**
 * Whoever may not be in the room any more, since the court ordered so or a plan asks it, is put out of it: the others get
 * another room, since a pass cannot be taken back. Any number of times does the same.
 */
export const putOutKeptApart = (
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<boolean> =>
  stepOfNobody(context, media, sessionId, async ({ door, room }, now) => {
    if (room.phase !== 'open' && room.phase !== 'paused') return undefined;
    const stands = await asItStands(context.store, door, now);
    const inside = insideAndApart(stands, room);
    if (inside.length === 0) return undefined;
    const next = withPutOut(
      room,
      inside.map(({ pseudonym }) => pseudonym),
    );
    return { room: next, stands: stands.door, entries: entriesOf(stands, inside, now) };
  });

const insideAndApart = ({ door }: AsItStands, room: Room): readonly Seat[] =>
  door.seats.filter(
    (seat) => room.seats[seat.pseudonym]?.state === 'admitted' && whyKeptApart(door, seat) !== undefined,
  );

/**
 * The case's log says what was ordered and what was planned; here are the leaf hashes of its entries. Whom a plan keeps apart is
 * not named: both sides read this log, and so may they.
 */
function entriesOf(
  { door, orders, standings }: AsItStands,
  inside: readonly Seat[],
  now: Date,
): readonly StepEntry[] {
  const at = instantOf(now.getTime());
  const [planned = [], ordered = []] = [true, false].map((byPlan) =>
    inside.filter((seat) => (whyKeptApart(door, seat) === 'plan') === byPlan),
  );
  const named = ordered.map((seat): StepEntry => {
    const about = orders.filter(({ matter: of }) =>
      of.kind === 'pair' ? of.from === seat.pseudonym : of.sessionId === door.sessionId,
    );
    const caseEntries = about.flatMap((order) => periodAt(order, at)?.leafHash ?? []);
    return (acting, { epoch }) =>
      seatKeptApart.entry({
        ...acting,
        authority: { kind: 'rule', ref: whyKeptApart(door, seat) ?? 'pair' },
        subject: subjectSeat(seat),
        details: { epoch, caseEntries },
      });
  });
  const plans = standings.flatMap(({ gate, leafHash }) => (gate === 'riskPlan' ? [leafHash] : []));
  const unnamed: StepEntry = (acting, { epoch }) =>
    roomRenewed.entry({
      ...acting,
      authority: { kind: 'rule', ref: 'plan' },
      details: { epoch, caseEntries: plans },
    });
  return planned.length === 0 ? named : [...named, unnamed];
}
