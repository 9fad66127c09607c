import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consistencyProof,
  EMPTY_FRONTIER,
  extendFrontier,
  type Frontier,
  frontierLength,
  type Hash,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOfFrontier,
  rootOfLeaves,
  sameHash,
  verifyConsistency,
  verifyInclusion,
} from '../../functions/custody/tree.ts';

const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');
const hashes = (count: number): Hash[] =>
  Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));

/** The eight leaves and roots that Certificate Transparency implementations share as their known answers. */
const knownLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const knownRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962, section 2.1, as it is written: slow, recursive, and independent of the code under test. */
function referenceRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return leaves[0] as Hash;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  const parts = [Uint8Array.of(1), referenceRoot(leaves.slice(0, k)), referenceRoot(leaves.slice(k))];
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

describe('roots', () => {
  test.each(knownRoots.map((root, size) => [size, root] as const))(
    'known answer for %i leaves',
    (size, root) => {
      const leaves = knownLeaves.slice(0, size).map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
      expect(hex(rootOfLeaves(leaves))).toBe(root);
    },
  );

  test('the frontier has the root of the definition, however the leaves come in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (batches) => {
        let frontier: Frontier = EMPTY_FRONTIER;
        const all = hashes(batches.reduce((sum, count) => sum + count, 0));
        for (const count of batches)
          frontier = extendFrontier(frontier, all.slice(frontier.size, frontier.size + count));
        expect(frontier.hashes).toHaveLength(frontierLength(all.length));
        expect(hex(rootOfFrontier(frontier))).toBe(hex(referenceRoot(all)));
      }),
    );
  });

  test('a frontier counts beyond 2^31, 2^32 and up to 2^53 - 1', () => {
    for (const size of [2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 52 + 2 ** 33 + 1]) {
      const before = { size, hashes: hashes(frontierLength(size)) };
      const after = extendFrontier(before, hashes(3));
      expect(after.size).toBe(size + 3);
      expect(after.hashes).toHaveLength(frontierLength(size + 3));
    }
    const full = { size: Number.MAX_SAFE_INTEGER, hashes: hashes(53) };
    expect(() => extendFrontier(full, hashes(1))).toThrow(RangeError);
    expect(() => frontierLength(2 ** 53)).toThrow(RangeError);
    expect(() => frontierLength(-1)).toThrow(RangeError);
    expect(() => frontierLength(1.5)).toThrow(RangeError);
  });

  test('merging at 2^32 - 1 collapses all 32 subtrees into one', () => {
    const before = { size: 2 ** 32 - 1, hashes: hashes(32) };
    const after = extendFrontier(before, hashes(1));
    const expected = before.hashes.reduceRight((right, left) => nodeHash(left, right), hashes(1)[0] as Hash);
    expect(after.hashes.map(hex)).toEqual([hex(expected)]);
  });

  test('a frontier with a hash too many, too few or too short is refused', () => {
    expect(() => rootOfFrontier({ size: 3, hashes: hashes(1) })).toThrow(RangeError);
    expect(() => rootOfFrontier({ size: 2, hashes: hashes(2) })).toThrow(RangeError);
    expect(() => extendFrontier({ size: 1, hashes: [new Uint8Array(31)] }, [])).toThrow(RangeError);
  });
});

const sizeLimit = 70;
const all = hashes(sizeLimit);
const root = (size: number): Hash => referenceRoot(all.slice(0, size));

describe('inclusion', () => {
  test('every leaf of every tree up to 40 is proved', () => {
    for (let size = 1; size <= 40; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(all.slice(0, size), index);
        expect(verifyInclusion({ leafHash: all[index] as Hash, index, size, root: root(size), proof })).toBe(
          true,
        );
      }
    }
  });

  test('a proof holds for nothing but its own leaf, index, size, root and path', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: sizeLimit }), fc.nat(), fc.nat(), fc.nat(), (size, i, j, bit) => {
        const index = i % size;
        const proof = inclusionProof(all.slice(0, size), index);
        const good = { leafHash: all[index] as Hash, index, size, root: root(size), proof };
        const other = j % size;
        if (other !== index) expect(verifyInclusion({ ...good, index: other })).toBe(false);
        expect(verifyInclusion({ ...good, leafHash: flip(good.leafHash, bit) })).toBe(false);
        expect(verifyInclusion({ ...good, root: flip(good.root, bit) })).toBe(false);
        expect(verifyInclusion({ ...good, index: size })).toBe(false);
        expect(verifyInclusion({ ...good, proof: [...proof, root(size)] })).toBe(false);
        if (proof.length > 0) {
          const at = j % proof.length;
          expect(
            verifyInclusion({ ...good, proof: proof.toSpliced(at, 1, flip(proof[at] as Hash, bit)) }),
          ).toBe(false);
          expect(verifyInclusion({ ...good, proof: proof.toSpliced(at, 1) })).toBe(false);
        }
      }),
    );
  });

  test('sizes are exact: a double past 2^53 is refused, a bigint is judged', () => {
    const leaf = all[0] as Hash;
    const path = hashes(60);
    const top = path.reduce((left, right) => nodeHash(left, right), leaf);
    const claim = { leafHash: leaf, index: 0, root: top, proof: path };
    expect(verifyInclusion({ ...claim, size: 2n ** 60n })).toBe(true);
    expect(verifyInclusion({ ...claim, size: 2n ** 60n + 1n })).toBe(false);
    expect(verifyInclusion({ ...claim, size: 2 ** 60 })).toBe(false);
    expect(verifyInclusion({ ...claim, size: 2n ** 63n })).toBe(false);
    expect(verifyInclusion({ ...claim, size: 0, index: -1 })).toBe(false);
    for (const bits of [31, 32, 33]) {
      const proof = path.slice(0, bits);
      const above = proof.reduce((left, right) => nodeHash(left, right), leaf);
      expect(verifyInclusion({ leafHash: leaf, index: 0, size: 2 ** bits, root: above, proof })).toBe(true);
    }
  });

  test('a path longer than the tree is high is refused, though its hashes fit', () => {
    const [leaf, other] = hashes(2) as [Hash, Hash];
    const claim = { leafHash: leaf, index: 0, size: 1, root: nodeHash(other, leaf), proof: [other] };
    expect(verifyInclusion(claim)).toBe(false);
  });

  test('empty or short values prove nothing', () => {
    expect(sameHash(new Uint8Array(0), new Uint8Array(0))).toBe(false);

    const none = new Uint8Array(0);
    expect(verifyInclusion({ leafHash: none, index: 0, size: 1, root: none, proof: [] })).toBe(false);
    const short = new Uint8Array(31);
    const [leaf] = hashes(1) as [Hash];
    const pair = { leafHash: leaf, index: 0, size: 2, root: nodeHash(leaf, short), proof: [short] };
    expect(verifyInclusion(pair)).toBe(false);
    expect(verifyInclusion({ leafHash: short, index: 0, size: 1, root: short, proof: [] })).toBe(false);
  });
});

describe('consistency', () => {
  test('every pair of sizes up to 40 is proved, equal sizes and powers of two included', () => {
    for (let newSize = 1; newSize <= 40; newSize += 1) {
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const proof = consistencyProof(all.slice(0, newSize), oldSize);
        const claim = { oldSize, newSize, oldRoot: root(oldSize), newRoot: root(newSize), proof };
        expect(verifyConsistency(claim), `${oldSize} to ${newSize}`).toBe(true);
      }
    }
  });

  test('a proof holds for nothing else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: sizeLimit }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (newSize, i, j, bit) => {
          const oldSize = 1 + (i % newSize);
          const proof = consistencyProof(all.slice(0, newSize), oldSize);
          const good = { oldSize, newSize, oldRoot: root(oldSize), newRoot: root(newSize), proof };
          expect(verifyConsistency({ ...good, oldRoot: flip(good.oldRoot, bit) })).toBe(false);
          expect(verifyConsistency({ ...good, newRoot: flip(good.newRoot, bit) })).toBe(false);
          expect(verifyConsistency({ ...good, proof: [...proof, root(newSize)] })).toBe(false);
          expect(verifyConsistency({ ...good, oldSize: 0 })).toBe(false);
          expect(verifyConsistency({ ...good, oldSize: newSize + 1 })).toBe(false);
          if (proof.length > 0) {
            const at = j % proof.length;
            expect(
              verifyConsistency({ ...good, proof: proof.toSpliced(at, 1, flip(proof[at] as Hash, bit)) }),
            ).toBe(false);
            expect(verifyConsistency({ ...good, proof: proof.toSpliced(at, 1) })).toBe(false);
          }
        },
      ),
    );
  });

  test('a proof longer than the trees are high is refused, though its hashes fit', () => {
    const [a, b, c, d, extra] = hashes(5) as [Hash, Hash, Hash, Hash, Hash];
    const [ab, cd] = [nodeHash(a, b), nodeHash(c, d)];
    const oldRoot = nodeHash(extra, nodeHash(ab, c));
    const newRoot = nodeHash(extra, nodeHash(ab, cd));
    expect(verifyConsistency({ oldSize: 3, newSize: 4, oldRoot, newRoot, proof: [c, d, ab, extra] })).toBe(
      false,
    );
  });

  test('from nothing there is no proof, not even an empty one', () => {
    expect(() => consistencyProof(all, 0)).toThrow(RangeError);
    expect(verifyConsistency({ oldSize: 0, newSize: 0, oldRoot: root(0), newRoot: root(0), proof: [] })).toBe(
      false,
    );
  });
});

function flip(hash: Hash, bit: number): Hash {
  const copy = Uint8Array.from(hash);
  copy[Math.floor(bit / 8) % copy.length] =
    (copy[Math.floor(bit / 8) % copy.length] as number) ^ (1 << (bit % 8));
  return copy;
}
