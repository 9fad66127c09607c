/** Bundles the workers, each into the folder that its image is made of. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';

import { bundling } from './capability-bundle.ts';
import type { Worker } from './workers.ts';

/** Gives the folder from which a worker's image is made. Tests of the template hand in one without a bundle. */
export type ImageOf = (worker: Worker) => string;

/** The folder with the description of the image. */
export const imageFolder = join(import.meta.dirname, 'worker-image');

const root = join(import.meta.dirname, '..', '..');

/** What is no JavaScript: it is loaded from beside the bundle, in the form that the machine needs. */
const native = ['@livekit/rtc-ffi-bindings-*', '*.node'];

/** Builds every worker into `<outFolder>/<worker>`, with all that its image is made of (decisions/a-worker-is-an-image.md). */
export async function bundleWorkers(workers: readonly Worker[], outFolder: string): Promise<ImageOf> {
  for (const { name, entry } of workers) {
    const folder = join(outFolder, name);
    await build({ entryPoints: [entry], outfile: join(folder, 'index.js'), ...bundling, external: native });
    copyFileSync(join(imageFolder, 'Dockerfile'), join(folder, 'Dockerfile'));
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(root, file), join(folder, file));
  }
  return ({ name }) => join(outFolder, name);
}
