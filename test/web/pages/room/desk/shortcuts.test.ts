import { expect, it } from 'vitest';
import { shortcutOf } from '../../../../../web/src/pages/room/desk/shortcuts.ts';
import { isSilent, silentSince } from '../../../../../web/src/pages/room/desk/silent-microphone.ts';

const press = (key: string, more: object = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...more,
});

it('knows a key by its letter, large or small, and on a keyboard of other letters by where it is', () => {
  expect(shortcutOf(press('m'), false)).toBe('microphone');
  expect(shortcutOf(press('M'), false)).toBe('microphone');
  expect(shortcutOf(press('?'), false)).toBe('help');
  expect(shortcutOf(press('ท', { code: 'KeyM' }), false)).toBe('microphone');
  // On a French keyboard the key that elsewhere has the semicolon is the letter itself.
  expect(shortcutOf(press('m', { code: 'Semicolon' }), false)).toBe('microphone');
  expect(shortcutOf(press('x'), false)).toBeUndefined();
  expect(shortcutOf(press('toString'), false)).toBeUndefined();
});

it('leaves alone what is typed, what the browser has of its own, and a key that is held', () => {
  expect(shortcutOf(press('m'), true)).toBeUndefined();
  for (const held of ['ctrlKey', 'altKey', 'metaKey', 'repeat'])
    expect(shortcutOf(press('m', { [held]: true }), false)).toBeUndefined();
});

it('a microphone is silent once it gave nothing for eight seconds; the noise of a quiet room is something', () => {
  const since = silentSince(undefined, 0, 1_000);
  expect(since).toBe(1_000);
  expect(silentSince(since, 0.000_1, 5_000)).toBe(1_000);
  expect(silentSince(since, 0.002, 5_000)).toBeUndefined();
  expect([isSilent(since, 8_999), isSilent(since, 9_000), isSilent(undefined, 9_000)]).toEqual([
    false,
    true,
    false,
  ]);
});
