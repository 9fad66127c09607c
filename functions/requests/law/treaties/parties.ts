import type { CountryCode } from '../../../shared/values/countries.ts';
import { believed, read, reported, unknown, type Entry } from '../entry.ts';

/** Who is a party to what. Nearly all of it is general knowledge, and is to be confirmed with the depositaries. */

export const treaties = [
  'untoc',
  'tip-protocol',
  'uncac',
  'asean-mlat',
  'actip',
  'commit',
  'ets-182',
] as const;
export type Treaty = (typeof treaties)[number];
type Party = Entry<'yes' | 'no'>;

const mekong = ['KH', 'CN', 'LA', 'MM', 'TH', 'VN'] as const;
const destinations = ['AU', 'SG', 'MY', 'JP', 'KR', 'GB', 'US'] as const;
const asean = ['KH', 'LA', 'MM', 'TH', 'VN', 'SG', 'MY', 'ID', 'PH'] as const;

const each = (states: readonly CountryCode[], entry: Party) =>
  Object.fromEntries(states.map((state) => [state, entry])) as Partial<Record<CountryCode, Party>>;
const yes = believed('yes');
const no = believed('no');

const said: Readonly<Record<Treaty, Partial<Record<CountryCode, Party>>>> = {
  untoc: {
    ...each([...mekong, ...destinations], yes),
    MM: reported('yes', ['S30'], { remark: 'Since 2004.' }),
    VN: believed('yes', { remark: 'With a statement on direct effect, to be confirmed.' }),
  },
  'tip-protocol': each([...mekong, ...destinations], yes),
  uncac: {
    ...each([...mekong, ...destinations], yes),
    KH: reported('yes', ['S37'], { remark: 'Since 2007.' }),
    VN: reported('yes', ['S18b']),
  },
  'asean-mlat': {
    ...each(asean, reported('yes', ['S30'])),
    MM: reported('yes', ['S30'], { remark: 'Since 2009.' }),
  },
  actip: each(['KH', 'LA', 'MM', 'TH', 'VN', 'SG', 'MY'], yes),
  commit: each(mekong, reported('yes', ['S33'])),
  'ets-182': {
    GB: reported('yes', ['S34']),
    KR: believed('yes', { remark: 'Accession to be confirmed.' }),
    DE: unknown('Most member States of the EU are parties.'),
    FR: unknown('Most member States of the EU are parties.'),
  },
};

/** Treaties of a region: of whom nothing is said, is believed to be outside. Of all others, it is not known. */
const regional: ReadonlySet<Treaty> = new Set<Treaty>(['asean-mlat', 'actip', 'commit', 'ets-182']);

export const partyTo = (treaty: Treaty, state: CountryCode): Party =>
  said[treaty][state] ?? (regional.has(treaty) ? no : unknown());

/** Member States of the European Union among those of our list. */
export const inEu: ReadonlySet<CountryCode> = new Set<CountryCode>(['DE', 'FR']);
/** The one rule among member States, which binds nobody else. */
export const investigationOrder = read('Directive 2014/41/EU', ['S3'], { article: 'art. 24' });
