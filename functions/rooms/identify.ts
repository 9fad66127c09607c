import { sealAll } from '../custody/port/disclosure.ts';
import { assertLive, moveDoor, permittedIn, type Door, type Seat } from '../sessions/port/door.ts';
import { identifier, identityOf, officerGate } from '../sessions/port/identity.ts';
import { windowAt } from '../sessions/port/window.ts';
import { patiently } from '../shared/http/patiently.ts';
import type { BodyOf } from '../shared/http/contract.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { identityEstablished, identityOfAnother } from './actions.ts';
import type { identify as contract } from './contract.ts';
import type { RoomHandler } from './handler.ts';
import { shut } from './room.ts';
import { askingTooOften } from './seat-use.ts';
import { authorityOf, subjectSeat, type StepEntry } from './snapshot.ts';
import { step } from './step.ts';
import { putWhatWasSeen } from './store.ts';
import { viewOf } from './view.ts';

/**
 * The officer of the host State sees who came, before anybody is heard, and says so for the day. That it is somebody else closes the
 * door, and a room that is in use, until it is put right; those who were to come are told by what follows the door.
 */
export const identify: RoomHandler<typeof contract> = (call, media) => {
  const { body, now, context } = call;
  return step(
    patiently(call),
    media,
    ({ door, room, me }) => {
      assertLive(door);
      if (me.seat !== identifier(door)) throw new Refusal('not-your-role');
      // Where no State has anything to permit, none has to know who is heard.
      if (door.gates.permission === 'not-needed') throw new Refusal('gate-not-needed');
      const opensAt = windowAt(door, now);
      if (opensAt === undefined) throw new Refusal('outside-window');
      const whom = ofWhom(door, body.pseudonym);
      // Said once more it is the same, and no further entry.
      if (identityOf(door, whom.pseudonym, now) === body.found) return { room, entries: [] };
      const { detail } = body;
      const seen = detail === undefined ? undefined : sealAll({ detail }, context.randomBytes);
      const entry: StepEntry = (acting) => {
        const by = { ...acting, authority: authorityOf(call.actor), subject: subjectSeat(whom) };
        return body.found === 'established'
          ? identityEstablished.entry({
              ...by,
              details: { how: body.how, opensAt },
              sealed: seen?.digests ?? {},
            })
          : identityOfAnother.entry({ ...by, details: { opensAt }, sealed: seen?.digests ?? {} });
      };
      const inUse = room.phase === 'open' || room.phase === 'paused';
      const kept =
        seen === undefined
          ? []
          : [putWhatWasSeen(door.sessionId, whom.pseudonym, seen.disclosures, context.randomBytes)];
      return {
        room: inUse && body.found === 'other-person' ? shut(room) : room,
        door: moveDoor(door, found(door, body, now)),
        entries: [entry],
        changes: kept,
      };
    },
    ({ door, me, uses }, after) =>
      viewOf({ ...door, ...found(door, body, now) }, after, me, now, askingTooOften(uses, now)),
  );
};

/** What of the door is another once it was said who came. */
function found(
  door: Door,
  said: Pick<BodyOf<typeof contract>, 'found' | 'pseudonym'>,
  now: Date,
): Pick<Door, 'gates' | 'identity'> {
  const opensAt = windowAt(door, now) ?? door.opensAt;
  const identity = {
    ...door.identity,
    [ofWhom(door, said.pseudonym).pseudonym]: { found: said.found, opensAt: parseInstant(opensAt) },
  };
  return { identity, gates: { ...door.gates, attendingOfficer: officerGate({ ...door, identity }) } };
}

/** @throws {Refusal} `not-found` where nobody of that name is heard; `does-not-fit` where several are and none is named */
function ofWhom(door: Door, pseudonym: string | undefined): Seat {
  const heard = door.seats.filter((seat) => permittedIn(door).includes(seat.pseudonym));
  if (pseudonym === undefined && heard.length > 1)
    throw doesNotFit('/pseudonym', 'Several are heard in this session. Say whom you mean.');
  const named = heard.find((seat) => pseudonym === undefined || seat.pseudonym === pseudonym);
  if (named === undefined) throw new Refusal('not-found');
  return named;
}
