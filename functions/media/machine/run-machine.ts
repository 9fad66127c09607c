import type { Id } from '../../shared/values/ids.ts';
import type { MachineKind, Turn, Turned } from '../contract.ts';
import type { Connections } from './connections.ts';
import { fence } from './fence.ts';
import { mayBeIn } from './may-be-in.ts';

/** A machine asks `rooms` for its turn, again and again, and does what it is told: it decides nothing by itself but to leave. */

/** What is peculiar to one kind of machine. */
export interface Machine {
  /** What it has to say; asked once for each turn. */
  readonly says: () => Pick<Turn, 'flowing' | 'stalls' | 'noted'>;
  /** What it said last has been taken. */
  readonly taken: () => void;
  /** Who of those in the hearing passes, and how; and in which languages. */
  readonly letPass: (told: Pick<Turned, 'passage' | 'channels'>) => void;
}

export interface Running {
  readonly kind: MachineKind;
  readonly secret: string;
  readonly holder: Id;
  readonly machine: Machine;
  readonly rooms: Connections;
  /** @throws when no answer came in time, or none that can be read */
  readonly ask: (turn: Turn) => Promise<Turned>;
  /** Whether what it threw would be thrown again, however often it is asked. */
  readonly isForGood: (fault: unknown) => boolean;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or at once when `stopped` is aborted. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly stopped: AbortSignal;
  readonly told: { readonly notRenewed: (fault: unknown) => void; readonly fenced: () => void };
}

/** Milliseconds after which it asks again when no answer came. */
const soon = 250;
/** Refusals in a row, for good by their own words, after which it gives up: something is wrong that asking does not put right. */
const mostRefusals = 60;
/** Milliseconds, at the most, before it looks whether it still may be where it is. */
const look = 100;

/**
 * @returns `over` when there is nothing left to do, `stopped` when it was stopped before; whatever happened, it is in no room
 * @throws the last refusal, when it was refused its turn for good again and again
 */
export async function runMachine(running: Running): Promise<'over' | 'stopped'> {
  const { kind, secret, holder, machine, rooms, ask, now, wait, stopped, told } = running;
  const may = fence();

  /** Leaves when it may not stay. Whoever asks may be waiting for an answer, so somebody else looks. */
  const guard = async (ended: AbortSignal) => {
    while (!ended.aborted) {
      if (!may.holds(now())) {
        if (rooms.at().length > 0) told.fenced();
        await rooms.leaveAll();
      }
      await wait(look);
    }
  };

  const turns = async (): Promise<'over' | 'stopped'> => {
    let faults = 0;
    let refusals = 0;
    while (!stopped.aborted) {
      const askedAt = now();
      try {
        const { hold, again, places, ...passing } = await ask({
          secret,
          holder,
          at: [...rooms.at()],
          ...machine.says(),
        });
        faults = refusals = 0;
        machine.taken();
        if (hold === 'over') return 'over';
        if (hold === 'yours') {
          may.renewed(askedAt);
          machine.letPass(passing);
          if (may.holds(now())) rooms.follow(places.filter(({ room }) => mayBeIn(kind, room)));
        } else {
          may.lost();
          await rooms.leaveAll();
        }
        await wait(Math.max(0, again - (now() - askedAt)));
      } catch (fault) {
        if (faults === 0) told.notRenewed(fault);
        faults += 1;
        refusals = running.isForGood(fault) ? refusals + 1 : 0;
        if (refusals >= mostRefusals) throw fault;
        await wait(soon);
      }
    }
    return 'stopped';
  };

  const ended = new AbortController();
  const guarding = guard(ended.signal);
  try {
    return await turns();
  } finally {
    ended.abort();
    await rooms.leaveAll();
    await guarding;
  }
}
