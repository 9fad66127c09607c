import { newId, type RandomBytes } from '../../shared/values/ids.ts';
import { newNames, settled } from '../settled.ts';
import type { Snapshot, Step } from '../snapshot.ts';
import type { MediaServer } from './media-server.ts';

/** The media rooms of one step, which may be decided several times before it is committed. */
export interface MakingRooms {
  /**
   * The step with its media rooms, each made at the media server before the step that names it is committed: a step that was
   * answered with success has its rooms, and one that fails leaves empty ones that are taken away again.
   * @throws {Refusal} `media-unreachable`
   */
  readonly settle: (snapshot: Pick<Snapshot, 'door' | 'room'>, step: Step) => Promise<Step>;
  /** Names of all that were made so far. */
  readonly made: ReadonlySet<string>;
}

export function makingRooms(media: () => Promise<MediaServer>, randomBytes: RandomBytes): MakingRooms {
  // Decided again, it takes the same rooms: what was made for the first try is not left behind by the second.
  const pool: string[] = [];
  const made = new Set<string>();
  return {
    made,
    settle: async ({ door, room: before }, step) => {
      let taken = 0;
      const roomName = () => {
        pool[taken] ??= newId(randomBytes);
        return pool[taken++] ?? '';
      };
      const room = settled(step.stands ?? door, step.room, { roomName, randomBytes });
      const wanted = newNames(before, room).filter((name) => !made.has(name));
      for (const name of wanted) made.add(name);
      if (wanted.length > 0) {
        const server = await media();
        await Promise.all(wanted.map((name) => server.makeRoom(name)));
      }
      return { ...step, room };
    },
  };
}
