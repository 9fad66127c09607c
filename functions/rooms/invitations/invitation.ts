import { createHash, scrypt, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../shared/refusals.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import type { Tries } from '../store.ts';

/** Wrong tries with one link before it rests, and before it is dead. Source: ASVS 6.6.3; a PIN is short. */
export const mostTriesInWindow = 5;
export const windowMinutes = 15;
export const mostTriesInAll = 20;

/** 128 random bits for the link's fragment. */
export const newSecret = (randomBytes: RandomBytes): string =>
  Buffer.from(randomBytes(16)).toString('base64url');

/** Six digits, to be told by another channel. Unbiased: the top of the range that would favour some is thrown away. */
export function newPin(randomBytes: RandomBytes): string {
  for (;;) {
    const value = Buffer.from(randomBytes(4)).readUInt32BE();
    if (value < 4_294_000_000) return String(value % 1_000_000).padStart(6, '0');
  }
}

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A short code needs a slow hash with a salt (ASVS 6.5.2); 16 MiB, some 30 ms. */
export const pinHashOf = (pin: string, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, 'base64url'), 32, { N: 2 ** 14, r: 8, p: 1 }, (error, key) =>
      error === null ? resolve(key.toString('base64url')) : reject(error),
    );
  });

export const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(hashOf(a)), Buffer.from(hashOf(b))];
  return timingSafeEqual(left, right);
};

/** What somebody types on a phone: any script's digits that Burmese, Thai, Khmer and Lao keyboards give, and spaces. */
export function plainPin(typed: string): string {
  const zeros = ['0', '๐', '၀', '០', '໐', '０'];
  return [...typed]
    .map((sign) => {
      const zero = zeros.find((start) => {
        const distance = (sign.codePointAt(0) ?? 0) - (start.codePointAt(0) ?? 0);
        return distance >= 0 && distance <= 9;
      });
      return zero === undefined ? sign : String((sign.codePointAt(0) ?? 0) - (zero.codePointAt(0) ?? 0));
    })
    .join('')
    .replaceAll(/[\s-]/gu, '');
}

/** Whether no try is left with this link. */
export const areUsedUp = ({ inAll }: Tries): boolean => inAll >= mostTriesInAll;

/**
 * Counts one try before it is looked at, so that a hundred at once are a hundred tries.
 * @throws {Refusal} `too-many-tries`
 */
export function counted(tries: Tries | undefined, now: Date): Tries {
  const { inWindow, windowStart, inAll } = tries ?? { inWindow: 0, windowStart: now.toISOString(), inAll: 0 };
  const windowOver = now.getTime() - Date.parse(windowStart) >= windowMinutes * 60_000;
  const next = windowOver
    ? { inWindow: 1, windowStart: now.toISOString(), inAll: inAll + 1 }
    : { inWindow: inWindow + 1, windowStart, inAll: inAll + 1 };
  if (next.inWindow > mostTriesInWindow || next.inAll > mostTriesInAll) throw new Refusal('too-many-tries');
  return next;
}
