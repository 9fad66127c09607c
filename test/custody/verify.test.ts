import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryLine } from '../../functions/custody/export-file.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import {
  grow,
  key,
  logId,
  otherLogId,
  sampleEntry,
  sampleId,
  sampleExport,
  signer,
  storedLeaf,
} from './sample-log.ts';
import { file, found, good, lines, verify } from './good-file.ts';

const goodBytes = Buffer.from(good);

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
