import type { WebhookEvent } from 'livekit-server-sdk';
import type { Present } from '../../functions/rooms/media/intruder.ts';
import type { MediaServer } from '../../functions/rooms/media/media-server.ts';

/**
 * A media server that remembers its rooms, and believes every event but one that is signed `forged`: for tests of what is
 * stored and answered. What the real one does, the tests on the stack see.
 */
export const mediaInMemory = (
  rooms: Set<string>,
  people: ReadonlyMap<string, readonly Present[]> = new Map(),
  putOut: string[] = [],
): MediaServer => ({
  publicUrl: 'wss://media.example.org',
  makeRoom: async (name) => void rooms.add(name),
  takeRoomAway: async (name) => void rooms.delete(name),
  putOut: async (_room, identity) => void putOut.push(identity),
  present: async (names) => names.filter((name) => rooms.has(name)),
  participants: async (name) => people.get(name) ?? [],
  refusesAbsentRoom: async (name) => !rooms.has('any') && !rooms.has(name),
  mintPass: async (room, identity, mark) => `${room} ${identity} ${mark}`,
  mintMachinePass: async (room, identity, mark, gives) =>
    `${room} ${identity} ${mark} ${gives ? 'gives' : 'hidden'}`,
  machineSecret: (machine) => machine.padEnd(43, 's'),
  readEvent: async (raw, signature) =>
    signature === 'forged' ? undefined : (JSON.parse(raw) as WebhookEvent),
});
