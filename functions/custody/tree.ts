/**
 * The RFC 6962 Merkle tree (SHA-256): hashes, the compact range an appender keeps, roots, and both proofs.
 * Verification follows the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, and answers `false` to anything
 * that is not exactly a valid proof. Hashes are 32 bytes; sizes are counts of leaves.
 */
import { hash } from 'node:crypto';

export type Hash = Uint8Array;

/** The right edge of a tree: roots of its perfect subtrees, largest first, one per set bit of `size`. */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

export const HASH_BYTES = 32;
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
/** tlog-checkpoint sizes are at most 63 bits; a bound also ends every loop below. */
export const MAX_TREE_SIZE = 2n ** 63n - 1n;

// One call on one buffer: twice as fast as a hash object that is fed piece by piece.
export function leafHash(leaf: Uint8Array): Hash {
  return hash('sha256', Buffer.concat([LEAF, leaf]), 'buffer');
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

export function sameHash(a: Hash, b: Hash): boolean {
  return a.length === HASH_BYTES && b.length === HASH_BYTES && Buffer.compare(a, b) === 0;
}

/** @throws RangeError unless `size` is a safe non-negative integer, since doubles stop counting at 2^53. */
function assertSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`not a tree size: ${size}`);
}

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] };

/** Number of subtrees in the frontier of a tree of this size: its set bits. Works beyond 32 bits. */
export function frontierLength(size: number): number {
  assertSize(size);
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}

/**
 * The frontier after appending these leaf hashes. Cost: amortised two hashes a leaf, whatever the size.
 * @throws RangeError when the frontier is not one of its size, or the result would pass 2^53 - 1.
 */
export function extendFrontier(frontier: Frontier, leaves: readonly Hash[]): Frontier {
  assertFrontier(frontier);
  assertSize(frontier.size + leaves.length);
  const hashes = [...frontier.hashes];
  let size = frontier.size;
  for (const leaf of leaves) {
    let merged = leaf;
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      merged = nodeHash(hashes.pop() as Hash, merged);
    }
    hashes.push(merged);
    size += 1;
  }
  return { size, hashes };
}

export function rootOfFrontier(frontier: Frontier): Hash {
  assertFrontier(frontier);
  const last = frontier.hashes.at(-1);
  if (last === undefined) return hash('sha256', '', 'buffer');
  return frontier.hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

function assertFrontier(frontier: Frontier): void {
  const wellFormed =
    frontier.hashes.length === frontierLength(frontier.size) &&
    frontier.hashes.every((subtree) => subtree.length === HASH_BYTES);
  if (!wellFormed) throw new RangeError(`not a frontier of ${frontier.size} leaves`);
}

/** Root over all leaf hashes, in one pass and log2(n) memory. */
export function rootOfLeaves(leaves: readonly Hash[]): Hash {
  return rootOfFrontier(extendFrontier(EMPTY_FRONTIER, leaves));
}

/** Largest power of two strictly below n (n >= 2): where RFC 6962 splits a tree. */
function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Audit path of leaf `index` in the tree over `leaves`, nearest sibling first (RFC 6962, 2.1.1). */
export function inclusionProof(leaves: readonly Hash[], index: number): Hash[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) {
    throw new RangeError(`no leaf ${index} in a tree of ${leaves.length}`);
  }
  if (leaves.length === 1) return [];
  const k = splitPoint(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return index < k
    ? [...inclusionProof(left, index), rootOfLeaves(right)]
    : [...inclusionProof(right, index - k), rootOfLeaves(left)];
}

/** Proof that the first `oldSize` leaves are a prefix of the tree over `leaves` (RFC 6962, 2.1.2). */
export function consistencyProof(leaves: readonly Hash[], oldSize: number): Hash[] {
  if (!Number.isSafeInteger(oldSize) || oldSize < 1 || oldSize > leaves.length) {
    throw new RangeError(`no consistency proof from ${oldSize} to ${leaves.length}`);
  }
  return subProof(leaves, oldSize, true);
}

function subProof(leaves: readonly Hash[], oldSize: number, whole: boolean): Hash[] {
  if (oldSize === leaves.length) return whole ? [] : [rootOfLeaves(leaves)];
  const k = splitPoint(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return oldSize <= k
    ? [...subProof(left, oldSize, whole), rootOfLeaves(right)]
    : [...subProof(right, oldSize - k, false), rootOfLeaves(left)];
}

export interface InclusionClaim {
  readonly leafHash: Hash;
  readonly index: number | bigint;
  readonly size: number | bigint;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

export function verifyInclusion(claim: InclusionClaim): boolean {
  const index = exactCount(claim.index);
  const size = exactCount(claim.size);
  if (index === undefined || size === undefined || index >= size) return false;
  if (!allHashes(claim.leafHash, claim.root, ...claim.proof)) return false;
  let [fn, sn, computed] = [index, size - 1n, claim.leafHash];
  for (const sibling of claim.proof) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      computed = nodeHash(sibling, computed);
      while (fn !== 0n && fn % 2n === 0n) [fn, sn] = [fn / 2n, sn / 2n];
    } else {
      computed = nodeHash(computed, sibling);
    }
    [fn, sn] = [fn / 2n, sn / 2n];
  }
  return sn === 0n && sameHash(computed, claim.root);
}

export interface ConsistencyClaim {
  readonly oldSize: number | bigint;
  readonly oldRoot: Hash;
  readonly newSize: number | bigint;
  readonly newRoot: Hash;
  readonly proof: readonly Hash[];
}

/** An empty old tree proves nothing about the new one, so `oldSize` 0 is never accepted. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const oldSize = exactCount(claim.oldSize);
  const newSize = exactCount(claim.newSize);
  if (oldSize === undefined || newSize === undefined || oldSize === 0n || oldSize > newSize) return false;
  if (!allHashes(claim.oldRoot, claim.newRoot, ...claim.proof)) return false;
  if (oldSize === newSize) return claim.proof.length === 0 && sameHash(claim.oldRoot, claim.newRoot);
  const isPowerOfTwo = (oldSize & (oldSize - 1n)) === 0n;
  const [first, ...rest] = isPowerOfTwo ? [claim.oldRoot, ...claim.proof] : claim.proof;
  if (first === undefined || claim.proof.length === 0) return false;
  let [fn, sn] = [oldSize - 1n, newSize - 1n];
  while (fn % 2n === 1n) [fn, sn] = [fn / 2n, sn / 2n];
  let [oldComputed, newComputed] = [first, first];
  for (const next of rest) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      oldComputed = nodeHash(next, oldComputed);
      newComputed = nodeHash(next, newComputed);
      while (fn !== 0n && fn % 2n === 0n) [fn, sn] = [fn / 2n, sn / 2n];
    } else {
      newComputed = nodeHash(newComputed, next);
    }
    [fn, sn] = [fn / 2n, sn / 2n];
  }
  return sn === 0n && sameHash(oldComputed, claim.oldRoot) && sameHash(newComputed, claim.newRoot);
}

function allHashes(...hashes: readonly Hash[]): boolean {
  return hashes.every((given) => given.length === HASH_BYTES);
}

/** A count held exactly, or undefined: a double past 2^53 may stand for several sizes and is refused. */
function exactCount(count: number | bigint): bigint | undefined {
  if (typeof count === 'number' && !Number.isSafeInteger(count)) return undefined;
  const exact = BigInt(count);
  return exact >= 0n && exact <= MAX_TREE_SIZE ? exact : undefined;
}
