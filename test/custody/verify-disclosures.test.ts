import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkpointText, originOf } from '../../functions/custody/checkpoint.ts';
import { encodeVerifierKey, signNote } from '../../functions/custody/note.ts';
import { defineAction } from '../../functions/custody/port/action.ts';
import { commitment } from '../../functions/custody/port/disclosure.ts';
import { disclosuresFile } from '../../functions/custody/port/disclosures-file.ts';
import { leafHash, rootOfFrontier } from '../../functions/custody/tree.ts';
import { escaped, readDisclosures } from '../../functions/custody/verify-disclosures.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { grow, key, logId, otherLogId, sampleEntry, signer, storedLeaf } from './sample-log.ts';
import { exportText } from './whole-file.ts';

/** A disclosures file beside a log of five entries, of which two seal the same names, one of them twice the same digest. */

const salt = (n: number) => new Uint8Array(16).fill(n);
const recording = commitment('recording', 'limited', salt(1));
const reason = commitment('reason', 'သူ ကြောက်သည်', salt(2));
const other = commitment('recording', 'yes', salt(3));
const twice = commitment('reason', 'The same', salt(4));
/** Bears the name of another field than the one under which its digest stands. */
const misnamed = commitment('language', 'kar', salt(5));
/** A text that cannot be written in Unicode: half a pair. */
const halfText = Buffer.from('["AAAAAAAAAAAAAAAAAAAAAA","note","\\ud800"]').toString('base64url');
const half = { disclosure: halfText, digest: createHash('sha256').update(halfText).digest('base64url') };
/** What would move a cursor, or turn the line round. */
const nasty = commitment('how', '\u001b[2J‮yes"\\\n', salt(6));
const noDisclosure = Buffer.from('{"recording":"yes"}').toString('base64url');
const junk = {
  digest: createHash('sha256').update(noDisclosure).digest('base64url'),
  disclosure: noDisclosure,
};

const seals = defineAction({
  action: 'consent.given',
  log: 'session',
  by: ['clerk'],
  authority: ['role'],
  details: z.strictObject({}),
  maySeal: ['recording', 'reason', 'mark', 'note', 'how', 'junk', 'same'],
});
const sealing = (entryId: string, sealed: Record<string, string>) =>
  seals.entry({
    entryId,
    actor: { role: 'clerk', pseudonym: 'C-4K7Q' },
    authority: { kind: 'role', ref: 'clerk' },
    occurredAt: '2026-11-24T03:00:00.000Z',
    sealed,
  });
const { head, entries } = grow([
  sampleEntry(0),
  sealing('sealing-00000000000000001', {
    recording: recording.digest,
    reason: reason.digest,
    mark: misnamed.digest,
    note: half.digest,
    how: nasty.digest,
    junk: junk.digest,
  }),
  sealing('sealing-00000000000000002', { recording: other.digest, reason: twice.digest }),
  sealing('sealing-00000000000000003', { same: twice.digest }),
  sampleEntry(4),
]);
const origin = originOf(signer.name, logId);
const leaves = entries.map(storedLeaf);
const root = rootOfFrontier(head.frontier);
const checkpoint = await signNote(checkpointText({ origin, size: 5n, root }), signer);
const log = Buffer.from(exportText({ logId, origin, key: encodeVerifierKey(signer) }, leaves, checkpoint));

const hashAt = (index: number) => leaves[index]?.leafHash ?? '';
const fileOf = (disclosures: string[], more: Partial<Parameters<typeof disclosuresFile>[0]> = {}): string =>
  disclosuresFile({ logId, entry: 1, leafHash: hashAt(1), disclosures, ...more });
const verify = (file: string | Uint8Array) =>
  verifyExport(log, { key: signer, disclosures: Buffer.from(file) });
/** What is said of a file that is not right. */
const faultsOf = (file: string | Uint8Array) => {
  const { verdict, checks } = verify(file);
  expect(verdict).toBe('failed');
  return checks.filter((check) => check.verdict === 'fail').flatMap(({ found }) => found);
};

const good = fileOf([recording.disclosure, reason.disclosure]);

describe('a disclosures file', () => {
  test('has this form, byte for byte, and these digests', () => {
    // Salt, name and value of 16 bytes of 01, written and hashed by another program.
    const known = 'WyJBUUVCQVFFQkFRRUJBUUVCQVFFQkFRIiwicmVjb3JkaW5nIiwibGltaXRlZCJd';
    expect(recording).toEqual({ disclosure: known, digest: 'nBq0EYRIQg_Rs0fiNcBvIiOqQAjrOSt5DrC6n1Sz5lM' });
    expect(fileOf([known])).toBe(
      `{"disclosures":["${known}"],"entry":1,"format":"saksi-disclosures","howToVerify":"In a copy of saksi, with the ` +
        'log that this is about: npm run -s verify -- LOG --key KEY --disclosures THIS. Whoever has this file reads what it ' +
        `discloses.","leafHash":"${hashAt(1)}","logId":"4x7k2q9d1m3n5p8r0s6t7v2w4y","version":1}\n`,
    );
  });

  test('that is right is said field by field, and the log stays intact', () => {
    const report = verify(good);
    expect(report.verdict).toBe('intact');
    expect(report.disclosed).toEqual([
      { index: 1, action: 'consent.given', field: 'recording', value: 'limited' },
      { index: 1, action: 'consent.given', field: 'reason', value: 'သူ ကြောက်သည်' },
    ]);
    expect(report.checks.at(-1)).toMatchObject({ verdict: 'pass', found: [] });
  });

  test('of which nothing is asked is in no report', () => {
    const report = verifyExport(log, { key: signer });
    expect(report).toMatchObject({ verdict: 'intact', disclosed: [] });
    expect(report.checks.some(({ name }) => name.startsWith('disclosures'))).toBe(false);
  });

  test('with any byte of it changed, taken out or put in is never right', () => {
    const bytes = Buffer.from(fileOf([recording.disclosure]));
    const ofLog = { logId, sealing: entries.map((entry, at) => ({ entry, leafHash: hashAt(at) })) };
    expect(readDisclosures(bytes, ofLog).found).toEqual([]);
    let tried = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      const changed = [byte ^ 1, byte ^ 0x20, byte ^ 0x80, 0, 10, 13, 32, 34, 0xff].filter(
        (to) => to !== byte,
      );
      const files = [
        ...changed.map((to) => {
          const copy = Buffer.from(bytes);
          copy[at] = to;
          return copy;
        }),
        Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
        Buffer.concat([bytes.subarray(0, at), Buffer.from(' '), bytes.subarray(at)]),
        bytes.subarray(0, at),
      ];
      for (const file of files) {
        tried += 1;
        const { found, disclosed } = readDisclosures(file, ofLog);
        if (found.length !== 1 || disclosed.length > 0) expect.fail(`byte ${at}: ${file.toString()}`);
      }
    }
    expect(tried).toBeGreaterThan(4_000);
    expect(verify(Buffer.concat([bytes, Buffer.from('\n')])).verdict).toBe('failed');
  });
});

describe('a disclosure that is not right is named, and what is right beside it is still said', () => {
  test.each<[string, string, string]>([
    ['of another entry', other.disclosure, 'opens a field of entry 2, not of this one'],
    [
      'that fits nothing here',
      commitment('recording', 'yes', salt(9)).disclosure,
      'opens nothing in this log',
    ],
    ['whose digest stands twice', twice.disclosure, 'opens a digest that stands in this log 2 times'],
    ['of another name', misnamed.disclosure, 'stands under "mark" in the log and says that it is "language"'],
    ['of no well-formed text', half.disclosure, 'of field "note" is no well-formed text'],
    [
      'that is none, though its digest stands there',
      junk.disclosure,
      'opens field "junk" and is no disclosure',
    ],
    ['that stands in the file twice', recording.disclosure, 'stands there twice'],
  ])('one %s', (_, disclosure, why) => {
    const file = fileOf([recording.disclosure, disclosure]);
    expect(faultsOf(file)).toEqual([expect.stringContaining(`Disclosure 2 ${why}`)]);
    expect(verify(file).disclosed.map(({ field }) => field)).toEqual(['recording']);
  });

  test.each<[string, string, string]>([
    ['of another log', fileOf([recording.disclosure], { logId: otherLogId }), 'are of another log'],
    ['of an entry that is not there', fileOf([recording.disclosure], { entry: 7 }), 'no entry 7'],
    ['of an entry that seals nothing', fileOf([recording.disclosure], { entry: 0 }), 'no entry 0'],
    [
      'of the same place in another log',
      fileOf([recording.disclosure], { leafHash: hashAt(2) }),
      'is not the one',
    ],
    [
      'of another format',
      good.replace('saksi-disclosures', 'saksi-disclosure'),
      'not one line of canonical JSON',
    ],
    ['with a field more', good.replace(',"entry"', ',"a":1,"entry"'), 'not one line of canonical JSON'],
    ['with a key twice', good.replace('"version":1', '"version":1,"version":1'), 'not one line'],
    ['that is empty', '', 'does not end with a line end'],
  ])('a file %s', (_, file, why) => {
    expect(faultsOf(file)).toEqual([expect.stringContaining(why)]);
    expect(verify(file).disclosed).toEqual([]);
  });

  test('of a log that was changed is no better than the log', () => {
    const changed = Buffer.from(log.toString().replace('"epoch":4', '"epoch":5'));
    expect(verifyExport(changed, { key: signer, disclosures: Buffer.from(good) }).verdict).toBe('failed');
  });
});

describe('the command', () => {
  let folder: string;
  const put = (name: string, text: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'saksi-disclosures-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const command = (disclosures: string) => {
    const args = [put('log.jsonl', log), '--key', key, '--disclosures', put('opened.json', disclosures)];
    const { status, stdout } = spawnSync(process.execPath, ['functions/custody/verify-cli.ts', ...args], {
      encoding: 'utf8',
      env: {},
    });
    return { status, text: stdout };
  };

  test('prints each field escaped, and leaves with 0', () => {
    const { status, text } = command(fileOf([recording.disclosure, nasty.disclosure]));
    expect(text).toContain('    entry 1 (consent.given), recording: "limited"\n');
    expect(text).toContain('    entry 1 (consent.given), how: "\\u{1b}[2J\\u{202e}yes\\"\\\\\\u{a}"\n');
    for (const unseen of ['\u001b', '\u202e']) expect(text).not.toContain(unseen);
    expect(text).toContain('verdict: intact\n');
    expect(status).toBe(0);
  });

  test('names what is wrong, and leaves with 1', () => {
    const { status, text } = command(fileOf([misnamed.disclosure]));
    expect(text).toContain('Disclosure 1 stands under "mark"');
    expect(text).toContain('verdict: FAILED\n');
    expect(status).toBe(1);
  });
});

test('letters of every script are printed as they are', () => {
  const text = 'ภาษาไทย ភាសាខ្មែរ ພາສາລາວ မြန်မာ Tiếng Việt 中文 é 👍';
  expect(escaped(text)).toBe(text);
  expect(escaped('a\u200bb\ud800')).toBe('a\\u{200b}b\\u{d800}');
});

test('the entries of this test are what they are said to be', () => {
  expect(Buffer.from(leafHash(Buffer.from(leaves[1]?.leaf ?? ''))).toString('base64')).toBe(hashAt(1));
});
