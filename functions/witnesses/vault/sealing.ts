import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import type { RandomBytes } from '../../shared/values/ids.ts';

/** AES-256-GCM under the data key of one person; `about` binds what is sealed to whom and to which version it is of. */

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
export const dataKeyBytes = 32;

/** @returns base64 of nonce, tag and what was sealed. A new nonce each time: the key is used for a few versions only */
export function seal(plain: string, dataKey: Uint8Array, about: string, randomBytes: RandomBytes): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, createSecretKey(dataKey), nonce, { authTagLength: tagBytes });
  sealing.setAAD(Buffer.from(about, 'utf8'));
  const body = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64');
}

/** @throws Error for another key, another person, another version, or a changed byte */
export function unseal(sealed: string, dataKey: Uint8Array, about: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const nonce = bytes.subarray(0, nonceBytes);
  const opening = createDecipheriv(cipher, createSecretKey(dataKey), nonce, { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(about, 'utf8'));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString(
    'utf8',
  );
}
