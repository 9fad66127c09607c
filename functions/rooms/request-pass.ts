import { wishedBy } from '../cases/port/standing.ts';
import { checkDoor } from '../sessions/port/door.ts';
import { passMinted } from './actions.ts';
import type { requestPass as contract } from './contract.ts';
import { assertTermsLet } from './conditions.ts';
import { countUse } from './count-use.ts';
import { assertNobodyFormer } from './evict-replaced.ts';
import { asItStands } from './as-it-stands.ts';
import { assertIdentifiedForPass } from './identified.ts';
import { mayEnter } from './may-enter.ts';
import { passSeconds, sendsIn } from './media/pass.ts';
import { assertRoomThere } from './media/replace-lost-rooms.ts';
import { authorityOf, readSnapshot, stepChanges, type StepEntry } from './snapshot.ts';
import { newId } from '../shared/values/ids.ts';
import { isBooth } from './place.ts';
import { assertTakesPartToday } from './today.ts';
import { stillOfCase } from './still-of-case.ts';
import { putPass, putSeatUse, roomKey } from './store.ts';
import type { RoomHandler } from './handler.ts';
import { assertWishesLet } from './wishes.ts';

/**
 * Mints a pass. Door and room, case and membership, and what stands for those who are heard, are held at the versions that were read, and the
 * entry stands, before there is a pass: a withdrawal, a pause or an end that comes first makes this decide anew. Three rounds
 * to the store, and one to the media server, which may have lost the room.
 */
export const requestPass: RoomHandler<typeof contract> = async (call, media) => {
  const { store, randomBytes } = call.context;
  const server = await media();
  return call.commit(async () => {
    const snapshot = await readSnapshot(store, call.params.sessionId, call.actor);
    await assertNobodyFormer(call.context, media, snapshot);
    const { room, me } = snapshot;
    const [{ door, terms, wishes, standings, checksFor }, ofCase] = await Promise.all([
      asItStands(store, snapshot.door, call.now),
      stillOfCase(store, snapshot.door, call.actor),
    ]);
    const allowed = mayEnter(door, room, me, call.now, call.body.room);
    assertTakesPartToday(door, room, me, call.now);
    assertTermsLet(terms, door, room, me);
    assertIdentifiedForPass(door, me, call.now);
    assertWishesLet(wishes, standings, door, room, me);
    const { before, after } = await countUse(store, snapshot, 'passes', call.now);
    await assertRoomThere(call.context, media, room.sessionId, allowed.roomName);
    const logged: StepEntry = (acting) =>
      passMinted.entry({
        ...acting,
        authority: authorityOf(call.actor),
        details: { epoch: allowed.since, doorVersion: door.version, seconds: passSeconds },
      });
    const mark = newId(randomBytes);
    const changes = stepChanges(
      snapshot,
      {
        room,
        entries: [logged],
        door: checkDoor(door),
        changes: [
          putSeatUse(before, after),
          {
            kind: 'check',
            key: roomKey(room.sessionId),
            when: { version: room.version },
            onRefused: 'retry',
          },
          putPass(allowed.roomName, mark, allowed.identity, call.now),
          ...checksFor(me.pseudonym),
          ...ofCase.checks,
        ],
      },
      { now: call.now, randomBytes },
    );
    // Minted before the commit and thrown away if that fails, so that a repeat of the request gets this very pass.
    const isUnseen = wishedBy(standings, me.pseudonym, 'no-picture');
    const isViewer = allowed.as === 'viewer';
    const isSilent = isViewer || room.silenced?.includes(me.pseudonym) === true;
    const sent = isBooth(allowed.key) ? 'voice' : sendsIn(me.seat, terms, ofCase.country, isUnseen);
    const sends = isSilent ? 'nothing' : sent;
    const token = await server.mintPass(allowed.roomName, allowed.identity, mark, sends, isViewer);
    return {
      changes,
      answer: { url: server.publicUrl, token, identity: allowed.identity, epoch: allowed.since, sends },
    };
  });
};
