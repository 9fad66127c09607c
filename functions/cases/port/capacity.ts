import type { Capacity } from '../../shared/values/capacities.ts';
import type { CaseWitness } from './membership.ts';

/** The published port of `cases` on as what somebody is heard. */

/**
 * A child is one until the day on which they are of age, whatever else they are. Of whom nobody said anything the most is
 * waited for.
 * @param day `YYYY-MM-DD`, where they are
 */
export const capacityOn = (
  { capacity = 'victim', ofAgeOn }: Pick<CaseWitness, 'capacity' | 'ofAgeOn'>,
  day: string,
): Capacity => (isChildOn({ ofAgeOn }, day) ? 'child' : capacity);

/** Whether somebody is a child, as far as the case knows. */
const isChildOn = ({ ofAgeOn }: Pick<CaseWitness, 'ofAgeOn'>, day: string): boolean =>
  ofAgeOn !== undefined && day < ofAgeOn;

const OF_AGE = 18;

/** Whether somebody who is of age on a day would be born after another. */
export const isBornLater = (ofAgeOn: string, day: string): boolean =>
  ofAgeOn > `${Number(day.slice(0, 4)) + OF_AGE}${day.slice(4)}`;
