import { patiently } from '../shared/http/patiently.ts';
import { Refusal } from '../shared/refusals.ts';
import { assertLive, heardIn, seatNamed, type Door, type Seat } from '../sessions/port/door.ts';
import { todaySaid } from './actions.ts';
import type { sayToday as contract } from './contract.ts';
import { shut, withoutPauses } from './room.ts';
import { authorityOf, subjectSeat, type StepEntry } from './snapshot.ts';
import { step } from './step.ts';
import { withSaidToday } from './today.ts';
import type { RoomHandler } from './handler.ts';

/**
 * Whoever is heard takes part today, or does not: said on their own page by one press, or by the officer beside them. One who
 * does not while the room is in use shuts it, as whatever else takes away what the session stands on. A stop stays, whoever's it
 * is, until they say go on themselves: with her own word on the day she has.
 */
export const sayToday: RoomHandler<typeof contract> = (call, media) =>
  step(patiently(call), media, ({ door, room, me }) => {
    assertLive(door);
    const whom = ofWhom(door, me, call.body.pseudonym);
    const by = me.seat === 'witness' ? 'self' : 'officer';
    const said = withSaidToday(door, room, whom.pseudonym, { said: call.body.takesPart, by }, call.now);
    if (said === room) return { room, entries: [] };
    const inUse = room.phase === 'open' || room.phase === 'paused';
    const entry: StepEntry = (acting) =>
      todaySaid.entry({
        ...acting,
        authority: authorityOf(call.actor),
        subject: subjectSeat(whom),
        details: { takesPart: call.body.takesPart },
      });
    const next = inUse && call.body.takesPart === 'not-today' ? shut(said) : said;
    // A pause is of a seat: where several have hers, one of them does not end another one's.
    const isHers = by === 'self' && heardIn(door).length === 1;
    return { room: isHers && !inUse ? withoutPauses(next, isWitness) : next, entries: [entry] };
  });

const isWitness = (seat: Seat['seat']): boolean => seat === 'witness';

/** @throws {Refusal} `not-found` where nobody of that name is heard; `does-not-fit` where several are and none is named */
function ofWhom(door: Door, me: Seat, pseudonym: string | undefined): Seat {
  if (me.seat === 'witness') return me;
  const named = seatNamed(door, { seat: 'witness', pseudonym });
  if (named === undefined) throw new Refusal('not-found');
  return named;
}
