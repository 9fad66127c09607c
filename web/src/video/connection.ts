export type Connection = 'good' | 'weak';

/** What a short look at the line gave: how long each small request took, or undefined where none came back. */
export interface LineSamples {
  readonly milliseconds: readonly (number | undefined)[];
  /** The browser's own estimate in Mbit/s, where it has one. */
  readonly downlink?: number;
}

/** A round trip longer than this makes talk fall over itself. */
const SLOW_MS = 1_200;
/** Below this there is room for voices and hardly for a picture. */
const NARROW_MBITS = 0.4;

export function judgeLine({ milliseconds, downlink }: LineSamples): Connection {
  const came = milliseconds.filter((sample) => sample !== undefined).sort((a, b) => a - b);
  if (came.length === 0 || came.length < milliseconds.length) return 'weak';
  const median = came[Math.floor(came.length / 2)] ?? Infinity;
  if (median > SLOW_MS) return 'weak';
  return downlink !== undefined && downlink < NARROW_MBITS ? 'weak' : 'good';
}

const SAMPLES = 3;
const PATIENCE_MS = 5_000;

/** Three small requests to our own site, one after the other; the first, which also opens the line, is not counted. */
export async function sampleLine(): Promise<LineSamples> {
  const milliseconds: (number | undefined)[] = [];
  await oneSample();
  for (let count = 0; count < SAMPLES; count += 1) milliseconds.push(await oneSample());
  const { connection } = navigator as { readonly connection?: { readonly downlink?: number } };
  return { milliseconds, ...(connection?.downlink === undefined ? {} : { downlink: connection.downlink }) };
}

async function oneSample(): Promise<number | undefined> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  const started = performance.now();
  try {
    const response = await fetch('/icon.svg', { cache: 'no-store', signal: patience.signal });
    await response.arrayBuffer();
    return response.ok ? performance.now() - started : undefined;
  } catch {
    return undefined; // Not reached in time: that is the finding, not a fault.
  } finally {
    clearTimeout(timer);
  }
}
