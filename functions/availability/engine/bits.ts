/** A set of small whole numbers, a bit for each: here always the numbers of possible starts. */
export type Bits = Int32Array;

export const noBits = (count: number): Bits => new Int32Array((count + 31) >>> 5);

/** The set of 0 to `count` - 1. */
export function allBits(count: number): Bits {
  const bits = noBits(count).fill(-1);
  // What lies beyond the end stays unset, so that no count or search has to know where that is.
  const rest = count & 31;
  if (rest !== 0) bits[bits.length - 1] = -1 >>> (32 - rest);
  return bits;
}

/** Takes out `first` to `last`, both of which belong to the range; what lies outside the set is no matter. */
export function clearRange(bits: Bits, first: number, last: number): void {
  const from = first < 0 ? 0 : first;
  const until = last >= bits.length << 5 ? (bits.length << 5) - 1 : last;
  if (from > until) return;
  const word = from >>> 5;
  const lastWord = until >>> 5;
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - (until & 31));
  if (word === lastWord) {
    bits[word] = (bits[word] ?? 0) & ~(head & tail);
    return;
  }
  bits[word] = (bits[word] ?? 0) & ~head;
  for (let between = word + 1; between < lastWord; between += 1) bits[between] = 0;
  bits[lastWord] = (bits[lastWord] ?? 0) & ~tail;
}

export function keepCommon(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) & (other[word] ?? 0);
}

export function addAll(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) | (other[word] ?? 0);
}

/** Adds what both others have. */
export function addCommon(bits: Bits, one: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1)
    bits[word] = (bits[word] ?? 0) | ((one[word] ?? 0) & (other[word] ?? 0));
}

export const has = (bits: Bits, index: number): boolean =>
  ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;

export function remove(bits: Bits, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] ?? 0) & ~(1 << (index & 31));
}

export const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0);

/** The members in order. */
export function membersOf(bits: Bits): Int32Array {
  const members = new Int32Array(sizeOf(bits));
  let filled = 0;
  for (let word = 0; word < bits.length; word += 1) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
      members[filled] = (word << 5) + 31 - Math.clz32(rest & -rest);
      filled += 1;
    }
  }
  return members;
}

export function sizeOf(bits: Bits): number {
  let size = 0;
  for (const word of bits) for (let rest = word; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}

/** The maximal runs of neighbours, in order. */
export function runsOf(bits: Bits): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const member of membersOf(bits)) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === member - 1) run.last = member;
    else runs.push({ first: member, last: member });
  }
  return runs;
}
