import { describe, expect, test } from 'vitest';
import { matching } from '../../../web/src/parts/matching.ts';

const people = [
  { value: '1', label: 'Burmese – Thai: Đặng Văn Bình (Hà Nội)' },
  { value: '2', label: 'Shan – Thai: Thida Aung (Yangon)' },
  { value: '3', label: 'ภาษาไทย: สมชาย' },
];
const found = (typed: string) => matching(people, typed).map(({ value }) => value);

describe('what was typed means', () => {
  test('all, while nothing is typed', () => {
    expect(found('')).toEqual(['1', '2', '3']);
    expect(found('   ')).toEqual(['1', '2', '3']);
  });

  test('whoever has each of the words, in any order, great or small', () => {
    expect(found('thai')).toEqual(['1', '2']);
    expect(found('yangon THIDA')).toEqual(['2']);
    expect(found('thida nobody')).toEqual([]);
  });

  test('also whom the keyboard cannot write', () => {
    expect(found('dang van binh')).toEqual(['1']);
    expect(found('hà nội')).toEqual(['1']);
    expect(found('สมชาย')).toEqual(['3']);
  });
});
