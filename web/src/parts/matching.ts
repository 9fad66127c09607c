import type { Option } from './fields.tsx';

/** Those of the options that are meant by what was typed: each word of it stands somewhere in the label. */
export function matching(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = simple(typed).split(/\s+/).filter(Boolean);
  return options.filter(({ label }) => {
    const name = simple(label);
    return wanted.every((word) => name.includes(word));
  });
}

/** Small letters, and no marks on Latin ones, so that a name is found by whoever cannot type them. */
const simple = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll('đ', 'd')
    .normalize('NFC');
