import { join } from 'node:path';
import { discoverCapabilities } from '../constructs/capabilities.ts';
import { discoverWorkers } from '../constructs/workers.ts';
import { awsEnvironment } from './aws.ts';
import type { DeployedStack } from './deployed-stack.ts';
import type { Instance } from './instance.ts';
import { type Crew, launch } from './processes.ts';

/** How many processes of the cloud one stands for. */
const processes = 4;

/** Starts every worker as a process of its own: the same program as in the cloud, on the emulator's queue. */
export async function startWorkers(instance: Instance, crew: Crew, stack: DeployedStack): Promise<void> {
  const functions = join(instance.root, 'functions');
  for (const { name, entry, role } of await discoverWorkers(functions, await discoverCapabilities(functions)))
    await launch(crew, {
      name: `The worker ${name}`,
      command: process.execPath,
      args: ['--import', join(import.meta.dirname, 'localhost-names.mjs'), entry],
      cwd: instance.folder,
      env: {
        ...awsEnvironment(instance),
        PATH: process.env['PATH'] ?? '',
        HOME: instance.folder,
        LANG: 'C.UTF-8',
        STAGE: instance.name,
        // As in its image: the media library writes down each step otherwise.
        NODE_ENV: 'production',
        QUEUE_URL: queueUrl(stack, name),
        API_URL: stack.apiUrl,
        // In the cloud more processes come when one is full (capability-worker.ts); here one stands for all of them.
        TASKS_AT_ONCE: String(role.tasksAtOnce * processes),
      },
      logFile: join(instance.folder, 'logs', `worker-${name}.log`),
    });
}

/** The tasks of a worker, by its folder's name. */
export function queueUrl(stack: Pick<DeployedStack, 'outputs'>, worker: string): string {
  const key = `Queue${worker.charAt(0).toUpperCase()}${worker.slice(1)}`;
  const address = stack.outputs[key];
  if (typeof address !== 'string') throw new Error(`The deployed stack has no output ${key}.`);
  return address;
}
