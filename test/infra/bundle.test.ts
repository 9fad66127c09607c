import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bundleCapabilities } from '../../infra/constructs/capability-bundle.ts';
import { discoverCapabilities } from '../../infra/constructs/capabilities.ts';
import { fixtureFunctions, realFunctions } from './synthesise.ts';

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'saksi-bundles-'));
});
afterAll(() => {
  rmSync(out, { recursive: true });
});

test('a bundle is one CommonJS file that Lambda can load and call', async () => {
  await bundleCapabilities(await discoverCapabilities(fixtureFunctions), out);
  const file = join(out, 'beta', 'index.js');
  const loaded = createRequire(import.meta.url)(file) as { handler: () => Promise<unknown> };
  expect(await loaded.handler()).toEqual({ statusCode: 204 });
});

test('two bundlings of the same sources are the same bytes, so an unchanged function is not deployed again', async () => {
  const capabilities = await discoverCapabilities(fixtureFunctions);
  await bundleCapabilities(capabilities, join(out, 'first'));
  await bundleCapabilities(capabilities, join(out, 'second'));
  const bytes = (run: string): Buffer => readFileSync(join(out, run, 'alpha', 'index.js'));
  expect(bytes('first').equals(bytes('second'))).toBe(true);
});

describe('each function of saksi', async () => {
  const capabilities = await discoverCapabilities(realFunctions);
  beforeAll(async () => {
    await bundleCapabilities(capabilities, join(out, 'real'));
  });

  test.each(capabilities.map(({ name }) => [name]))(
    '%s carries its SDK, no source map and not too much',
    (name) => {
      const text = readFileSync(join(out, 'real', name, 'index.js'), 'utf8');
      const asked = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) => module ?? '');
      // The SDK names this optional module in the text of an error message.
      const outside = asked.filter((module) => !isBuiltin(module) && module !== '@aws-sdk/signature-v4-crt');
      expect(outside).toEqual([]);
      expect(text.includes('\n//# sourceMappingURL=')).toBe(false);
      // The words of all messages in seven languages are in one of them.
      expect(text.length).toBeLessThan(1_100_000);
    },
  );
});
