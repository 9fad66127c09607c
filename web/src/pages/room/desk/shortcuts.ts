import { useEffect, useRef } from 'react';

/** What can be done by one key, and by which. */
export const shortcuts = {
  m: 'microphone',
  c: 'camera',
  p: 'pause',
  g: 'grid',
  w: 'witness',
  f: 'fullScreen',
  '+': 'closer',
  '-': 'farther',
  '?': 'help',
} as const;
export type Shortcut = (typeof shortcuts)[keyof typeof shortcuts];

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>;

/**
 * On a keyboard of other letters the key counts that has this one on most keyboards.
 * @param typing whether the press goes into something that takes letters itself
 */
export function shortcutOf(pressed: Pressed, typing: boolean): Shortcut | undefined {
  if (typing || pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.repeat) return undefined;
  const typed = pressed.key.toLowerCase();
  const key = /^[ -~]$/.test(typed) ? typed : pressed.code.replace(/^Key/, '').toLowerCase();
  return Object.hasOwn(shortcuts, key) ? shortcuts[key as keyof typeof shortcuts] : undefined;
}

const SWITCH = 'saksi.shortcuts';

/** Single keys can be switched off (WCAG 2.1.4): who speaks to their computer would press them by talking. */
export const shortcutsAreOn = (): boolean => localStorage.getItem(SWITCH) !== 'off';
export const switchShortcuts = (on: boolean): void => localStorage.setItem(SWITCH, on ? 'on' : 'off');

const takesLetters = 'input, select, textarea, [contenteditable], [role="listbox"], dialog';

/** Does what a key stands for while the page is there and no dialog is open over it. */
export function useShortcuts(on: boolean, does: Readonly<Partial<Record<Shortcut, () => void>>>): void {
  const latest = useRef(does);
  useEffect(() => {
    latest.current = does;
  });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      const typing =
        (event.target instanceof Element && event.target.closest(takesLetters) !== null) ||
        document.querySelector('dialog[open]') !== null;
      const shortcut = shortcutOf(event, typing);
      const act = shortcut === undefined ? undefined : latest.current[shortcut];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [on]);
}
