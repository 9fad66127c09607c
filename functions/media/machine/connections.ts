import type { MachinePass, Place, Turned } from '../contract.ts';

/** One room that a machine is in. */
export interface Connection {
  /** Resolves when it is over, whoever ended it. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Enters a room. @throws when it cannot; `ended` is aborted when nobody wants it any more */
export type Enter = (room: string, pass: MachinePass, ended: AbortSignal) => Promise<Connection>;

/** The rooms that a machine is in: each is entered and left by itself, and none waits for another. */
export interface Connections {
  readonly at: () => readonly Place[];
  /** Leaves what is not named, and enters what is named with a pass. Nothing is waited for: `at` says what came of it. */
  readonly follow: (places: Turned['places']) => void;
  /** Leaves all; resolves when it has. */
  readonly leaveAll: () => Promise<void>;
}

interface Held {
  readonly since: number;
  readonly ending: AbortController;
  isIn: boolean;
  /** Resolves when nothing of it is left. */
  gone: Promise<void>;
}

export interface ConnectionsTold {
  readonly joined: (room: string) => void;
  readonly left: (room: string) => void;
  readonly notJoined: (room: string, fault: unknown) => void;
}

export function connections(enter: Enter, told: ConnectionsTold): Connections {
  const held = new Map<string, Held>();

  async function stay(room: string, mine: Held, pass: MachinePass, before?: Promise<void>): Promise<void> {
    const { signal } = mine.ending;
    try {
      // Never twice in the rooms of one key.
      await before;
      if (signal.aborted) return;
      const connection = await enter(room, pass, signal);
      mine.isIn = !signal.aborted;
      told.joined(room);
      await Promise.race([connection.closed, aborted(signal)]);
      mine.isIn = false;
      await connection.close();
      told.left(room);
    } catch (fault) {
      // It is not there, which the next turn says, and is then given another pass.
      if (!signal.aborted) told.notJoined(room, fault);
    } finally {
      if (held.get(room) === mine) held.delete(room);
    }
  }

  return {
    at: () => [...held].flatMap(([room, { since, isIn }]) => (isIn ? [{ room, since }] : [])),
    follow: (places) => {
      for (const [room, { ending }] of held) if (!places.some((place) => place.room === room)) ending.abort();
      for (const { room, since, pass } of places) {
        const now = held.get(room);
        if (now?.since === since && !now.ending.signal.aborted) continue;
        now?.ending.abort();
        if (pass === undefined) continue;
        const mine: Held = { since, ending: new AbortController(), isIn: false, gone: Promise.resolve() };
        held.set(room, mine);
        mine.gone = stay(room, mine, pass, now?.gone);
      }
    },
    leaveAll: async () => {
      const leaving = [...held.values()];
      for (const { ending } of leaving) ending.abort();
      await Promise.all(leaving.map(({ gone }) => gone));
    },
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
