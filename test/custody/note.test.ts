import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkpointText, parseCheckpoint } from '../../functions/custody/checkpoint.ts';
import {
  encodeVerifierKey,
  NoteError,
  openNote,
  parseNote,
  parseVerifierKey,
  publicKeyOfSpki,
  signNote,
} from '../../functions/custody/note.ts';
import { localSigner } from './local-signer.ts';

/** The example of the signed-note format's first implementation (Go, golang.org/x/mod/sumdb/note). */
const knownKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const knownNote =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

describe('verifier keys', () => {
  test('the known key is read and written as it was', () => {
    expect(encodeVerifierKey(parseVerifierKey(knownKey))).toBe(knownKey);
  });

  test.each([
    ['another id', knownKey.replace('c74f20a3', 'c74f20a4')],
    ['the id in capitals', knownKey.replace('c74f20a3', 'C74F20A3')],
    ['another name', knownKey.replace('Peter', 'Petra')],
    ['another type', knownKey.replace('+ARpc', '+ABpc')],
    ['base64 without need', `${knownKey}=`],
    ['a line end', `${knownKey}\n`],
    ['a space in the name', knownKey.replace('Peter', 'Peter ')],
    ['nothing', ''],
  ])('%s is refused', (_, key) => {
    expect(() => parseVerifierKey(key)).toThrow(NoteError);
  });

  test('only the SPKI of an Ed25519 key is taken', () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    expect(publicKeyOfSpki(spki)).toHaveLength(32);
    expect(() => publicKeyOfSpki(spki.subarray(1))).toThrow(NoteError);
    const x = generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'der' });
    expect(() => publicKeyOfSpki(x)).toThrow(NoteError);
  });
});

describe('notes', () => {
  test('the known note opens with the known key', () => {
    expect(openNote(knownNote, parseVerifierKey(knownKey)).text).toContain('cryptography');
  });

  test('what is signed opens; signing again gives the same bytes', async () => {
    const signer = localSigner('saksi.test/custody', 1);
    const note = await signNote('first\n\nsecond\n', signer);
    expect(await signNote('first\n\nsecond\n', signer)).toBe(note);
    expect(openNote(note, signer).text).toBe('first\n\nsecond\n');
  });

  test('every single byte that changes is noticed', async () => {
    const signer = localSigner('saksi.test/custody', 1);
    const bytes = Buffer.from(await signNote('origin\n12\nroot\n', signer));
    for (let at = 0; at < bytes.length; at += 1) {
      for (const to of [(bytes[at] as number) ^ 1, (bytes[at] as number) ^ 0x20, 10, 32]) {
        if (to === bytes[at]) continue;
        const changed = Buffer.from(bytes);
        changed[at] = to;
        expect(() => openNote(changed.toString('utf8'), signer), `byte ${at} to ${to}`).toThrow();
      }
    }
  });

  test("a stranger's signature beside ours is ignored; a wrong one of ours is not", async () => {
    const [ours, other] = [localSigner('saksi.test/custody', 1), localSigner('witness.test', 2)];
    const note = await signNote('text\n', ours);
    const strangers = (await signNote('text\n', other)).split('\n\n')[1] as string;
    const wrong = (await signNote('else\n', ours)).split('\n\n')[1] as string;
    expect(openNote(note + strangers, ours).signatures).toHaveLength(2);
    expect(() => openNote(`text\n\n${strangers}`, ours)).toThrow('not signed by the key');
    expect(() => openNote(note + wrong, ours)).toThrow('wrong');
  });

  test.each([
    ['no signatures', 'text\n'],
    ['an empty signature part', 'text\n\n'],
    ['no line end at the end', knownNote.slice(0, -1)],
    ['a carriage return', knownNote.replace('problem,\n', 'problem,\r\n')],
    ['a hyphen for the dash', knownNote.replace('—', '-')],
    ['two spaces', knownNote.replace('— ', '—  ')],
    ['a plus in the name', knownNote.replace('PeterNeumann', 'Peter+Neumann')],
    ['loose base64', knownNote.replace('nAM=', 'nAN=')],
    ['a lone surrogate', knownNote.replace('problem', '\ud800')],
  ])('%s is refused', (_, note) => {
    expect(() => parseNote(note)).toThrow(NoteError);
  });

  test('a signer that gives a bad signature publishes nothing', async () => {
    const signer = localSigner('saksi.test/custody', 1);
    await expect(signNote('text\n', { ...signer, sign: async () => new Uint8Array(64) })).rejects.toThrow(
      NoteError,
    );
    await expect(signNote('no line end', signer)).rejects.toThrow(NoteError);
  });
});

describe('checkpoints', () => {
  const root = Buffer.alloc(32, 7);
  const good = checkpointText({ origin: 'saksi.test/custody/x', size: 42n, root });

  test('is three lines and comes back', () => {
    expect(good).toBe(`saksi.test/custody/x\n42\n${root.toString('base64')}\n`);
    expect(parseCheckpoint(good)).toMatchObject({ origin: 'saksi.test/custody/x', size: 42n });
    expect(parseCheckpoint(good.replace('42', String(2n ** 63n - 1n))).size).toBe(2n ** 63n - 1n);
  });

  test.each([
    ['a leading zero', good.replace('42', '042')],
    ['a sign', good.replace('42', '+42')],
    ['a size past 63 bits', good.replace('42', String(2n ** 63n))],
    ['a size of twenty digits', good.replace('42', '10000000000000000000')],
    ['a root of 31 bytes', good.replace(root.toString('base64'), Buffer.alloc(31).toString('base64'))],
    ['base64url', good.replace(root.toString('base64'), Buffer.alloc(32, 255).toString('base64url'))],
    ['no origin', good.replace('saksi.test/custody/x', '')],
    ['no last line end', good.slice(0, -1)],
    ['an empty extension line', `${good}\n`],
  ])('%s is refused', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(NoteError);
  });
});
