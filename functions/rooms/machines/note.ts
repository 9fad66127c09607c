import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { Noted, Turn } from '../../media/contract.ts';
import { fileFact } from '../../custody/port/file-fact.ts';
import type { Change } from '../../shared/store/store.ts';
import type { DeclaredEntry } from '../../custody/port/action.ts';
import type { Door } from '../../sessions/port/door.ts';
import { kindOfRoom } from '../presence/actions.ts';
import type { Sighting } from '../presence/presence.ts';
import { putSighting } from '../presence/store.ts';
import type { Room } from '../room.ts';
import { observed } from './actions.ts';

/** What the observer saw, as facts of the session, and what it says of who is there: told twice, in one turn or in two, it is one. */
export function notesIn(
  door: Door,
  room: Room,
  { holder, noted = [] }: Pick<Turn, 'holder' | 'noted'>,
  now: Date,
): Change[] {
  const { sessionId: logId, caseId } = door;
  const facts = noted.map((each) => {
    const { id, entry } = noteOf(door, room, holder, each);
    return [id, fileFact({ logId, caseId, entry, filedAt: now })] as const;
  });
  const seen = noted.flatMap((each) => {
    const told = sightingOf(door, room, each);
    return told === undefined
      ? []
      : [[JSON.stringify(told), putSighting(told.roomName, told.sighting, now)] as const];
  });
  return [...new Map([...facts, ...seen]).values()];
}

/** By the seat it is about where that is known. The same, told again, has the same id. @param holder which observer */
function noteOf(
  door: Door,
  room: Room,
  holder: string,
  noted: Noted,
): { readonly id: string; readonly entry: DeclaredEntry } {
  const seat = seatIn(door, room, noted);
  const { what, quality, at } = noted;
  const id = createHash('sha256')
    .update(
      JSON.stringify(['observed', door.sessionId, holder, noted.room, noted.identity, what, quality, at]),
    )
    .digest('base64url');
  const entry = observed.entry({
    entryId: id,
    actor: { system: 'observer' },
    authority: { kind: 'rule', ref: 'seen in the room' },
    occurredAt: new Date(at).toISOString(),
    details: {
      ...(seat === undefined ? {} : { seat: `${seat.seat} ${seat.pseudonym}` }),
      room: roomKind(noted.room),
      what,
      ...(quality === undefined ? {} : { quality }),
    },
  });
  return { id, entry };
}

/** The same as what it says of who is there; undefined where it says nothing of that, or of a room that is gone already. */
function sightingOf(
  door: Door,
  room: Room,
  noted: Noted,
): { readonly roomName: string; readonly sighting: Sighting } | undefined {
  const seat = seatIn(door, room, noted);
  const { roomName } = room.rooms[noted.room] ?? {};
  const { what, connection, at } = noted;
  if (what !== 'came' && what !== 'went') return undefined;
  if (connection === undefined || seat === undefined || roomName === undefined) return undefined;
  const whose = `${seat.seat} ${seat.pseudonym}`;
  return { roomName, sighting: { source: 'observer', what, connection, whose, at: Date.parse(at) } };
}

function seatIn(door: Door, room: Room, noted: Noted): Door['seats'][number] | undefined {
  const people = Object.entries(room.rooms[noted.room]?.people ?? {});
  const whose = people.find(([, { identity }]) => identity === noted.identity)?.[0];
  return door.seats.find(({ pseudonym }) => pseudonym === whose);
}

/** What kind of room it is; whose it is, the subject says. */
export const roomKind = (key: string): z.infer<typeof kindOfRoom> =>
  kindOfRoom.safeParse(key.split('-')[0]).data ?? 'other';
