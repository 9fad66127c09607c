import { everyRoute } from '../support/every-route.ts';
import { newKey } from '../support/http.ts';

/** Every route that acts, and so has to be told what is the same request again. */
export const acting = everyRoute.filter(
  ([, { route }]) => route.method === 'POST' && route.ownIds !== true && route.reads !== true,
);

/** What is no Idempotency-Key. */
export const badKeys: readonly (readonly [string, string | null])[] = [
  ['no key', null],
  ['a short key', 'a'.repeat(21)],
  ['a long key', 'a'.repeat(65)],
  ['a key with a space', `${'a'.repeat(21)} b`],
  ['a key with a slash', `${'a'.repeat(22)}/`],
  ['two keys', `${newKey()}, ${newKey()}`],
];
