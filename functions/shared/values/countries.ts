import * as z from 'zod';
import type { ZoneName } from './zones.ts';

/**
 * The States whose courts and offices take part: the six of the Mekong subregion, then those where cases usually lead.
 * ISO 3166-1 code, short English name, and the zone of the capital (a starting value; sites have zones of their own).
 */
const LIST = [
  ['KH', 'Cambodia', 'Asia/Phnom_Penh'],
  ['CN', 'China', 'Asia/Shanghai'],
  ['LA', 'Lao PDR', 'Asia/Vientiane'],
  ['MM', 'Myanmar', 'Asia/Yangon'],
  ['TH', 'Thailand', 'Asia/Bangkok'],
  ['VN', 'Viet Nam', 'Asia/Ho_Chi_Minh'],
  ['AE', 'United Arab Emirates', 'Asia/Dubai'],
  ['AU', 'Australia', 'Australia/Sydney'],
  ['BD', 'Bangladesh', 'Asia/Dhaka'],
  ['CA', 'Canada', 'America/Toronto'],
  ['DE', 'Germany', 'Europe/Berlin'],
  ['FR', 'France', 'Europe/Paris'],
  ['GB', 'United Kingdom', 'Europe/London'],
  ['ID', 'Indonesia', 'Asia/Jakarta'],
  ['IN', 'India', 'Asia/Kolkata'],
  ['JP', 'Japan', 'Asia/Tokyo'],
  ['KE', 'Kenya', 'Africa/Nairobi'],
  ['KR', 'Republic of Korea', 'Asia/Seoul'],
  ['MY', 'Malaysia', 'Asia/Kuala_Lumpur'],
  ['NP', 'Nepal', 'Asia/Kathmandu'],
  ['NZ', 'New Zealand', 'Pacific/Auckland'],
  ['PH', 'Philippines', 'Asia/Manila'],
  ['SG', 'Singapore', 'Asia/Singapore'],
  ['US', 'United States of America', 'America/New_York'],
] as const;

export type CountryCode = (typeof LIST)[number][0];

export interface Country {
  readonly code: CountryCode;
  readonly name: string;
  readonly capitalZone: ZoneName;
}

const byCode = new Map<string, Country>(
  LIST.map(([code, name, zone]) => [code, { code, name, capitalZone: zone as string as ZoneName }]),
);

export const countries: readonly Country[] = [...byCode.values()];

export const mekongStates: readonly CountryCode[] = ['KH', 'CN', 'LA', 'MM', 'TH', 'VN'];

/** A State by its ISO 3166-1 code of two capital letters, one of those listed here. */
export const countryCode = z.enum(LIST.map(([code]) => code));

export function countryOf(code: CountryCode): Country {
  const country = byCode.get(code);
  if (country === undefined) throw new Error(`No such country: ${code}`);
  return country;
}

/** Zone of a State’s capital; undefined for a State that is not in our list. */
export const capitalZone = (country: string): ZoneName | undefined => byCode.get(country)?.capitalZone;
