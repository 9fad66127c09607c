import type { WorkingTime } from '../../functions/directory/port/working-time.ts';

/** The hours of the demonstration's offices. */

export const workdays = [1, 2, 3, 4, 5];
export type Spans = readonly (readonly [from: string, until: string])[];

export const weekly = (days: readonly number[], spans: Spans): WorkingTime['weekly'] =>
  days.flatMap((weekday) => spans.map(([from, until]) => ({ weekday, from, until })));

export const courtHours: Spans = [
  ['08:30', '12:00'],
  ['13:00', '16:30'],
];
export const yangonHours: Spans = [
  ['09:30', '12:30'],
  ['13:00', '16:30'],
];
export const vientianeHours: Spans = [
  ['08:00', '12:00'],
  ['13:00', '16:00'],
];
export const phnomPenhHours: Spans = [
  ['08:00', '11:30'],
  ['14:00', '17:30'],
];
export const hoChiMinhHours: Spans = [
  ['07:30', '11:30'],
  ['13:00', '17:00'],
];
