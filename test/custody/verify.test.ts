import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalText } from '../../functions/custody/canonical.ts';
import { entryLine } from '../../functions/custody/export-file.ts';
import { signNote } from '../../functions/custody/note.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { localSigner } from './local-signer.ts';
import {
  grow,
  key,
  logId,
  otherLogId,
  sampleCheckpoint,
  sampleEntry,
  sampleId,
  sampleExport,
  signer,
  storedLeaf,
} from './sample-log.ts';

const good = await sampleExport(9);
const goodBytes = Buffer.from(good);
const lines = good.slice(0, -1).split('\n');

const verify = (file: string | Uint8Array, options = {}) =>
  verifyExport(Buffer.from(file), { key: signer, ...options });
const file = (parts: readonly string[]) => `${parts.join('\n')}\n`;
const found = (file_: string | Uint8Array, options = {}) =>
  verify(file_, options)
    .checks.filter(({ verdict }) => verdict === 'fail')
    .flatMap((check) => check.found)
    .join('\n');

describe('an untouched file', () => {
  test('is intact with the key, and says what it was checked against', () => {
    const report = verify(good, { expectSize: 9 });
    expect(report.checks.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(report).toMatchObject({ verdict: 'intact', size: 9, logId, key, notes: [] });
  });

  test('is only consistent without the key', () => {
    const report = verifyExport(goodBytes);
    expect(report.verdict).toBe('consistent');
    expect(report.checks.find(({ name }) => name.startsWith('origin'))?.verdict).toBe('not checked');
  });
});

describe('any byte that changes', () => {
  /** Bit flips, white space, line ends, NUL, a quote, capital for small. */
  const others = (byte: number) =>
    [byte ^ 1, byte ^ 0x20, byte ^ 0x80, 0, 10, 13, 32, 34, 0xff].filter((other) => other !== byte);

  test('at every place of the file: never intact; in an entry, that entry is named', async () => {
    const small = Buffer.from(await sampleExport(3));
    let line = 0;
    for (let at = 0; at < small.length; at += 1) {
      const choices = others(small[at] as number);
      // The lowest bit at each byte, for a digit makes another digit; the others in turn.
      for (const to of [choices[0], choices[1 + (at % (choices.length - 1))]] as number[]) {
        const changed = Buffer.from(small);
        changed[at] = to;
        const report = verify(changed);
        expect(report.verdict, `byte ${at} to ${to}`).toBe('failed');
        const said = report.checks
          .filter(({ verdict }) => verdict === 'fail')
          .flatMap((check) => check.found);
        const named = said.some((what) => what.startsWith(`entry ${line - 1} (`));
        if (line >= 1 && line <= 3) expect(named, `byte ${at} to ${to}: ${said.join()}`).toBe(true);
      }
      if (small[at] === 10) line += 1;
    }
    expect(line).toBe(5);
  }, 60_000);

  test('a random byte to a random value, put in, or taken out', () => {
    fc.assert(
      fc.property(
        fc.nat(goodBytes.length - 1),
        fc.nat(255),
        fc.constantFrom('set', 'insert', 'remove'),
        (at, to, how) => {
          fc.pre(how !== 'set' || goodBytes[at] !== to);
          const head = goodBytes.subarray(0, at);
          const tail = goodBytes.subarray(how === 'insert' ? at : at + 1);
          const changed = Buffer.concat([head, how === 'remove' ? Buffer.alloc(0) : Buffer.of(to), tail]);
          expect(verify(changed).verdict).toBe('failed');
        },
      ),
      { numRuns: 200 },
    );
  });

  test('the entry is named by index, action and id', () => {
    const changed = good.replace('"epoch":4', '"epoch":5');
    expect(found(changed)).toContain(
      `entry 4 (room.paused, ${sampleId(4)}): its content does not have its leaf hash`,
    );
  });

  test.each([
    ['a byte-order mark', `\ufeff${good}`],
    ['an empty line at the end', `${good}\n`],
    ['a space at the end', `${good} `],
    ['no line end at the end', good.slice(0, -1)],
    ['carriage returns', good.replaceAll('\n', '\r\n')],
    ['an empty file', ''],
    ['one line end', '\n'],
    ['a header alone', file(lines.slice(0, 1))],
  ])('%s fails', (_, changed) => {
    expect(verify(changed).verdict).toBe('failed');
  });
});

describe('whole lines', () => {
  test('cut off in front, in the middle, at the end', () => {
    for (const at of [1, 4, 9]) expect(found(file(lines.toSpliced(at, 1)))).toContain('the file has 8');
    expect(found(file(lines.slice(0, -1)))).toContain('The last line is no checkpoint');
    expect(found(file(lines.slice(1)))).toContain('The first line is no header');
  });

  test('exchanged, doubled, put in', () => {
    const [third, fourth] = [lines[3] as string, lines[4] as string];
    expect(found(file(lines.toSpliced(3, 2, fourth, third)))).toContain('entry 2 (pass.minted');
    expect(found(file(lines.toSpliced(3, 0, third)))).toContain('has the id of entry 2');
  });

  test("another log's entry", async () => {
    const other = (await sampleExport(9, signer, otherLogId)).split('\n')[4] as string;
    expect(found(file(lines.toSpliced(4, 1, other)))).toMatch(
      /entry 3 \(pass.minted, .*belongs to another log/,
    );
  });

  test('an entry made anew with its own right leaf hash is caught by the root', async () => {
    const forged = (await sampleExport(9)).split('\n');
    const entry = grow([sampleEntry(0), sampleEntry(1), sampleEntry(2)]).entries[2];
    if (entry === undefined) throw new Error('no entry');
    forged[3] = entryLine(storedLeaf({ ...entry, action: 'seat.removed' }));
    expect(found(forged.join('\n'))).toBe('The root recomputed from the entries is not the signed root.');
  });
});

describe('a file that fits together but is not ours', () => {
  const stranger = localSigner(signer.name, 2);

  test('re-signed with another key of the same name', async () => {
    const forged = await sampleExport(9, stranger);
    expect(verifyExport(Buffer.from(forged)).verdict).toBe('consistent');
    expect(found(forged)).toBe('The key in the file is not the key given.');
  });

  test('re-signed, with our key written into the header', async () => {
    const forged = (await sampleExport(9, stranger)).split('\n');
    forged[0] = lines[0] as string;
    expect(found(forged.join('\n'))).toContain('not signed by the key');
  });

  test('a second signature line: this format has none, since nothing would bind its bytes', async () => {
    const two = (await sampleCheckpoint(9)) + (await sampleCheckpoint(9, stranger)).split('\n\n')[1];
    const doubled = canonicalText({ checkpoint: two });
    expect(found(file([...lines.slice(0, -1), doubled]))).toContain('exactly one signature');
  });

  /** What our own key would have to sign for these to pass; it never does, and they fail all the same. */
  const signedBy = async (origin: string, size: number) => {
    const note = await signNote(`${origin}\n${size}\n${verify(good).root}\n`, signer);
    return canonicalText({ checkpoint: note });
  };

  test('the right root under another size', async () => {
    const changed = [...lines.slice(0, -1), await signedBy(`${signer.name}/${logId}`, 8)];
    expect(found(file(changed))).toContain('The checkpoint covers 8 entries, the file has 9.');
    const header = (lines[0] as string).replace('"size":9', '"size":8');
    expect(found(file([header, ...lines.slice(1)]))).toBe('The header says 8 entries, the file has 9.');
  });

  test('an origin that is not made of the key and the log', async () => {
    const origin = `${signer.name}/${otherLogId}`;
    const header = (lines[0] as string).replace(`"origin":"${signer.name}/${logId}"`, `"origin":"${origin}"`);
    expect(header).not.toBe(lines[0]);
    const changed = [header, ...lines.slice(1, -1), await signedBy(origin, 9)];
    expect(found(file(changed))).toContain('The origin in the header is not that of this key and log.');
  });

  test('the checkpoint of another log of the same signer', async () => {
    const other = await sampleExport(9, signer, otherLogId);
    expect(found(file([...lines.slice(0, -1), other.split('\n').at(-2) as string]))).toContain(
      'of another log',
    );
  });
});

describe('a shorter log with its own older checkpoint', () => {
  test('is complete in itself, and says how many entries it has', async () => {
    expect(verify(await sampleExport(5))).toMatchObject({ verdict: 'intact', size: 5 });
  });

  test('is caught by the size or by a receipt from elsewhere', async () => {
    const short = await sampleExport(5);
    expect(found(short, { expectSize: 9 })).toContain('The file has 5 entries; 9 were expected.');
    expect(found(short, { receipt: await sampleCheckpoint(9) })).toContain('the file has only 5');
  });

  test('a receipt at any size up to the whole is a prefix', async () => {
    for (let size = 1; size <= 9; size += 1) {
      expect(verify(good, { receipt: await sampleCheckpoint(size) }).verdict).toBe('intact');
    }
  });

  test('a receipt of another log, by another key, or of another history is caught', async () => {
    expect(found(good, { receipt: await sampleCheckpoint(5, signer, otherLogId) })).toContain(
      'receipt is of another log',
    );
    expect(found(good, { receipt: await sampleCheckpoint(5, localSigner(signer.name, 2)) })).toContain(
      'not signed by the key',
    );
    expect(found(good, { receipt: 'hello' })).toContain('no signature part');
    const fork = await signNote(
      `${signer.name}/${logId}\n5\n${Buffer.alloc(32).toString('base64')}\n`,
      signer,
    );
    expect(found(good, { receipt: fork })).toContain('are not those of the file');
  });
});

describe('the command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'saksi-verify-'));
    writeFileSync(join(folder, 'log.jsonl'), good);
    writeFileSync(join(folder, 'bad.jsonl'), good.replace('"epoch":4', '"epoch":5'));
    writeFileSync(join(folder, 'key.txt'), `${key}\n`);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const command = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['functions/custody/verify-cli.ts', ...args],
      {
        encoding: 'utf8',
        env: {},
      },
    );
    return { status, text: stdout + stderr };
  };

  test('says intact and leaves with 0, with the key as text or in a file', () => {
    for (const given of [key, join(folder, 'key.txt')]) {
      const { status, text } = command(join(folder, 'log.jsonl'), '--key', given, '--expect-size', '9');
      expect(text).toContain('verdict: intact\n');
      expect(text).toContain('Not proved by this file');
      expect(status).toBe(0);
    }
  });

  test('without a key: consistent, and 3', () => {
    const { status, text } = command(join(folder, 'log.jsonl'));
    expect(text).toContain('verdict: consistent; origin not checked\n');
    expect(status).toBe(3);
  });

  test('with one byte changed: names the entry, and 1', () => {
    const { status, text } = command(join(folder, 'bad.jsonl'), '--key', key);
    expect(text).toContain(`entry 4 (room.paused, ${sampleId(4)})`);
    expect(text).toContain('verdict: FAILED\n');
    expect(status).toBe(1);
  });

  test.each([
    ['no file', []],
    ['two files', ['a', 'b']],
    ['a file that is not there', ['/nowhere/log.jsonl']],
    ['an unknown option', ['x', '--force']],
    ['a key that is none', ['x', '--key', 'abc']],
    ['a size that is none', ['x', '--expect-size', '1e3']],
  ])('%s: usage, and 2', (_, args) => {
    const { status, text } = command(...args);
    expect(text).toContain('Usage: npm run -s verify');
    expect(status).toBe(2);
  });
});
