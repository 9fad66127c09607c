import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../shared/refusals.ts';
import type { Instant } from '../../shared/values/instants.ts';
import type { Role } from '../../shared/access/roles.ts';
import { shut, withoutPauses, type Room } from '../room.ts';

/** How a hearing goes, as steps of its state. Pure. */

/** @throws {Refusal} `room-ended`, `room-paused`, `room-not-open` */
export function assertOpen({ phase }: Pick<Room, 'phase'>): void {
  if (phase === 'ended') throw new Refusal('room-ended');
  if (phase === 'paused') throw new Refusal('room-paused');
  if (phase !== 'open') throw new Refusal('room-not-open');
}

/** Called in; they come from where they wait with whoever goes with them. @throws {Refusal} `not-admitted` */
export function calledIn(room: Room, who: string): Room {
  assertOpen(room);
  if (room.seats[who]?.state !== 'admitted') throw new Refusal('not-admitted');
  const called = room.called ?? [];
  return called.includes(who) ? room : { ...room, called: [...called, who] };
}

/** They go back to where they waited. Also in a pause: they are not in the hearing when it goes on. */
export function stoodDown(room: Room, who: string): Room {
  if (room.phase === 'ended') throw new Refusal('room-ended');
  if (room.called?.includes(who) !== true) throw new Refusal('not-admitted');
  return { ...room, called: room.called.filter((each) => each !== who) };
}

/** @param whom pseudonym of whoever is heard or of the accused, `court`, or undefined for as the role says */
export function goingWith(room: Room, who: string, whom: string | undefined): Room {
  if (room.phase === 'ended') throw new Refusal('room-ended');
  const { [who]: _before, ...beside } = room.beside ?? {};
  if (_before === whom) return room;
  return { ...room, beside: whom === undefined ? beside : { ...beside, [who]: whom } };
}

/** In these languages the screened side is interpreted to: the court's own, and theirs. */
export function carrying(room: Room, { court, screened }: NonNullable<Room['carried']>): Room {
  if (room.phase === 'ended') throw new Refusal('room-ended');
  const carried = { court: channelsOf(court), screened: channelsOf(screened) };
  return isDeepStrictEqual(room.carried, carried) ? room : { ...room, carried };
}

/** A channel is of a language, however it is written and wherever it is spoken. */
const channelsOf = (tags: readonly string[]): string[] => [
  ...new Set(tags.flatMap((tag) => tag.split('-').slice(0, 1))),
];

/** The court has a recess: nobody is in the hearing until it says go on. @throws as `assertOpen` */
export function inRecess(room: Room, seat: Extract<Role, 'judge' | 'clerk'>, until: Instant): Room {
  if (room.phase !== 'paused') assertOpen(room);
  const others = room.pauses.filter((each) => each.seat !== seat);
  return { ...room, phase: 'paused', pauses: [...others, { seat, kind: 'recess', until }] };
}

export function onRecord(room: Room, record: 'on' | 'off'): Room {
  assertOpen(room);
  if ((room.record ?? 'on') === record) return room;
  const { record: _before, ...rest } = room;
  return record === 'off' ? { ...rest, record } : rest;
}

/** Also while nobody is in: who may come in is then settled before they do. */
export function sittingInCamera(room: Room, inCamera: boolean): Room {
  if (room.phase === 'ended') throw new Refusal('room-ended');
  if ((room.inCamera ?? false) === inCamera) return room;
  const { inCamera: _before, ...rest } = room;
  return inCamera ? { ...rest, inCamera } : rest;
}

/**
 * These are silenced, or may speak again: each of them leaves under the identity that they had, and has another in the same room, for
 * which a pass is minted anew. @throws as `assertOpen`
 */
export function silenced(room: Room, whos: readonly string[], silent: boolean): Room {
  assertOpen(room);
  const before = room.silenced ?? [];
  const changed = whos.filter((who) => before.includes(who) !== silent);
  if (changed.length === 0) return room;
  const leaving = Object.values(room.rooms).flatMap(({ roomName, people }) =>
    changed.flatMap((who) => {
      const identity = people[who]?.identity;
      return identity === undefined ? [] : [{ roomName, identity }];
    }),
  );
  const rooms = Object.fromEntries(
    Object.entries(room.rooms).map(([key, { roomName, people }]) => [
      key,
      {
        roomName,
        people: Object.fromEntries(Object.entries(people).filter(([who]) => !changed.includes(who))),
      },
    ]),
  );
  return {
    ...room,
    // A page must be able to tell that it needs another pass.
    epoch: room.epoch + 1,
    rooms,
    leaving: [...(room.leaving ?? []), ...leaving],
    silenced: silent ? [...before, ...changed] : before.filter((who) => !changed.includes(who)),
  };
}

/** Everybody is out until then; nobody's pause outlives the day. */
export function adjourned(room: Room, to: Instant): Room {
  if (room.phase !== 'paused') assertOpen(room);
  return { ...withoutPauses(shut(room)), adjournedTo: to };
}

/** These talk apart. @param id random */
export function talkingApart(room: Room, id: string, by: string, people: readonly string[]): Room {
  if (room.phase !== 'paused') assertOpen(room);
  if ([by, ...people].some((who) => room.seats[who]?.state !== 'admitted')) throw new Refusal('not-admitted');
  const all = [...new Set([by, ...people])];
  return { ...room, consultations: { ...room.consultations, [id]: { by, people: all } } };
}

/** @throws {Refusal} `not-admitted` for whoever is none of them */
export function talkedApart(room: Room, id: string, who: string): Room {
  if (room.phase === 'ended') throw new Refusal('room-ended');
  const { [id]: ending, ...rest } = room.consultations ?? {};
  if (ending === undefined) return room;
  if (!ending.people.includes(who)) throw new Refusal('not-admitted');
  return { ...room, consultations: rest };
}
