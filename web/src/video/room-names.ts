import { roomKind, type RoomKind } from './places.ts';
import type { RoomWords } from './room-words.ts';

const words = {
  hearing: 'roomHearing',
  witness: 'roomWitness',
  screened: 'roomScreened',
  booth: 'roomBooth',
  consultation: 'roomConsultation',
} as const satisfies Record<RoomKind, keyof RoomWords>;

/** What a room is called on a page, by its key. */
export const roomWord = (key: string, said: RoomWords): string => said[words[roomKind(key) ?? 'hearing']];
