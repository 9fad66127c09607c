import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Entry {
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
}

// A package of another platform is written down without its digest where npm read only its name, and would then be taken
// as it comes on that platform. What is in the bundle of another package is under the digest of that one.
test('every entry of the lockfile has its integrity', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>;
  };
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(entries.length).toBeGreaterThan(300);
  const without = entries.filter(
    ([, { integrity = '', inBundle }]) => !inBundle && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity),
  );
  expect(without.map(([path]) => path)).toEqual([]);
});
