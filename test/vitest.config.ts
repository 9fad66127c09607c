import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const STACK = 'test/**/*.stack.test.{ts,tsx}';
const JOURNEYS = 'test/journeys/**/*.test.{ts,tsx}';
const LOCAL = 'test/infra/local/**/*.test.ts';
const CLOUD = 'test/infra/**/*.test.ts';

const OF_ZONES = 'test/**/*.zones.test.ts';

/** What asks in which zone the machine is must hold wherever that is: west and east of Greenwich, with summer time and without. */
const ZONES = ['UTC', 'America/New_York', 'Asia/Bangkok'];
const inZone = (zone: string) => ({ env: { TZ: zone, POWERTOOLS_DEV: 'true' } });

/** A test fails here whose code asks for the machine's zone, so that one run, in Lambda's zone, stands for all. */
export const rules = {
  include: ['test/**/*.test.{ts,tsx}'],
  exclude: [STACK, JOURNEYS, CLOUD, OF_ZONES],
  setupFiles: ['test/support/no-machine-zone.ts'],
  env: {
    ...inZone('UTC').env,
    // Faults alone are told with a test that fails: a line for each request took a fifteenth of the time.
    POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'ERROR',
  },
  // They keep nothing that another could trip over, and to load everything anew for each took a third of the time.
  isolate: false,
  // A cast with everybody in it has seven PINs to hash, which is slow on purpose, and slower on a busy machine.
  hookTimeout: 60_000,
};

/** Groups run one after the other, so that journeys with their media have the machine to themselves. */
const inTurn = (groupOrder: number) => ({ sequence: { groupOrder } });
/** One deployed stack and one browser are shared by all files of a project. */
const oneByOne = { fileParallelism: false };

const project = (name: string, test: Record<string, unknown>) => ({
  extends: true as const,
  test: { name, ...test },
});

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    pool: 'forks',
    // All cores: vitest leaves one of them to a person who waits, and on two that is half of the machine.
    maxWorkers: '100%',
    passWithNoTests: false,
    allowOnly: false,
    unstubEnvs: true,
    // What a test prints is shown when it fails. The functions' logger goes round the console unless told not to.
    silent: 'passed-only',
    env: { POWERTOOLS_DEV: 'true' },
    projects: [
      project('rules', { ...rules, ...inTurn(0) }),
      ...ZONES.map((zone) =>
        project(`rules in ${zone}`, { include: [OF_ZONES], ...inZone(zone), ...inTurn(0) }),
      ),
      project('local', { include: [LOCAL], testTimeout: 60_000, ...inTurn(1) }),
      project('cloud', {
        include: [CLOUD],
        exclude: [LOCAL, STACK],
        testTimeout: 120_000,
        hookTimeout: 120_000,
        ...inTurn(2),
      }),
      project('stack', {
        include: [STACK],
        exclude: [JOURNEYS],
        testTimeout: 30_000,
        hookTimeout: 60_000,
        ...oneByOne,
        ...inTurn(3),
      }),
      project('journeys', {
        include: [JOURNEYS],
        testTimeout: 300_000,
        hookTimeout: 120_000,
        ...oneByOne,
        ...inTurn(4),
      }),
    ],
  },
});
