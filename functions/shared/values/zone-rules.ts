import { baseMinute } from './zone-table.ts';

/** What a wall clock shows at some time of its own: once, twice (clocks went back) or never (they went forward). */
export const ONCE = 0;
const TWICE = 1;
export const NEVER = 2;

/**
 * The clocks of one zone, ready for look-up. All times are whole minutes since 1970-01-01T00:00, all offsets minutes
 * east of UTC. `changes[i]` (UTC) is when `offsets[i + 1]` takes over from `offsets[i]`.
 *
 * The wall clock's own time line is cut into segments: segment `i` ends before `ends[i]` (local), the last has no end.
 * `first` is the offset in force (ONCE), of the earlier of two instants (TWICE) or before the gap (NEVER); `second` is
 * that of the later instant or after the gap. Built from the definition, so that changes may lie close together.
 */
export interface ZoneRules {
  readonly changes: Int32Array;
  readonly offsets: Int16Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  readonly first: Int16Array;
  readonly second: Int16Array;
}

/** Reads one line of the zone table: `offset`, then `minutes since the change before in base 36` `:` `offset` … */
export function readRules(line: string): ZoneRules {
  const [initial = '', ...words] = line.split(' ');
  const changes = new Int32Array(words.length);
  const offsets = new Int16Array(words.length + 1);
  offsets[0] = Number(initial);
  let at = baseMinute;
  for (const [index, word] of words.entries()) {
    const [delta = '', offset = ''] = word.split(':');
    at += Number.parseInt(delta, 36);
    changes[index] = at;
    offsets[index + 1] = Number(offset);
  }
  return { changes, offsets, ...segmentsOf(changes, offsets) };
}

function segmentsOf(changes: Int32Array, offsets: Int16Array): Omit<ZoneRules, 'changes' | 'offsets'> {
  const cuts = new Set<number>();
  for (const [index, change] of changes.entries()) {
    cuts.add(change + (offsets[index] ?? 0));
    cuts.add(change + (offsets[index + 1] ?? 0));
  }
  const ends = Int32Array.from(cuts).sort(); // toSorted is missing on phones of 2016
  const kinds = new Uint8Array(ends.length + 1);
  const first = new Int16Array(ends.length + 1);
  const second = new Int16Array(ends.length + 1);
  for (let segment = 0; segment <= ends.length; segment += 1) {
    const sample = segment === 0 ? (ends[0] ?? 0) - 1 : (ends[segment - 1] ?? 0);
    const { kind, pair } = judge(changes, offsets, sample);
    kinds[segment] = kind;
    first[segment] = pair[0];
    second[segment] = pair[1];
  }
  return { ends, kinds, first, second };
}

/** By definition: which offsets give, for this local minute, an instant at which they are really in force. */
function judge(
  changes: Int32Array,
  offsets: Int16Array,
  local: number,
): { kind: number; pair: [number, number] } {
  const inForce: number[] = [];
  for (const [index, offset] of offsets.entries()) {
    const from = changes[index - 1] ?? Number.NEGATIVE_INFINITY;
    const until = changes[index] ?? Number.POSITIVE_INFINITY;
    if (from <= local - offset && local - offset < until) inForce.push(offset);
  }
  const [one, two, three] = inForce;
  if (three !== undefined) throw new Error('A wall clock that shows one time thrice.');
  if (one !== undefined && two !== undefined) return { kind: TWICE, pair: [one, two] };
  if (one !== undefined) return { kind: ONCE, pair: [one, one] };
  for (const [index, change] of changes.entries()) {
    const before = offsets[index] ?? 0;
    const after = offsets[index + 1] ?? 0;
    if (change + before <= local && local < change + after) return { kind: NEVER, pair: [before, after] };
  }
  throw new Error('A local time that neither exists nor was skipped.');
}

/** How many of the sorted `bounds` are at or before `at`. */
function countUpTo(bounds: Int32Array, at: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The segment that a local minute lies in: an index into `kinds`, `first` and `second`. */
export function segmentAt(rules: ZoneRules, localMinute: number): number {
  return countUpTo(rules.ends, localMinute);
}

/** Minutes east of UTC in force at a UTC minute. */
export function offsetAt(rules: ZoneRules, utcMinute: number): number {
  return rules.offsets[countUpTo(rules.changes, utcMinute)] ?? 0;
}
