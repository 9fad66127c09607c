/** Bundles the functions. All of them in one esbuild call: several times faster than one process per function. */
import { join } from 'node:path';

import { Code } from 'aws-cdk-lib/aws-lambda';
import { build, type BuildOptions } from 'esbuild';

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
  return ({ name }) => Code.fromAsset(join(outFolder, name));
}
