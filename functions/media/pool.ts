import type { Task } from './port/task.ts';

/** Takes tasks from the queue and gives each a process of its own, so that none can hold up, break or fill the memory of another. */

/** A message of the queue. */
export interface Message {
  readonly body: string;
  /** By which the queue knows who has it. */
  readonly receipt: string;
}

export interface TaskQueue {
  /** Waits for one for a while. @returns undefined when none came */
  readonly take: (stopped: AbortSignal) => Promise<Message | undefined>;
  /** Nobody else gets it for so many seconds. */
  readonly keep: (receipt: string, seconds: number) => Promise<void>;
  readonly done: (receipt: string) => Promise<void>;
}

/** How a process ended: its task is over, it was told to stop, or it was not to end. */
export type End = 'over' | 'stopped' | 'failed';

export interface TaskProcess {
  readonly ended: Promise<End>;
  /** Asks it to leave its rooms and end; it is killed if it does not. */
  readonly stop: () => void;
}

export interface Pool {
  readonly queue: TaskQueue;
  readonly start: (task: Task) => TaskProcess;
  readonly read: (body: string) => Task;
  readonly atOnce: number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly stopped: AbortSignal;
  /** How many tasks there are, each time that changes and from time to time. */
  readonly busy: (tasks: number) => void;
  readonly told: {
    readonly taken: (kind: Task['machine']) => void;
    readonly ended: (kind: Task['machine'], how: End) => void;
    readonly unreadable: (fault: unknown) => void;
    readonly unreachable: (fault: unknown) => void;
  };
}

/** Seconds for which a task is kept from others at a time, and milliseconds after which that is said again. */
const kept = 30;
const renew = 10_000;
/** Seconds after which another may take up what failed. */
const soon = 1;

/** Resolves when it was stopped and no process is left. */
export async function runPool({
  queue,
  start,
  read,
  atOnce,
  wait,
  stopped,
  busy,
  told,
}: Pool): Promise<void> {
  const tasks = new Map<TaskProcess, Promise<void>>();

  const hold = async ({ receipt }: Message, kind: Task['machine'], process: TaskProcess) => {
    const during = async (): Promise<undefined> => {
      // A queue that cannot be reached does not end a hearing: at the worst a second one is started, and waits.
      await queue.keep(receipt, kept).catch(told.unreachable);
      await wait(renew);
      return undefined;
    };
    let end: End | undefined;
    do {
      // A process that is told to stop does so within seconds.
      end = await (stopped.aborted ? process.ended : Promise.race([process.ended, during()]));
      busy(tasks.size);
    } while (end === undefined);
    told.ended(kind, end);
    const after = end === 'over' ? queue.done(receipt) : queue.keep(receipt, end === 'stopped' ? 0 : soon);
    await after.catch(told.unreachable);
  };

  const takeUp = (message: Message) => {
    let task: Task;
    try {
      task = read(message.body);
    } catch (fault) {
      // It comes back until the queue sets it aside, which wakes somebody.
      told.unreadable(fault);
      return;
    }
    const process = start(task);
    told.taken(task.machine);
    const holding = hold(message, task.machine, process).finally(() => {
      tasks.delete(process);
      busy(tasks.size);
    });
    tasks.set(process, holding);
    busy(tasks.size);
  };

  stopped.addEventListener('abort', () => {
    for (const process of tasks.keys()) process.stop();
  });
  while (!stopped.aborted) {
    if (tasks.size >= atOnce) {
      await Promise.race([...tasks.values(), wait(renew)]);
      continue;
    }
    try {
      const message = await queue.take(stopped);
      if (message !== undefined && !stopped.aborted) takeUp(message);
      else if (message !== undefined) await queue.keep(message.receipt, 0);
    } catch (fault) {
      if (stopped.aborted) break;
      told.unreachable(fault);
      await wait(1_000);
    }
  }
  await Promise.all(tasks.values());
}
