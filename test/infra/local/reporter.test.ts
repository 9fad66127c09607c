import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closingLine, exitCode } from '../../support/reporter.ts';

const root = join(import.meta.dirname, '..', '..', '..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saksi-reporter-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs real vitest over these files with our reporter alone; answers the last line that it prints. */
function closing(files: Record<string, string>): string | undefined {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(
      join(folder, `${name}.test.ts`),
      `import { beforeAll, describe, expect, it } from 'vitest';\n${text}`,
    );
  }
  const reporter = join(root, 'test', 'support', 'reporter.ts');
  const vitest = join(root, 'node_modules', '.bin', 'vitest');
  const { VITEST: _, ...env } = process.env;
  const run = spawnSync(vitest, ['run', '--root', folder, '--reporter', reporter], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return run.stdout.trimEnd().split('\n').at(-1);
}

it('counts cases, not files', () => {
  const files = {
    one: `it('a', () => expect(1).toBe(1)); describe('inside', () => { it('b', () => expect(2).toBe(2)); });`,
    two: `it('c', () => expect(1).toBe(2)); it('d', () => expect(1).toBe(1));`,
  };
  expect(closing(files)).toBe('3 passed, 1 failed');
});

it('counts what never ran as failed: a file that does not load, a hook that throws, a skipped test', () => {
  expect(closing({ broken: `throw new Error('no');` })).toBe('0 passed, 1 failed');
  rmSync(join(folder, 'broken.test.ts'));
  // Two: the hook itself and the test that it kept from running.
  expect(
    closing({
      hook: `describe('s', () => { beforeAll(() => { throw new Error('no'); }); it('a', () => {}); });`,
    }),
  ).toBe('0 passed, 2 failed');
  rmSync(join(folder, 'hook.test.ts'));
  expect(closing({ skip: `it('a', () => expect(1).toBe(1)); it.skip('b', () => {}); it.todo('c');` })).toBe(
    '1 passed, 2 failed',
  );
});

it('counts an error outside every test', () => {
  const stray = `it('a', async () => { void Promise.reject(new Error('stray')); await new Promise((r) => setTimeout(r, 50)); expect(1).toBe(1); });`;
  expect(closing({ stray })).toBe('1 passed, 1 failed');
});

it('calls a run in which nothing passed a failure', () => {
  expect(exitCode({ passed: 0, failed: 0 })).toBe(1);
  expect(exitCode({ passed: 5, failed: 1 })).toBe(1);
  expect(exitCode({ passed: 5, failed: 0 })).toBe(0);
  expect(closingLine({ passed: 5, failed: 0 })).toBe('5 passed, 0 failed');
});
