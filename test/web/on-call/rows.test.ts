import { expect, test } from 'vitest';
import { moved, type Row } from '../../../web/src/on-call/rows.ts';

const row = (pseudonym: string): Row => ({ pseudonym, role: 'clerk', label: 'Registry', telephone: 'none' });
const rows = ['C-2222', 'C-4444', 'C-6666'].map(row);

test('whoever is moved is called one place earlier, and nobody is lost', () => {
  const order = (at: number) => moved(rows, at).map(({ pseudonym }) => pseudonym);
  expect(order(1)).toEqual(['C-4444', 'C-2222', 'C-6666']);
  expect(order(2)).toEqual(['C-2222', 'C-6666', 'C-4444']);
});
