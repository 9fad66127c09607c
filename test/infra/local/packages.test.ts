import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packagesMatch, packagesProblem } from '../../../infra/local/packages.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'saksi-clone-'));
  mkdirSync(join(root, 'node_modules'));
});

afterEach(() => rmSync(root, { recursive: true }));

type Packages = Record<string, { version: string; integrity?: string; optional?: boolean }>;

function write(file: string, packages: Packages): void {
  writeFileSync(join(root, file), JSON.stringify({ packages: { '': { version: '0.1.0' }, ...packages } }));
}

const zod = { version: '4.6.7', integrity: 'sha512-aaaa' };

it('asks for an install when nothing, or not everything, was installed', () => {
  write('package-lock.json', { 'node_modules/zod': zod });
  expect(packagesMatch(root)).toBe(false);
  write('node_modules/.package-lock.json', {});
  expect(packagesMatch(root)).toBe(false);
  write('node_modules/.package-lock.json', { 'node_modules/zod': zod });
  expect(packagesMatch(root)).toBe(true);
});

it('asks for an install when a version or a content is another', () => {
  write('package-lock.json', { 'node_modules/zod': zod });
  write('node_modules/.package-lock.json', { 'node_modules/zod': { ...zod, version: '4.6.6' } });
  expect(packagesMatch(root)).toBe(false);
  write('node_modules/.package-lock.json', { 'node_modules/zod': { ...zod, integrity: 'sha512-bbbb' } });
  expect(packagesMatch(root)).toBe(false);
});

it('does without the packages of other platforms', () => {
  write('package-lock.json', { 'node_modules/only-elsewhere': { version: '1.0.0', optional: true } });
  write('node_modules/.package-lock.json', {});
  expect(packagesMatch(root)).toBe(true);
});

it('refuses packages that are another clone’s by a symbolic link, whether it leads anywhere or not', () => {
  expect(packagesProblem(root)).toBeUndefined();
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(packagesProblem(root)).toBeUndefined();
  symlinkSync(join(root, 'elsewhere'), join(root, 'node_modules'));
  expect(packagesProblem(root)).toMatch(/is a symbolic link.*: remove the link and run the command again/);
  mkdirSync(join(root, 'elsewhere'));
  expect(packagesProblem(root)).toMatch(/is a symbolic link/);
});

it('says so in one sentence, and leaves the other clone’s packages alone', () => {
  rmSync(join(root, 'node_modules'), { recursive: true });
  mkdirSync(join(root, 'elsewhere', 'zod'), { recursive: true });
  symlinkSync(join(root, 'elsewhere'), join(root, 'node_modules'));
  write('package-lock.json', { 'node_modules/zod': zod });
  const scripts = join(import.meta.dirname, '..', '..', '..', 'infra', 'local');
  for (const name of ['bootstrap.mjs', 'packages.mjs', 'prerequisites.mjs', 'start.ts'])
    cpSync(join(scripts, name), join(root, 'infra', 'local', name));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'infra', 'local', 'bootstrap.mjs'), 'start'],
    { encoding: 'utf8', cwd: root },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^.* is a symbolic link, and installing packages would empty .*\.\n$/);
  expect(existsSync(join(root, 'elsewhere', 'zod'))).toBe(true);
});
