import { fork, type ChildProcess } from 'node:child_process';
import type { End, TaskProcess } from './pool.ts';
import type { Task } from './port/task.ts';

/** Exit codes by which a process says how it ended; any other is a failure. */
export const exitCodes = { over: 0, stopped: 75 } as const;

/** Milliseconds without a word after which a process is taken for stuck; it would have to be out of its rooms by then too. */
const silence = 5_000;
/** Milliseconds until its first word: to begin takes seconds on a busy machine, and until then it is nowhere. */
const toBegin = 30_000;
/** Milliseconds that it has for leaving its rooms. */
const toLeave = 5_000;

/** Starts the same program again, for one task; what is secret goes by its channel and not by its arguments. */
export function forked(program: string, task: Task): TaskProcess & { readonly pid: number | undefined } {
  const child = fork(program, ['machine'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(task, () => undefined);
  let heard: NodeJS.Timeout | undefined;
  const expect = (within: number) => {
    clearTimeout(heard);
    heard = setTimeout(() => child.kill('SIGKILL'), within);
  };
  expect(toBegin);
  child.on('message', () => expect(silence));
  return {
    pid: child.pid,
    ended: ending(child).finally(() => clearTimeout(heard)),
    stop: () => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), toLeave).unref();
    },
  };
}

const ending = (child: ChildProcess): Promise<End> =>
  new Promise((resolve) => {
    child.once('error', () => resolve('failed'));
    child.once('exit', (code) => {
      if (code === exitCodes.over) resolve('over');
      else resolve(code === exitCodes.stopped ? 'stopped' : 'failed');
    });
  });
