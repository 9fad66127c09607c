import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  type Keeper,
  launch,
  type Service,
  signalTo,
  startKeeper,
  untilReady,
} from '../../../infra/local/processes.ts';

let folder: string;
let keeper: Keeper;
const joined: Service[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-processes-'));
  keeper = startKeeper();
});

afterEach(() => {
  keeper.close();
  rmSync(folder, { recursive: true });
});

function server(script: string, askAgainAfter?: number) {
  return launch(
    { keeper, joined: (service) => joined.push(service) },
    {
      name: 'The server',
      command: process.execPath,
      args: ['-e', script],
      env: {},
      cwd: folder,
      logFile: join(folder, 'server.log'),
      ...(askAgainAfter === undefined ? {} : { askAgainAfter }),
    },
  );
}

it('waits for a server to finish its own stop', async () => {
  const service = await server(
    `process.on('SIGTERM', () => setTimeout(() => { console.log('saved'); process.exit(0); }, 300)); setInterval(() => {}, 1000); console.log('up');`,
  );
  const log = async () => (await import('node:fs')).readFileSync(service.logFile, 'utf8');
  await untilReady(service, async () => (await log()).includes('up'), new AbortController().signal);
  await service.stop();
  expect(await log()).toContain('saved');
  expect(service.running()).toBe(false);
});

it('asks a second time where the first is not enough', async () => {
  const service = await server(
    `let asked = 0; process.on('SIGTERM', () => { if (++asked === 2) process.exit(0); }); setInterval(() => {}, 1000); console.log('up');`,
    200,
  );
  const log = async () => (await import('node:fs')).readFileSync(service.logFile, 'utf8');
  await untilReady(service, async () => (await log()).includes('up'), new AbortController().signal);
  await service.stop();
  expect(service.running()).toBe(false);
});

it('shows the end of the log of a server that ends while starting', async () => {
  const service = await server(`console.log('no such setting'); process.exit(3);`);
  await expect(untilReady(service, async () => false, new AbortController().signal)).rejects.toThrow(
    /The server ended while starting.*\n {4}no such setting/,
  );
  expect(joined).toContain(service);
});

it('stops what a killed run leaves behind', async () => {
  const processes = join(import.meta.dirname, '..', '..', '..', 'infra', 'local', 'processes.ts');
  const script = `
    const { launch, startKeeper } = await import(${JSON.stringify(processes)});
    const what = { name: 's', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], env: {}, cwd: '/', logFile: ${JSON.stringify(join(folder, 'left.log'))} };
    const service = await launch({ keeper: startKeeper(), joined: () => {} }, what);
    process.stdout.write(String(service.pid));
    setInterval(() => {}, 1000);`;
  const run: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!run.stdout) throw new Error('the output is piped');
  const [pid] = (await once(run.stdout, 'data')) as [Buffer];
  const left = Number(String(pid));
  expect(signalTo(left, 0)).toBe(true);
  await wait(200);
  run.kill('SIGKILL');
  await vi.waitFor(() => expect(signalTo(left, 0)).toBe(false), { timeout: 5000 });
});
