import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instance, startInstance, testInstance } from '../../../infra/local/instance.ts';
import { signalTo } from '../../../infra/local/processes.ts';
import {
  isRunning,
  removeRunRecord,
  settleEarlierRun,
  writeRunRecord,
} from '../../../infra/local/running.ts';

describe('two instances', () => {
  it('share no folder and no port', () => {
    const start = startInstance({});
    const test = testInstance({});
    expect(start.folder).not.toBe(test.folder);
    const ports = [...Object.values(start.ports), ...Object.values(test.ports)];
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('are moved by settings of their own', () => {
    const env = { SAKSI_PORT: '5000', SAKSI_LIVEKIT_PORT: '5100' };
    expect(startInstance(env).ports).toEqual({ emulator: 5000, liveKit: 5100, mediaUdp: 5102 });
    expect(testInstance(env)).toEqual(testInstance({}));
  });

  it('have names that are safe as folders, and nobody takes the tests’ name', () => {
    expect(startInstance({ SAKSI_INSTANCE: 'second' }).folder).toMatch(/\.saksi.second$/);
    for (const name of ['test', '../up', 'A', 'a b']) {
      expect(() => startInstance({ SAKSI_INSTANCE: name })).toThrow(/choose another name/);
    }
  });

  it('refuse a port that is none', () => {
    for (const SAKSI_PORT of ['http', '80', '70000', '4566.5']) {
      expect(() => startInstance({ SAKSI_PORT })).toThrow(
        `SAKSI_PORT is "${SAKSI_PORT}": give a port number`,
      );
    }
  });
});

describe('the record of a run', () => {
  let instance: Instance;

  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'saksi-instance-'));
    instance = { ...startInstance({}), folder };
  });

  afterEach(() => rmSync(instance.folder, { recursive: true }));

  it('keeps a second run of the same instance away, by process', async () => {
    writeRunRecord(instance, []);
    expect(isRunning(instance)).toBe(true);
    await expect(settleEarlierRun(instance)).rejects.toThrow(
      `already running here (process ${process.pid}): use that one, or stop it with Ctrl-C`,
    );
    removeRunRecord(instance);
    expect(isRunning(instance)).toBe(false);
    expect(await settleEarlierRun(instance)).toBe('clean');
  });

  it('is not fooled by a process id that was used again', async () => {
    writeRunRecord(instance, []);
    const file = join(instance.folder, 'running.json');
    const record = JSON.parse(readFileSync(file, 'utf8')) as { owner: { began: string } };
    record.owner.began = 'before';
    writeFileSync(file, JSON.stringify(record));
    expect(isRunning(instance)).toBe(false);
    expect(await settleEarlierRun(instance)).toBe('unclean');
    expect(existsSync(file)).toBe(false);
  });

  it('lets the next run end the servers that a killed run left behind', async () => {
    const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(server, 'spawn');
    const ended = once(server, 'exit');
    mkdirSync(instance.folder, { recursive: true });
    writeRunRecord(instance, [server.pid ?? 0]);
    const file = join(instance.folder, 'running.json');
    const record = JSON.parse(readFileSync(file, 'utf8')) as { owner: { began: string } };
    record.owner.began = 'before';
    writeFileSync(file, JSON.stringify(record));
    expect(await settleEarlierRun(instance)).toBe('unclean');
    await ended;
    expect(signalTo(server.pid ?? 0, 0)).toBe(false);
  });
});
