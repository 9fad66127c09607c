import { expect, test } from 'vitest';
import { isNoNumber, moved, said, type Row } from '../../../web/src/on-call/rows.ts';

const row = (pseudonym: string): Row => ({ pseudonym, role: 'clerk', label: 'Registry', telephone: 'none' });
const rows = ['C-2222', 'C-4444', 'C-6666'].map(row);

test('whoever is moved is called one place earlier, and nobody is lost', () => {
  const order = (at: number) => moved(rows, at).map(({ pseudonym }) => pseudonym);
  expect(order(1)).toEqual(['C-4444', 'C-2222', 'C-6666']);
  expect(order(2)).toEqual(['C-2222', 'C-6666', 'C-4444']);
});

test('what is typed is sent without the signs between its digits, and nothing where nothing is typed', () => {
  const typed = (more: Partial<Row>) => said({ ...row('C-2222'), ...more });
  expect(typed({ number: '+66 (81) 234-5678' })).toEqual({ pseudonym: 'C-2222', telephone: '+66812345678' });
  expect(typed({})).toEqual({ pseudonym: 'C-2222' });
  expect(typed({ number: ' ' })).toEqual({ pseudonym: 'C-2222' });
  expect(typed({ number: '+66812345678', noText: true })).toEqual({ pseudonym: 'C-2222', telephone: 'none' });
});

test('a number without the country’s code is none', () => {
  expect(
    ['+66 81 234 5678', '', ' ', '081 234', '+0812345678'].map((number) =>
      isNoNumber({ ...row('C-2222'), number }),
    ),
  ).toEqual([false, false, false, true, true]);
});
