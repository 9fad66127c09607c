import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hiddenName, importKey, seal, unseal } from '../../../web/src/drafts/sealing.ts';
import { isLike } from '../../../web/src/drafts/shape.ts';

const newKey = () => importKey(randomBytes(32).toString('base64'));
const typed = [
  ['reference', 'MLA 1/2026'],
  ['witness.zone', 'Asia/Yangon'],
];

describe('what was typed is sealed', () => {
  it('and is there again under the same key, for the same form', async () => {
    const key = await newKey();
    expect(await unseal(key, 'permission s', await seal(key, 'permission s', typed))).toEqual(typed);
  });

  it('so that nobody reads it who has another key, or puts it in another form’s place', async () => {
    const key = await newKey();
    const sealed = await seal(key, 'permission s', typed);
    await expect(unseal(await newKey(), 'permission s', sealed)).rejects.toThrow();
    await expect(unseal(key, 'permission t', sealed)).rejects.toThrow();
    const bytes = new Uint8Array(sealed.bytes.slice(0));
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    await expect(unseal(key, 'permission s', { ...sealed, bytes: bytes.buffer })).rejects.toThrow();
  });

  it('under a key that nothing can read back, and never twice alike', async () => {
    const key = await newKey();
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    const [one, two] = [await seal(key, 'f', typed), await seal(key, 'f', typed)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(false);
    expect(Buffer.from(one.bytes).toString('latin1')).not.toContain('Yangon');
  });

  it('under a name that tells neither whose nor which it is', async () => {
    const name = await hiddenName('person', 'consent s');
    expect(name).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(name).not.toBe(await hiddenName('other', 'consent s'));
    // Not to be mistaken for another pair.
    expect(await hiddenName('a', 'b c')).not.toBe(await hiddenName('a b', 'c'));
  });
});

describe('what was kept stands in for a page’s beginning', () => {
  const like = { days: [], minutes: 60, kind: 'interview', note: undefined };
  it('where it has the same fields', () => {
    expect(isLike({ days: [{}], minutes: 5, kind: 'rehearsal' }, like)).toBe(true);
  });
  it.each([
    undefined,
    null,
    'x',
    {},
    { days: {}, minutes: 5, kind: 'x' },
    { days: [], minutes: '5', kind: 'x' },
  ])('and not where it is %j', (kept) => expect(isLike(kept, like)).toBe(false));
});
