/** Finds the workers: every folder of `functions/` with a `worker.ts` is one, and has a queue of its own. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkerRole } from '../../functions/shared/capability-role.ts';
import { assertSentence, readRole, rolesOf } from './capabilities.ts';
import type { Capability } from './capability.ts';

/** A folder of `functions/` that is deployed as a process which takes tasks from a queue. */
export interface Worker {
  /** Folder name, by which other roles name it in `sendsTasksTo`. */
  readonly name: string;
  /** The entry file of its process. */
  readonly entry: string;
  readonly role: WorkerRole;
}

/**
 * Reads every worker's declared role.
 * @param root absolute path of the folder that holds the capabilities' folders
 * @throws Error with a sentence when a folder is function and worker at once, has no usable role, or is sent tasks and is no worker
 */
export async function discoverWorkers(root: string, capabilities: readonly Capability[]): Promise<Worker[]> {
  const names = readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'worker.ts')))
    .sort();
  const workers = await Promise.all(names.map((name) => readWorker(root, name)));
  for (const { name, role } of capabilities)
    for (const to of rolesOf(role).flatMap(({ sendsTasksTo = [] }) => sendsTasksTo))
      if (!names.includes(to))
        throw new Error(
          `functions/${name}/role.ts sends tasks to "${to}", but functions/${to} has no worker.ts.`,
        );
  return workers;
}

async function readWorker(root: string, name: string): Promise<Worker> {
  if (existsSync(join(root, name, 'lambda.ts')))
    throw new Error(
      `functions/${name} has lambda.ts and worker.ts: a folder is one or the other, with one role.`,
    );
  const role = await readRole<WorkerRole>(root, name, 'worker.ts');
  assertSentence(name, role);
  return { name, entry: join(root, name, 'worker.ts'), role };
}
