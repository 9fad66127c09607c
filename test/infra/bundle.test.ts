import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bundleCapabilities } from '../../infra/constructs/capability-bundle.ts';
import { discoverCapabilities } from '../../infra/constructs/capabilities.ts';
import { bundleWorkers } from '../../infra/constructs/worker-bundle.ts';
import { discoverWorkers } from '../../infra/constructs/workers.ts';
import { paperReader } from '../../functions/shared/paper/read-paper.ts';
import { codecs, threadFile, type Codecs } from '../../functions/shared/paper/thread-files.ts';
import { plainPdf, pngOf } from '../shared/paper/files.ts';
import { fixtureFunctions, realFunctions } from './synthesise.ts';

const root = join(import.meta.dirname, '../..');

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

describe('each worker of saksi', async () => {
  const workers = await discoverWorkers(realFunctions, await discoverCapabilities(realFunctions));

  test.each(workers.map((worker) => [worker.name, worker] as const))(
    '%s runs in its image: beside its bundle there is the native part alone',
    async (name, worker) => {
      const folder = (await bundleWorkers([worker], join(out, 'workers')))(worker);
      const description = readFileSync(join(folder, 'Dockerfile'), 'utf8');
      const [, inImage = ''] = /^COPY --from=packages \S+ (node_modules\/\S+)$/m.exec(description) ?? [];
      const here = readdirSync(join(root, 'node_modules', '@livekit')).find((each) =>
        /bindings-\w+-\w+/.test(each),
      );
      expect(inImage).toBe('node_modules/@livekit/rtc-ffi-bindings-linux-arm64-gnu');
      const image = join(out, 'image', name);
      mkdirSync(join(image, 'node_modules', '@livekit'), { recursive: true });
      copyFileSync(join(folder, 'index.js'), join(image, 'index.js'));
      const native = join('node_modules', '@livekit', here ?? 'none');
      symlinkSync(join(root, native), join(image, native));
      // It comes as far as its settings, for which everything has to be loaded.
      const { stderr, status } = spawnSync(process.execPath, ['index.js'], {
        cwd: image,
        env: {},
        encoding: 'utf8',
      });
      expect(stderr).toContain('QUEUE_URL');
      expect(stderr).not.toContain('Cannot find');
      expect(status).toBe(1);
    },
  );
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

  test('one that keeps papers has beside it all that its thread needs to draw a page', async () => {
    const keeping = capabilities.filter(({ role }) => role.keepsPapers);
    expect(keeping.map(({ name }) => name)).toEqual(['exhibits']);
    const beside = (name: string) => join(out, 'real', 'exhibits', name);
    const own = Object.fromEntries(Object.keys(codecs).map((name) => [name, beside(name)])) as Codecs;
    const read = paperReader(beside(threadFile), own);
    for (const file of [plainPdf(), pngOf(30, 20)]) {
      const { large } = await read(file, (paper) => paper.draw(1));
      expect(Buffer.from(large).subarray(8, 12).toString()).toBe('WEBP');
    }
    // What is not asked of it at once is not loaded: the function itself holds none of the codecs.
    expect(readFileSync(beside('index.js'), 'utf8')).not.toContain('PDFium');
  });
});
