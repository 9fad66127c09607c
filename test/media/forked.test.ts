import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forked } from '../../functions/media/forked.ts';
import { machineSecret, type Task } from '../../functions/media/port/task.ts';
import { newId } from '../../functions/shared/values/ids.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-forked-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const sessionId = newId(randomBytes);
const given: Task = { sessionId, machine: 'relay', secret: machineSecret('s', 'relay', sessionId) };

/** A program in words, started for the task. */
function start(words: string) {
  const program = join(folder, `${newId(randomBytes)}.cjs`);
  writeFileSync(program, words);
  return forked(program, given);
}

describe('a process for a task', () => {
  it('is given the task by its channel, and nothing of it by its arguments', async () => {
    const { ended } = start(`process.once('message', (task) => {
      const isRight = task.secret === '${given.secret}' && process.argv[2] === 'machine' && process.argv.length === 3;
      process.exit(isRight ? 0 : 1);
    })`);
    expect(await ended).toBe('over');
  });

  it.each([
    [0, 'over'],
    [75, 'stopped'],
    [1, 'failed'],
  ])('that ends with %i is %s', async (code, how) => {
    expect(await start(`process.exit(${code})`).ended).toBe(how);
  });

  it('that is to stop is asked to', async () => {
    const made = start(
      `process.on('SIGTERM', () => process.exit(75)); setInterval(() => process.send('alive'), 100)`,
    );
    await new Promise((resolve) => void setTimeout(resolve, 500));
    made.stop();
    expect(await made.ended).toBe('stopped');
  });

  it('that has begun and says nothing for five seconds is killed, though it still runs', async () => {
    const made = start(`process.send('alive'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)`);
    const from = performance.now();
    expect(await made.ended).toBe('failed');
    expect(performance.now() - from).toBeGreaterThan(4_900);
  }, 60_000);
});
