import type { CountryCode } from '../../shared/values/countries.ts';
import { holiday, type Holiday } from '../port/working-time.ts';
import { ae } from './ae.ts';
import { au } from './au.ts';
import { bd } from './bd.ts';
import { ca } from './ca.ts';
import { cn } from './cn.ts';
import { de } from './de.ts';
import { fr } from './fr.ts';
import { gb } from './gb.ts';
import { id } from './id.ts';
import { ind } from './in.ts';
import { jp } from './jp.ts';
import { ke } from './ke.ts';
import { kh } from './kh.ts';
import { kr } from './kr.ts';
import { la } from './la.ts';
import { mm } from './mm.ts';
import { my } from './my.ts';
import { np } from './np.ts';
import { nz } from './nz.ts';
import { ph } from './ph.ts';
import { sg } from './sg.ts';
import { th } from './th.ts';
import { us } from './us.ts';
import { vn } from './vn.ts';

/**
 * The holidays that come with saksi, one file for each country of countries.ts. Facts from the Python package
 * `holidays` 0.109 (MIT licence): its category "public" for the whole country, without what holds only in one of its
 * states or provinces. Days of the moon, days in lieu and bridge days of later years are estimates until a government
 * gazettes them, which is why officers can correct every year. A line is a day and a name; `+` before the name says
 * that the day, which would have been free, was made a working day.
 */
export const shippedVersion = 'holidays 0.109';

const files: Readonly<Record<CountryCode, string>> = {
  AE: ae,
  AU: au,
  BD: bd,
  CA: ca,
  CN: cn,
  DE: de,
  FR: fr,
  GB: gb,
  ID: id,
  IN: ind,
  JP: jp,
  KE: ke,
  KH: kh,
  KR: kr,
  LA: la,
  MM: mm,
  MY: my,
  NP: np,
  NZ: nz,
  PH: ph,
  SG: sg,
  TH: th,
  US: us,
  VN: vn,
};

const read = new Map<CountryCode, ReadonlyMap<number, readonly Holiday[]>>();

/** In order of days; undefined for a year of which nothing is shipped. */
export function shippedHolidays(country: CountryCode, year: number): readonly Holiday[] | undefined {
  const years = read.get(country) ?? byYear(country);
  read.set(country, years);
  return years.get(year);
}

function byYear(country: CountryCode): ReadonlyMap<number, readonly Holiday[]> {
  const days = files[country]
    .trim()
    .split('\n')
    .map((line) => {
      const working = line[11] === '+';
      const name = line.slice(working ? 12 : 11);
      return holiday.parse({
        country,
        day: line.slice(0, 10),
        name,
        kind: working ? 'working-day' : 'holiday',
      });
    });
  return Map.groupBy(days, ({ day }) => Number(day.slice(0, 4)));
}
