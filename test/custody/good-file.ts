import { verifyExport } from '../../functions/custody/verify.ts';
import { sampleExport, signer } from './sample-log.ts';

/** A file of nine entries that is intact, and what is found when something like it is verified with our key. */

export const good = await sampleExport(9);

export const lines = good.slice(0, -1).split('\n');

export const verify = (file: string | Uint8Array, options = {}) =>
  verifyExport(Buffer.from(file), { key: signer, ...options });

export const file = (parts: readonly string[]) => `${parts.join('\n')}\n`;

export const found = (given: string | Uint8Array, options = {}) =>
  verify(given, options)
    .checks.filter(({ verdict }) => verdict === 'fail')
    .flatMap((check) => check.found)
    .join('\n');
