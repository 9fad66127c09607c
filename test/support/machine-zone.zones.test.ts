import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchMachineZone } from './machine-zone.ts';

let roads: string[] = [];
let end = () => {};
beforeEach(() => {
  roads = [];
  end = watchMachineZone((road) => roads.push(road));
});
afterEach(() => end());

const at = Date.UTC(2026, 10, 24, 9, 5);

test.each<[string, () => unknown]>([
  ['the hour', () => new Date(at).getHours()],
  ['the weekday', () => new Date(at).getDay()],
  ['a new minute', () => new Date(at).setMinutes(3)],
  ['how far it is from UTC', () => new Date(at).getTimezoneOffset()],
  ['as text', () => String(new Date(at))],
  ['in words, without a zone', () => new Date(at).toLocaleString('en-GB')],
  ['today, as text', () => Date()],
  ['made of parts', () => new Date(2026, 10, 24)],
  ['made of a text without an offset', () => new Date('2026-11-24T09:05')],
  ['parsed without an offset', () => Date.parse('2026-11-24T09:05:00.000')],
  ['parsed as people write it', () => Date.parse('24 Nov 2026 09:05')],
  ['a format without a zone', () => new Intl.DateTimeFormat('en-GB').format(at)],
  ['the name of the zone', () => Intl.DateTimeFormat().resolvedOptions().timeZone],
])('%s is noticed', (_, ask) => {
  ask();
  expect(roads).not.toEqual([]);
});

test.each<[string, () => unknown]>([
  ['UTC parts', () => new Date(at).getUTCHours()],
  ['as an instant', () => new Date('2026-11-24T09:05+06:30').toISOString()],
  ['a day, which is UTC', () => Date.parse('2026-11-24')],
  ['what is no date', () => new Date('no date').getTime()],
  ['a copy, and now', () => [new Date(new Date(at)), new Date(), Date.now()]],
  ['a format that is told its zone', () => new Intl.DateTimeFormat('th', { timeZone: 'UTC' }).format(at)],
])('%s is not', (_, ask) => {
  ask();
  expect(roads).toEqual([]);
});

test('this run really is in the zone it was asked to be in', () => {
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['TZ'] ?? 'UTC');
});

test('a watched date is a date, and once it is over all is as it was', () => {
  expect(new Date(at)).toBeInstanceOf(Date);
  const watched = Date;
  end();
  expect(new Date(at)).toBeInstanceOf(watched);
  expect(Date).not.toBe(watched);
  expect(new Date(2026, 10, 24).getHours()).toBe(0);
  expect(roads).toEqual([]);
});
