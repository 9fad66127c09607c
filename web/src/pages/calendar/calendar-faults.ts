import type { BlockDraft } from './blocks-form.tsx';
import type { Calendar } from './whose.ts';

/** What is wrong with working time as it is typed, by the field, which is where the service would point as well. */

export type CalendarFault =
  | 'no-time'
  | 'ends-before'
  | 'overlap'
  | 'stops-before'
  | 'outside-years'
  | 'not-added'
  | 'block-ends-before'
  | 'block-too-long';

/** Chosen, and not yet part of the calendar. */
export interface Pending {
  readonly dayOff?: string | undefined;
  readonly block: BlockDraft;
}

/** Days that the zone table can place, as the service has it. */
const firstDay = '2024-01-01';
const lastDay = '2037-12-31';
const longestBlock = 366 * 24 * 3_600_000;

type Hours = Calendar['weekly'][number];

export function faultsOf(
  { weekly, daysOff, blocks, sociable }: Calendar,
  { dayOff, block }: Pending,
): ReadonlyMap<string, CalendarFault> {
  const faults = new Map<string, CalendarFault>();
  for (const [index, hours] of weekly.entries()) {
    const fault = faultOfHours(hours, weekly.slice(0, index));
    if (fault !== undefined) faults.set(`calendar.weekly.${index}`, fault);
  }
  if (dayOff !== undefined) faults.set('calendar.daysOff', 'not-added');
  else if (!daysOff.every(isInTable)) faults.set('calendar.daysOff', 'outside-years');
  if (Object.values(block).some((each) => each !== undefined)) faults.set('calendar.blocks', 'not-added');
  else if (blocks.some(({ start, end }) => Date.parse(end) - Date.parse(start) > longestBlock))
    faults.set('calendar.blocks', 'block-too-long');
  else if (!blocks.every(({ start, end }) => isInTable(start.slice(0, 10)) && isInTable(end.slice(0, 10))))
    faults.set('calendar.blocks', 'outside-years');
  const clocks = faultOfClocks(sociable);
  if (clocks !== undefined) faults.set('calendar.sociable', clocks);
  return faults;
}

const isInTable = (day: string): boolean => day >= firstDay && day <= lastDay;

function faultOfClocks({ from, until }: { readonly from: string; readonly until: string }) {
  if (from === '' || until === '') return 'no-time';
  return from < until ? undefined : 'ends-before';
}

function faultOfHours(hours: Hours, earlier: readonly Hours[]): CalendarFault | undefined {
  const { validFrom = firstDay, validUntil = lastDay } = hours;
  if (!isInTable(validFrom) || !isInTable(validUntil)) return 'outside-years';
  if (validFrom > validUntil) return 'stops-before';
  const whole = earlier.filter((other) => faultOfClocks(other) === undefined);
  return faultOfClocks(hours) ?? (whole.some((other) => overlap(hours, other)) ? 'overlap' : undefined);
}

const overlap = (one: Hours, other: Hours): boolean =>
  one.weekday === other.weekday &&
  one.from < other.until &&
  other.from < one.until &&
  (one.validFrom ?? firstDay) <= (other.validUntil ?? lastDay) &&
  (other.validFrom ?? firstDay) <= (one.validUntil ?? lastDay);
