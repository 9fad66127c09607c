import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { zoneTablePath, zoneTableText } from '../../infra/zone-table.ts';

test('the committed zone table is what the script makes of the installed data', () => {
  expect(readFileSync(zoneTablePath, 'utf8') === zoneTableText(), 'run `node infra/zone-table.ts`').toBe(
    true,
  );
});

test('it is small enough for a page on a slow line', () => {
  expect(statSync(zoneTablePath).size).toBeLessThan(25_000);
  expect(gzipSync(readFileSync(zoneTablePath)).length).toBeLessThan(7_000);
});
