import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../functions/custody/canonical.ts';
import { signNote } from '../../functions/custody/note.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { localSigner } from './local-signer.ts';
import { logId, otherLogId, sampleCheckpoint, sampleExport, signer } from './sample-log.ts';
import { file, found, good, lines, verify } from './good-file.ts';

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
