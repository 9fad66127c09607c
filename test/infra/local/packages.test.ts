import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packagesMatch } from '../../../infra/local/packages.mjs';

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
