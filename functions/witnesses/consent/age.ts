/** Whether somebody is of age, from as much of the date of birth as is known. */

const OF_AGE = 18;

/** The first and the last day that the date can mean. A month has no more than 31; a day too many sorts after all of them. */
const daysOf = (born: string): readonly [first: string, last: string] =>
  born.length === 7 ? [`${born}-01`, `${born}-31`] : [born, born];

const later = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/**
 * @param born `YYYY-MM` or `YYYY-MM-DD`
 * @param day `YYYY-MM-DD`, where the person is
 * @returns `unsure` in the month in which somebody turns 18 of whom the day of birth is not known
 */
export function ageOn(born: string, day: string): 'child' | 'unsure' | 'adult' {
  const [first, last] = daysOf(born);
  if (day < later(first, OF_AGE)) return 'child';
  return day < later(last, OF_AGE) ? 'unsure' : 'adult';
}

/** The first day on which a guardian's word may be worth nothing, `YYYY-MM-DD`. */
export const ofAgeFrom = (born: string): string => later(daysOf(born)[0], OF_AGE);

/** @param day `YYYY-MM-DD` */
export const isInFuture = (born: string, day: string): boolean => daysOf(born)[0] > day;
