import { createHash } from 'node:crypto';
import type { Noted } from '../../media/contract.ts';
import type { DeclaredEntry } from '../../custody/port/action.ts';
import type { Door } from '../../sessions/port/door.ts';
import type { Room } from '../room.ts';
import { observed } from './actions.ts';

/** What an observer saw, by the seat it is about where that is known. The same, told again, has the same id. @param holder which observer */
export function noteOf(
  door: Door,
  room: Room,
  holder: string,
  noted: Noted,
): { readonly id: string; readonly entry: DeclaredEntry } {
  const people = Object.entries(room.rooms[noted.room]?.people ?? {});
  const whose = people.find(([, { identity }]) => identity === noted.identity)?.[0];
  const seat = door.seats.find(({ pseudonym }) => pseudonym === whose);
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

/** What kind of room it is; whose it is, the subject says. */
const roomKind = (key: string): 'hearing' | 'screened' | 'witness' | 'other' => {
  const [kind] = key.split('-');
  return kind === 'hearing' || kind === 'screened' || kind === 'witness' ? kind : 'other';
};
