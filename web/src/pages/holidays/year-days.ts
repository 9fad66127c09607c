import type { AnswerOf, BodyIn } from '../../../../functions/shared/http/contract.ts';
import type { correctHoliday, readHolidays } from '../../../../functions/directory/contract.ts';

/** The holidays of a country in a year, day by day: what holds, what was shipped, and who corrected it. */

export type HolidayYear = AnswerOf<typeof readHolidays>;
export type Correction = HolidayYear['history'][number];
export type DayKind = BodyIn<typeof correctHoliday>['kind'];
export const dayKinds: readonly DayKind[] = ['holiday', 'working-day', 'ordinary-day'];

export interface YearDay {
  readonly day: string;
  readonly kind: DayKind;
  /** What the day is called, or why it is ordinary. */
  readonly name: string;
  /** As it was shipped, where it was. */
  readonly shipped?: { readonly kind: DayKind; readonly name: string } | undefined;
  /** The last correction, where there is one. */
  readonly corrected?: Correction | undefined;
}

/** Every day of which anything is said, in order. */
export function daysOf({ holidays, asShipped, history }: HolidayYear): readonly YearDay[] {
  const standing = new Map(holidays.map((each) => [each.day, each]));
  const shipped = new Map(asShipped.map((each) => [each.day, each]));
  // Oldest first, so the last word on a day remains.
  const corrections = new Map(history.map((each) => [each.day, each]));
  return [...new Set([...shipped.keys(), ...standing.keys(), ...corrections.keys()])]
    .toSorted()
    .map((day) => {
      const corrected = corrections.get(day);
      const { kind, name } = standing.get(day) ?? { kind: 'ordinary-day', name: corrected?.name ?? '' };
      return { day, kind, name, shipped: shipped.get(day), corrected };
    });
}

export interface CorrectionDraft {
  readonly day?: string | undefined;
  readonly kind: DayKind;
  readonly name: string;
}

type Fault = 'needed' | 'wrong-year' | 'nothing-there' | 'stands-so';

/** What is wrong with a correction, by the name of the field. */
export function faultsOf(
  { day, kind, name }: CorrectionDraft,
  year: number,
  days: readonly YearDay[],
): ReadonlyMap<'day' | 'name', Fault> {
  const faults = new Map<'day' | 'name', Fault>();
  if (name.trim() === '') faults.set('name', 'needed');
  if (day === undefined) return faults.set('day', 'needed');
  if (!day.startsWith(`${year}-`)) return faults.set('day', 'wrong-year');
  const standing = days.find((each) => each.day === day && each.kind !== 'ordinary-day');
  if (kind === 'ordinary-day' && standing === undefined) faults.set('day', 'nothing-there');
  if (standing?.kind === kind && standing.name === name.trim()) faults.set('day', 'stands-so');
  return faults;
}
