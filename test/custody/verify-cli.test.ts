import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, sampleId, sampleExport } from './sample-log.ts';

const good = await sampleExport(9);

describe('the command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'saksi-verify-'));
    writeFileSync(join(folder, 'log.jsonl'), good);
    writeFileSync(join(folder, 'bad.jsonl'), good.replace('"epoch":4', '"epoch":5'));
    writeFileSync(join(folder, 'key.txt'), `${key}\n`);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const command = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['functions/custody/verify-cli.ts', ...args],
      {
        encoding: 'utf8',
        env: {},
      },
    );
    return { status, text: stdout + stderr };
  };

  test('says intact and leaves with 0, with the key as text or in a file', () => {
    for (const given of [key, join(folder, 'key.txt')]) {
      const { status, text } = command(join(folder, 'log.jsonl'), '--key', given, '--expect-size', '9');
      expect(text).toContain('verdict: intact\n');
      expect(text).toContain('Not proved by this file');
      expect(status).toBe(0);
    }
  });

  test('without a key: consistent, and 3', () => {
    const { status, text } = command(join(folder, 'log.jsonl'));
    expect(text).toContain('verdict: consistent; origin not checked\n');
    expect(status).toBe(3);
  });

  test('with one byte changed: names the entry, and 1', () => {
    const { status, text } = command(join(folder, 'bad.jsonl'), '--key', key);
    expect(text).toContain(`entry 4 (room.paused, ${sampleId(4)})`);
    expect(text).toContain('verdict: FAILED\n');
    expect(status).toBe(1);
  });

  test.each([
    ['no file', []],
    ['two files', ['a', 'b']],
    ['a file that is not there', ['/nowhere/log.jsonl']],
    ['an unknown option', ['x', '--force']],
    ['a key that is none', ['x', '--key', 'abc']],
    ['a size that is none', ['x', '--expect-size', '1e3']],
  ])('%s: usage, and 2', (_, args) => {
    const { status, text } = command(...args);
    expect(text).toContain('Usage: npm run -s verify');
    expect(status).toBe(2);
  });
});
