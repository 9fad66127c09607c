/** Bundles the functions. All of them in one esbuild call: several times faster than one process per function. */
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { Code } from 'aws-cdk-lib/aws-lambda';
import { build, type BuildOptions } from 'esbuild';

import { codecs, threadFile } from '../../functions/shared/paper/thread-files.ts';
import type { Capability } from './capability.ts';

/** Gives the code of a function. Tests of the template hand in a tiny folder instead of a bundle. */
export type CodeOf = (capability: Capability) => Code;

/** CommonJS, because Node loads it faster than ESM (decisions/functions-are-commonjs.md). */
export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  minify: true,
  sourcemap: false,
  // The ESM builds of the libraries can be tree-shaken; their CommonJS builds cannot.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Builds every function into `<outFolder>/<capability>/index.js`, with the AWS SDK inside: the version we tested is
 * the version that runs.
 */
export async function bundleCapabilities(
  capabilities: readonly Capability[],
  outFolder: string,
): Promise<CodeOf> {
  if (capabilities.length > 0) {
    await build({
      entryPoints: capabilities.map(({ name, entry }) => ({ in: entry, out: `${name}/index` })),
      outdir: outFolder,
      ...bundling,
    });
  }
  for (const { name, role } of capabilities) if (role.keepsPapers) await bundleThread(join(outFolder, name));
  return ({ name }) => Code.fromAsset(join(outFolder, name));
}

/** The thread that draws pages, beside a function that starts it, with the codecs that it reads from its folder. */
async function bundleThread(folder: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, '../../functions/shared/paper/draw-thread.ts')],
    outfile: join(folder, threadFile),
    bundle: true,
    platform: 'node',
    target: 'node24',
    // The codecs' own glue waits at its top and asks where it lies.
    format: 'esm',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  const { resolve } = createRequire(import.meta.url);
  for (const [name, of] of Object.entries(codecs)) copyFileSync(resolve(of), join(folder, name));
}
