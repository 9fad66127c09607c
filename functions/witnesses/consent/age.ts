import * as z from 'zod';
import { consentRecord } from './contract.ts';

/** From when on somebody is of age: the one thing about a birthday that stands outside the vault. */

const OF_AGE = 18;

/** @param ofAgeOn `YYYY-MM-DD` @param day `YYYY-MM-DD`, where the person is */
export const isChildOn = (ofAgeOn: string, day: string): boolean => day < ofAgeOn;

/**
 * @param born `YYYY-MM` or `YYYY-MM-DD`: the vault knows it, and what was recorded before December 2026 says it
 * @returns the eighteenth birthday, where only the month is known its first day
 */
export const ofAgeFrom = (born: string): string => {
  const day = born.length === 7 ? `${born}-01` : born;
  const birthday = `${Number(day.slice(0, 4)) + OF_AGE}${day.slice(4)}`;
  // Whoever was born on 29 February is of age on 1 March.
  return birthday.endsWith('-02-29') && !isLeap(birthday) ? `${birthday.slice(0, 4)}-03-01` : birthday;
};

const isLeap = (day: string): boolean =>
  new Date(`${day.slice(0, 4)}-02-29T00:00:00Z`).toISOString().slice(5, 10) === '02-29';

/** A record as it is kept, of whatever age: that of an older one is read as today's. */
export const keptConsent = z
  .object({ ...consentRecord.shape, born: z.string().optional() })
  .strict()
  .transform(({ born, ...record }) => ({
    ...record,
    ...(born === undefined ? {} : { ofAgeOn: ofAgeFrom(born) }),
  }));
