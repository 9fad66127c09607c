import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The header by which CloudFront shows that a request came through it, past the web ACL and over TLS of our choosing. The
 * gateway's own host is open to the whole internet; whoever asks there has no such key and is answered nothing.
 */
export const frontDoorHeader = 'x-saksi-front-door';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether what was shown is one of the keys; takes as long for a near miss as for any other. */
export function isFrontDoorKey(shown: string | null, keys: readonly string[]): boolean {
  const given = digest(shown ?? '');
  const fits = keys.map((key) => key !== '' && timingSafeEqual(given, digest(key)));
  return fits.includes(true);
}

/** Milliseconds for which the keys are believed: whoever renews one waits that long before it is used. */
const believedFor = 5 * 60_000;

/**
 * Judges requests by keys that are read at the first one and again when they are old. If they cannot be read again, the
 * last ones count: an outage of the store of secrets must not close the door on a hearing.
 * @throws what `read` throws, as long as it has never succeeded
 */
export function frontDoor(read: () => Promise<readonly string[]>, now: () => number) {
  let known: { readonly keys: readonly string[]; readonly at: number } | undefined;
  let reading: Promise<readonly string[]> | undefined;
  const fresh = async () => {
    reading ??= read().finally(() => (reading = undefined));
    const keys = await reading;
    known = { keys, at: now() };
    return keys;
  };
  const keysNow = async () => {
    if (known !== undefined && now() - known.at < believedFor) return known.keys;
    const last = known?.keys;
    return last === undefined ? fresh() : fresh().catch(() => last);
  };
  return async (request: Request): Promise<boolean> =>
    isFrontDoorKey(request.headers.get(frontDoorHeader), await keysNow());
}
