import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Obstacle } from './obstacle.ts';
import { tail } from './processes.ts';

export type Command = {
  /** What it is for, as the subject of "… failed". */
  purpose: string;
  command: string;
  args: string[];
  cwd: string;
  env?: Record<string, string | undefined>;
  /** Takes all it prints; its end is shown if it fails. */
  logFile: string;
  signal: AbortSignal;
};

/** Runs a command to its end, quietly. */
export function run(what: Command): Promise<void> {
  const log = openSync(what.logFile, 'a', 0o600);
  return new Promise((resolve, reject) => {
    const child = spawn(what.command, what.args, {
      cwd: what.cwd,
      env: what.env ?? process.env,
      stdio: ['ignore', log, log],
      signal: what.signal,
    });
    closeSync(log);
    child.once('error', (error) => {
      reject(what.signal.aborted ? error : new Obstacle(`${what.purpose} failed: ${error.message}`));
    });
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const words = `${what.purpose} failed. The end of its log (${what.logFile}):\n${tail(what.logFile, 30)}`;
      return reject(what.signal.aborted ? new Error(`${what.purpose} was stopped.`) : new Obstacle(words));
    });
  });
}
