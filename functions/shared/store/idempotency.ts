import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
} from 'node:crypto';
import { Refusal } from '../refusals.ts';
import type { Change, Key, Store } from './store.ts';

/** The memory of one POST: recalls what was answered, or records it in the same transaction as the effect. */
export interface Idempotency {
  recall<Answer>(store: Store): Promise<{ readonly answer: Answer } | undefined>;
  record(answer: unknown): Change;
}

/** Seconds for which the record of an answer is kept: longer than any client retries. */
const keptSeconds = 400 * 24 * 3600;

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * Answers may hold secrets (a link, a PIN), and a dump of the table must not. So the answer is sealed under a key
 * derived from the Idempotency-Key, which only the client has; the table holds a hash of it.
 * @param request who asks, the route, and the exact body, as one string: another request under the same key is refused
 */
export function idempotencyFor(
  table: string,
  idempotencyKey: string,
  actor: string,
  request: string,
  now: Date,
): Idempotency {
  const key: Key = { table, pk: `once#${sha256(`${actor}\n${idempotencyKey}`)}`, sk: 'once' };
  // A hash alone would let whoever has a dump try what was sent: a name, a date of birth. Before, it was one.
  const asked = createHmac('sha256', idempotencyKey).update(request).digest('base64url');
  const askedBefore = sha256(request);
  const keyBytes = Buffer.from(hkdfSync('sha256', idempotencyKey, key.pk, 'saksi answer', 32));
  // Given as bytes, Node takes some fifty times as long to begin.
  const sealKey = createSecretKey(keyBytes);

  return {
    async recall<Answer>(store: Store) {
      const [item] = await store.get([key]);
      if (item === undefined) return undefined;
      if (item['asked'] !== asked && item['asked'] !== askedBefore)
        throw new Refusal('idempotency-key-reused');
      const sealed = Buffer.from(item['sealed'] as string, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(12, 28));
      const text = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      return { answer: JSON.parse(text) as Answer };
    },

    record(answer) {
      // The key seals one answer only, so a fixed nonce is never used twice under it... unless a transaction is
      // retried with another answer; the nonce is therefore taken from the answer itself.
      const text = JSON.stringify(answer);
      const nonce = createHash('sha256').update(keyBytes).update(text).digest().subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
      const expiresAt = Math.floor(now.getTime() / 1000) + keptSeconds;
      return {
        kind: 'put',
        table,
        item: { pk: key.pk, sk: key.sk, asked, sealed, expiresAt },
        when: 'absent',
        onRefused: 'retry',
      };
    },
  };
}
