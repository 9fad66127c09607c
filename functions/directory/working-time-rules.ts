import type * as z from 'zod';
import { Refusal, type FieldError } from '../shared/refusals.ts';
import { addMinutes } from '../shared/values/instants.ts';
import type { WorkingTime, InterpreterProfile, weeklyHours } from './port/working-time.ts';

/**
 * What a calendar or profile must be beyond its shape. Each fault is named with its place, so that a form can show it
 * where it lies.
 */

/** Days that the zone table can place; see `shared/values/zones.ts`. */
const firstDay = '2024-01-01';
const lastDay = '2037-12-31';
/** Days; whoever is away for longer has no calendar to speak of. */
const longestBlock = 366;

type Hours = z.output<typeof weeklyHours>;

/** @param at where the calendar stands in the request, as a JSON Pointer */
export function faultsOfWorkingTime({ weekly, daysOff, blocks }: WorkingTime, at: string): FieldError[] {
  return [
    ...weekly.flatMap((hours, index) =>
      faultsOfHours(hours, weekly.slice(0, index), `${at}/weekly/${index}`),
    ),
    ...daysOff.flatMap((day, index) => {
      const pointer = `${at}/daysOff/${index}`;
      if (!inTable(day)) return [{ pointer, message: outOfTable }];
      return daysOff.indexOf(day) < index ? [{ pointer, message: 'That day is there twice.' }] : [];
    }),
    ...blocks.flatMap((block, index) => {
      const pointer = `${at}/blocks/${index}`;
      if (!inTable(block.start.slice(0, 10)) || !inTable(block.end.slice(0, 10)))
        return [{ pointer, message: outOfTable }];
      const tooLong = block.end > addMinutes(block.start, longestBlock * 24 * 60);
      return tooLong ? [{ pointer, message: `A block is at most ${longestBlock} days long.` }] : [];
    }),
  ];
}

const inTable = (day: string): boolean => day >= firstDay && day <= lastDay;
const outOfTable = 'The day is outside the years 2024 to 2037.';

function faultsOfHours(hours: Hours, earlier: readonly Hours[], at: string): FieldError[] {
  const { validFrom = firstDay, validUntil = lastDay } = hours;
  if (!inTable(validFrom)) return [{ pointer: `${at}/validFrom`, message: outOfTable }];
  if (!inTable(validUntil)) return [{ pointer: `${at}/validUntil`, message: outOfTable }];
  if (validFrom > validUntil)
    return [{ pointer: `${at}/validUntil`, message: 'The hours must not stop before they begin to hold.' }];
  const message = 'These hours overlap other hours of the same weekday.';
  return earlier.some((other) => overlap(hours, other)) ? [{ pointer: at, message }] : [];
}

const overlap = (one: Hours, other: Hours): boolean =>
  one.weekday === other.weekday &&
  one.from < other.until &&
  other.from < one.until &&
  (one.validFrom ?? firstDay) <= (other.validUntil ?? lastDay) &&
  (other.validFrom ?? firstDay) <= (one.validUntil ?? lastDay);

/** @param now decides whether a vetting lies in the future: later than today everywhere on earth */
export function faultsOfProfile(
  { directions, vettedOn }: InterpreterProfile,
  now: Date,
  at: string,
): FieldError[] {
  const seen = new Set<string>();
  const wrong = directions.flatMap(({ from, to, dialect = '' }, index) => {
    const pointer = `${at}/directions/${index}`;
    if (from === to) return [{ pointer, message: 'A direction goes from one language into another.' }];
    const key = `${from} ${to} ${dialect}`;
    if (seen.has(key)) return [{ pointer, message: 'That direction is there twice.' }];
    seen.add(key);
    return [];
  });
  const latestToday = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  return vettedOn !== undefined && vettedOn > latestToday
    ? [...wrong, { pointer: `${at}/vettedOn`, message: 'A vetting cannot lie in the future.' }]
    : wrong;
}

/** @throws {Refusal} `does-not-fit` with every fault */
export function refuseFaults(faults: readonly FieldError[]): void {
  if (faults.length > 0) throw new Refusal('does-not-fit', {}, faults);
}
