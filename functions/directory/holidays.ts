import { doesNotFit } from '../shared/refusals.ts';
import type { Correction, HolidayYear } from './port/working-time-store.ts';

/** The corrections of a year with one more; the last word on a day holds. @throws {Refusal} `does-not-fit` */
export function correct(before: HolidayYear, given: Correction): readonly Correction[] {
  const standing = before.holidays.find(({ day }) => day === given.day);
  if (given.kind === 'ordinary-day' && standing === undefined)
    throw doesNotFit('/day', 'There is nothing to take away: that day is an ordinary one already.');
  if (standing?.kind === given.kind && standing.name === given.name)
    throw doesNotFit('/day', 'That day stands so already.');
  return [...before.corrections.filter(({ day }) => day !== given.day), given];
}

/**
 * Officers correct the days of their own country, and those of a country that has no agency here, since nobody else
 * could. @param agenciesThere whether any agency of the country is in the directory
 */
export const mayCorrect = (ownCountry: string, country: string, agenciesThere: boolean): boolean =>
  ownCountry === country || !agenciesThere;
