import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { Obstacle } from './obstacle.ts';

/** A server that this run started and stops again. */
export type Service = {
  name: string;
  pid: number;
  logFile: string;
  /** True until the process has ended. */
  running: () => boolean;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

export type Launch = {
  name: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd: string;
  logFile: string;
  /** Ask a second time after this many ms: LiveKit takes the first as "when everyone has left". */
  askAgainAfter?: number;
};

/**
 * Starts a server in a process group of its own, so that Ctrl-C in the terminal does not reach it
 * and it is stopped by us, in order. The keeper stops it if we are killed.
 */
export async function launch(crew: Crew, what: Launch): Promise<Service> {
  const log = openSync(what.logFile, 'a', 0o600);
  const child = spawn(what.command, what.args, {
    cwd: what.cwd,
    env: what.env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  await started(child, what.command);
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${what.name} started without a process id.`);
  crew.keeper.keep(pid);
  let running = true;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running = false;
      crew.keeper.release(pid);
      signalTo(-pid, 'SIGKILL');
      resolve();
    });
  });
  const stop = async () => {
    signalTo(pid, 'SIGTERM');
    if (what.askAgainAfter !== undefined) {
      await Promise.race([ended, wait(what.askAgainAfter)]);
      if (running) signalTo(pid, 'SIGTERM');
    }
    await ended;
  };
  const service = { name: what.name, pid, logFile: what.logFile, running: () => running, ended, stop };
  crew.joined(service);
  return service;
}

/** Who has to know of a server from its first moment on, since even one that never gets ready must be stopped. */
export type Crew = { keeper: Keeper; joined: (service: Service) => void };

/** The process that stops our servers when we cannot (see keeper.mjs). */
export type Keeper = { keep: (pid: number) => void; release: (pid: number) => void; close: () => void };

export function startKeeper(): Keeper {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'keeper.mjs')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  const tell = (line: string) => {
    child.stdin.write(`${line}\n`);
  };
  return {
    keep: (pid) => tell(`+${pid}`),
    release: (pid) => tell(`-${pid}`),
    close: () => child.stdin.end(),
  };
}

/**
 * Sends a signal to a process, or with a negative id to its group (0 only asks whether it is there).
 * False when there is none, or, of a group, only its dead are left; another user's counts as there.
 */
export function signalTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ESRCH') return false;
    if (code === 'EPERM') return pid > 0;
    throw error;
  }
}

/** Polls until `ready` says yes; tells what the log's end says if the service dies or stays silent. */
export async function untilReady(
  service: Service,
  ready: () => Promise<boolean>,
  signal: AbortSignal,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (service.running() && Date.now() < deadline) {
    signal.throwIfAborted();
    if (await ready()) return;
    await wait(100);
  }
  const how = service.running() ? `did not answer within ${timeoutMs / 1000} s` : 'ended while starting';
  throw new Obstacle(
    `${service.name} ${how}. The end of its log (${service.logFile}):\n${tail(service.logFile)}`,
  );
}

/** The last lines of a log, indented for showing under a sentence. */
export function tail(file: string, lines = 12): string {
  if (!existsSync(file)) return '    (nothing was written)';
  const text = stripVTControlCharacters(readFileSync(file, 'utf8')).trimEnd().split('\n').slice(-lines);
  return text.map((line) => `    ${line.slice(0, 400)}`).join('\n');
}

function started(child: ChildProcess, command: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Obstacle(`${command} could not be started: ${error.message}`)));
  });
}
