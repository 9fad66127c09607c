/**
 * What livekit-client takes for granted and browsers of 2020 lack: Chrome 80 and Samsung Internet 13 have no
 * `Object.hasOwn`, `WeakRef` and `crypto.randomUUID`, Safari 14 no `AudioContext` by that name and nothing to write
 * a stream into either. Where a browser has all of it, nothing is added and nothing more is loaded. A test holds this
 * list to what the finished bundle uses (test/infra/old-phones).
 */
export async function completeBrowser(): Promise<void> {
  const browser = globalThis as unknown as Partial<Record<string, unknown>> & {
    readonly webkitAudioContext?: unknown;
  };
  if (!('hasOwn' in Object))
    add(Object, 'hasOwn', (of: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(of, key));
  if (!('randomUUID' in crypto)) add(crypto, 'randomUUID', randomUuid);
  if (browser['WeakRef'] === undefined) add(globalThis, 'WeakRef', KeptRef);
  if (browser['AudioContext'] === undefined && browser.webkitAudioContext !== undefined)
    add(globalThis, 'AudioContext', browser.webkitAudioContext);
  if (browser['WritableStream'] === undefined || browser['TransformStream'] === undefined) {
    const { ReadableStream, TransformStream, WritableStream } = await import('web-streams-polyfill');
    // All three together: one kind of stream is piped only into its own.
    for (const [name, value] of Object.entries({ ReadableStream, TransformStream, WritableStream }))
      add(globalThis, name, value);
  }
}

const add = (to: object, name: string, value: unknown): void => {
  Object.defineProperty(to, name, { value, configurable: true, writable: true });
};

/** Holds on to what a browser's own would let go: some memory, for as long as the page is open. */
class KeptRef<Of extends object> {
  readonly #kept: Of;

  constructor(kept: Of) {
    this.#kept = kept;
  }

  deref(): Of {
    return this.#kept;
  }
}

/** A random UUID of version 4. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    const marked = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}
