import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkpointText, originOf } from '../../functions/custody/checkpoint.ts';
import { checkpointLine, entryLine, headerLine, hiddenLine } from '../../functions/custody/export-file.ts';
import { encodeVerifierKey, signNote } from '../../functions/custody/note.ts';
import { signPart } from '../../functions/custody/part-statement.ts';
import type { OwnPart } from '../../functions/custody/port/part.ts';
import { EMPTY_FRONTIER, extendFrontier, rootOfFrontier } from '../../functions/custody/tree.ts';
import { file, found, good, lines, verify } from './good-file.ts';
import { localSigner } from './local-signer.ts';
import { grow, key, logId, sampleCheckpoint, sampleEntries, signer, storedLeaf } from './sample-log.ts';

/** The file of a part: entries that are not the reader's stand as hashes, and it is verified all the same. */

const size = 9;
const shownAt = [0, 3, 4, 8];
const part: OwnPart = { role: 'support-officer', pseudonym: 'S-4K7Q' } as OwnPart;
const leaves = grow(sampleEntries(size)).entries.map(storedLeaf);
const hashOf = (at: number) => Buffer.from(leaves[at]?.leafHash ?? '', 'base64');
const origin = originOf(signer.name, logId);
const about = { logId, origin, key: encodeVerifierKey(signer), part };

const statement = (shown: readonly number[], of: Partial<Parameters<typeof signPart>[0]> = {}, by = signer) =>
  signPart({ origin, part, size, shown: extendFrontier(EMPTY_FRONTIER, shown.map(hashOf)), ...of }, by);

async function partFile(shown: readonly number[], stated?: string): Promise<string[]> {
  return [
    headerLine(about, size),
    ...leaves.map((leaf, at) => (shown.includes(at) ? entryLine(leaf) : hiddenLine(leaf))),
    checkpointLine(await sampleCheckpoint(size), stated ?? (await statement(shown))),
  ];
}
const mine = await partFile(shownAt);

describe('the file of a part', () => {
  test('is intact, and says how many entries of how many it shows, and whose part it is', () => {
    const report = verify(file(mine), { expectSize: size });
    expect(report.checks.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(report).toMatchObject({ verdict: 'intact', size, shown: 4, part });
    expect(verify(good)).toMatchObject({ size, shown: size, part: undefined });
  });

  test('holds nothing of the others, and may show none or all', async () => {
    expect(file(mine)).not.toContain('"index":5');
    for (const shown of [[], [...leaves.keys()]])
      expect(verify(file(await partFile(shown)))).toMatchObject({ verdict: 'intact', shown: shown.length });
  });

  test('any byte that changes is noticed', () => {
    const bytes = Buffer.from(file(mine));
    for (let at = 0; at < bytes.length; at += 29) {
      const changed = Buffer.from(bytes);
      changed[at] = (bytes[at] ?? 0) ^ 1;
      expect(verify(changed).verdict, `byte ${at}`).toBe('failed');
    }
  });

  test('an entry left out, exchanged, put in, of those shown and of the others', () => {
    const [second, third] = [mine[2] ?? '', mine[4] ?? ''];
    for (const changed of [
      mine.toSpliced(1, 1),
      mine.toSpliced(2, 1),
      mine.toSpliced(2, 1, third).toSpliced(4, 1, second),
      mine.toSpliced(2, 0, second),
      mine.toSpliced(9, 1),
    ])
      expect(verify(file(changed)).verdict).toBe('failed');
  });

  test('one more entry hidden is noticed, also where somebody signs a statement of their own', async () => {
    const hidden = mine.with(4, hiddenLine(leaves[3] as (typeof leaves)[number]));
    expect(found(file(hidden))).toBe('The part has 4 entries to show, the file shows 3.');
    const forged = await statement([0, 4, 8], {}, localSigner(signer.name, 7));
    expect(found(file(await partFile([0, 4, 8], forged)))).toContain('The note is not signed by the key.');
  });

  test('one entry for another is noticed', async () => {
    expect(found(file(await partFile([0, 2, 4, 8], await statement(shownAt))))).toBe(
      'The entries that are shown are not those of the part.',
    );
  });

  test.each<[string, Partial<Parameters<typeof signPart>[0]>]>([
    ['another reader', { part: { ...part, pseudonym: 'S-2222' } as OwnPart }],
    ['another role', { part: { ...part, role: 'attending-officer' } }],
    ['the log as it was shorter', { size: 8 }],
    ['another log', { origin: originOf(signer.name, `6${logId.slice(1)}`) }],
  ])('a statement of %s is none of this file', async (_name, of) => {
    expect(found(file(await partFile(shownAt, await statement(shownAt, of))))).toContain(
      'The statement is of another log',
    );
  });

  test('without a statement, or with the checkpoint in its place, it fails', async () => {
    const checkpoint = await sampleCheckpoint(size);
    expect(found(file(mine.toSpliced(-1, 1, checkpointLine(checkpoint))))).toContain('There is no statement');
    expect(verify(file(await partFile(shownAt, checkpoint))).verdict).toBe('failed');
    // And a statement is no checkpoint, whatever it covers.
    const all = await statement([...leaves.keys()]);
    expect(verify(file(lines.toSpliced(-1, 1, checkpointLine(all)))).verdict).toBe('failed');
  });
});

describe('the file of a whole log', () => {
  test('hides nothing: an entry that stands as its hash fails though the root is the signed one', () => {
    const hidden = lines.with(4, hiddenLine(leaves[3] as (typeof leaves)[number]));
    expect(found(file(hidden))).toContain('its fields are not those the format has');
  });

  test('is not made a part by its header', () => {
    const hidden = [headerLine(about, size), ...lines.slice(1)].with(
      4,
      hiddenLine(leaves[3] as (typeof leaves)[number]),
    );
    expect(found(file(hidden))).toContain('There is no statement');
  });

  test('has no statement of a part', async () => {
    const closing = checkpointLine(await sampleCheckpoint(size), await statement(shownAt));
    expect(found(file(lines.toSpliced(-1, 1, closing)))).toContain('the file is no part');
  });

  test('ends with its checkpoint: a hash at the end says that it was cut off', () => {
    expect(found(file(mine.slice(0, -1)))).toContain('The last line is no checkpoint');
  });
});

test('a statement is signed under an origin that is no log’s', async () => {
  const text = checkpointText({ origin, size: 0n, root: rootOfFrontier(EMPTY_FRONTIER) });
  expect((await signNote(text, signer)).startsWith(`${origin}\n`)).toBe(true);
  expect((await statement([])).startsWith(`${origin}/part/support-officer/S-4K7Q/9\n`)).toBe(true);
});

test('the command says whose part it is and how much of it is shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-verify-part-'));
  const path = join(folder, 'part.jsonl');
  writeFileSync(path, file(mine));
  const { status, stdout } = spawnSync(
    process.execPath,
    ['functions/custody/verify-cli.ts', path, '--key', key],
    { encoding: 'utf8', env: {} },
  );
  rmSync(folder, { recursive: true });
  expect(stdout).toContain(
    'part      of support-officer S-4K7Q: 4 of 9 entries shown, the others only as hashes',
  );
  expect(stdout).toContain('anything about the entries that stand as hashes alone');
  expect([status, stdout.includes('verdict: intact')]).toEqual([0, true]);
});
