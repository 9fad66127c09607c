/**
 * `npm run bench -- custody`: the two ratios that the design promises for custody, each side measured in the same
 * run and taken at its best, so that a busy machine slows both alike.
 */
import { createHash } from 'node:crypto';
import type { DeclaredEntry } from '../../functions/custody/port/action.ts';
import { type Head, prepareAppend } from '../../functions/custody/port/append.ts';
import { checkpointText, originOf } from '../../functions/custody/checkpoint.ts';
import type { StoredLeaf } from '../../functions/custody/export-file.ts';
import { exportText } from '../custody/whole-file.ts';
import { leafText } from '../../functions/custody/leaf.ts';
import { encodeVerifierKey, signNote } from '../../functions/custody/note.ts';
import { leafHash, rootOfFrontier } from '../../functions/custody/tree.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { localSigner } from '../custody/local-signer.ts';
import { caseId, logId, sampleEntry } from '../custody/sample-log.ts';

const signer = localSigner('saksi.test/custody', 1);
const recordedAt = new Date('2026-11-24T04:00:00.000Z');
/** As sessions make them: no free text. */
const entryOf = (n: number) => sampleEntry(n, { details: { epoch: n, seat: 'witness' } });
const append = (head: Head | undefined, entries: readonly DeclaredEntry[]) =>
  prepareAppend({ logId, caseId, head, entries, recordedAt });

interface Grown {
  readonly head: Head;
  readonly leaves: readonly StoredLeaf[];
}

function grown(size: number): Grown {
  let head: Head | undefined;
  const leaves: StoredLeaf[] = [];
  while (leaves.length < size) {
    const batch = Array.from({ length: Math.min(40, size - leaves.length) }, (_, n) =>
      entryOf(leaves.length + n),
    );
    const done = append(head, batch);
    head = done.head;
    for (const entry of done.entries) {
      const leaf = leafText(entry);
      leaves.push({ leaf, leafHash: Buffer.from(leafHash(Buffer.from(leaf))).toString('base64') });
    }
  }
  if (head === undefined) throw new RangeError('a log has at least one entry');
  return { head, leaves };
}

/** Best of several runs, in milliseconds, the sides taking turns. */
function best(sides: readonly (() => void)[], rounds: number): number[] {
  const times = sides.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, side] of sides.entries()) {
      const started = performance.now();
      side();
      times[i] = Math.min(times[i] ?? Infinity, performance.now() - started);
    }
  }
  return times;
}

async function fileOf({ head, leaves }: Grown): Promise<Buffer> {
  const origin = originOf(signer.name, logId);
  const size = BigInt(leaves.length);
  const note = await signNote(checkpointText({ origin, size, root: rootOfFrontier(head.frontier) }), signer);
  return Buffer.from(exportText({ logId, origin, key: encodeVerifierKey(signer) }, leaves, note));
}

/** The least that any check of the same file must do: parse each line, hash it. */
function jsonAndHashAlone(file: Buffer): void {
  for (const line of file.toString('utf8').split('\n')) {
    if (line === '') continue;
    JSON.parse(line);
    createHash('sha256').update(line).digest();
  }
}

const [short, long] = [grown(100), grown(100_000)];
const appendMany = (head: Head) => () => {
  for (let n = 0; n < 2_000; n += 1) append(head, [entryOf(n)]);
};
const [at100 = NaN, at100k = NaN] = best([appendMany(short.head), appendMany(long.head)], 15);

const [longFile, tenthFile] = [await fileOf(long), await fileOf(grown(10_000))];
if (verifyExport(longFile, { key: signer }).verdict !== 'intact') throw new Error('the sample must verify');
const [whole = NaN, alone = NaN, tenth = NaN] = best(
  [
    () => verifyExport(longFile, { key: signer }),
    () => jsonAndHashAlone(longFile),
    () => verifyExport(tenthFile, { key: signer }),
  ],
  5,
);

const promises = [
  {
    what: 'append at 100,000 entries, against at 100',
    ratio: at100k / at100,
    kept: at100k / at100 <= 1.1,
    goal: '≤ 1.1',
  },
  {
    what: 'JSON + SHA-256 alone, against verifying 100,000',
    ratio: alone / whole,
    kept: alone / whole >= 0.5,
    goal: '≥ 0.5',
  },
  {
    what: 'verifying 100,000, against 10 times 10,000',
    ratio: whole / (10 * tenth),
    kept: whole / (10 * tenth) <= 1.25,
    goal: '≤ 1.25',
  },
];
for (const { what, ratio, kept, goal } of promises) {
  process.stdout.write(`${kept ? 'kept    ' : 'not kept'}  ${ratio.toFixed(2)} (${goal})  ${what}\n`);
}
process.stdout.write(
  `          ${(at100k / 2).toFixed(1)} µs an append; ${whole.toFixed(0)} ms to verify 100,000 entries\n`,
);
