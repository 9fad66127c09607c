import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Instance } from './instance.ts';
import { Obstacle } from './obstacle.ts';
import { signalTo } from './processes.ts';

/** Process ids are used again; together with the moment it began, one names a process for good. */
const ProcessMark = z.strictObject({ pid: z.int(), began: z.string() });
type ProcessMark = z.infer<typeof ProcessMark>;

/** Who runs an instance, and the servers it started. Written while it runs, gone after a clean stop. */
const RunRecord = z.strictObject({ owner: ProcessMark, services: z.array(ProcessMark) });

const file = (instance: Instance) => join(instance.folder, 'running.json');

export function writeRunRecord(instance: Instance, services: number[]): void {
  const record: z.infer<typeof RunRecord> = { owner: mark(process.pid), services: services.map(mark) };
  writeFileSync(file(instance), JSON.stringify(record));
}

export function removeRunRecord(instance: Instance): void {
  rmSync(file(instance), { force: true });
}

/** True while a process runs this instance. */
export function isRunning(instance: Instance): boolean {
  const record = readRunRecord(instance);
  return record !== undefined && isAlive(record.owner);
}

/**
 * Refuses while another process runs this instance; ends what a killed run left behind.
 * Answers 'unclean' when the last run did not stop by itself.
 */
export async function settleEarlierRun(instance: Instance): Promise<'clean' | 'unclean'> {
  const record = readRunRecord(instance);
  if (!record) return 'clean';
  const { owner } = record;
  if (isAlive(owner)) {
    throw new Obstacle(
      `saksi is already running here (process ${owner.pid}): use that one, or stop it with Ctrl-C in its window (or: kill ${owner.pid}).`,
    );
  }
  const left = () => record.services.filter(isAlive);
  for (const service of left()) signalTo(service.pid, 'SIGTERM');
  for (let tries = 0; left().length > 0; tries++) {
    if (tries === 150) {
      const pids = left().map(({ pid }) => pid);
      throw new Obstacle(
        `An earlier run left a process behind that does not stop: end it (kill ${pids.join(' ')}) and start again.`,
      );
    }
    await wait(100);
  }
  removeRunRecord(instance);
  return 'unclean';
}

function readRunRecord(instance: Instance): z.infer<typeof RunRecord> | undefined {
  if (!existsSync(file(instance))) return undefined;
  return RunRecord.parse(JSON.parse(readFileSync(file(instance), 'utf8')));
}

function isAlive({ pid, began }: ProcessMark): boolean {
  return signalTo(pid, 0) && mark(pid).began === began;
}

/** When a process began: Linux counts clock ticks since the machine started; elsewhere `ps` gives the second. */
function mark(pid: number): ProcessMark {
  const stat = `/proc/${pid}/stat`;
  if (existsSync(stat)) {
    const [, afterName = ''] = readFileSync(stat, 'utf8').split(/\) (?!.*\) )/);
    return { pid, began: afterName.split(' ')[19] ?? '' };
  }
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env });
  return { pid, began: stdout.trim() };
}
