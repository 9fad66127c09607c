import type { CountryCode } from '../../../shared/values/countries.ts';
import { believed, read, readInPart, reported, type Entry } from '../entry.ts';

/** Treaties of two States on assistance in criminal matters, as far as they are known; that none is here says nothing. */
interface Bilateral {
  readonly between: readonly [CountryCode, CountryCode];
  readonly treaty: Entry;
}

const unsourced = { remark: 'Noted as read, without its source.' };
/** A treaty that is generally known, and of which nothing was read. */
const assumed = (one: CountryCode, ...others: readonly CountryCode[]): Bilateral[] =>
  others.map((other) => ({ between: [one, other], treaty: believed('A treaty of the two States') }));

export const bilateral: readonly Bilateral[] = [
  {
    between: ['KH', 'VN'],
    treaty: read('Treaty of Cambodia and Viet Nam', ['S41'], {
      validFrom: '2020-10-02',
      remark: 'In force since that day; what it says on video was not read.',
    }),
  },
  {
    between: ['KH', 'KR'],
    treaty: reported('Treaty of Cambodia and Korea', ['S42'], {
      remark: 'Effective on a 24 February; the year is to be confirmed.',
    }),
  },
  {
    between: ['LA', 'VN'],
    treaty: readInPart('Treaty of Lao PDR and Viet Nam, signed on 8 January 2020', ['S44', 'S44b'], {
      remark: 'Replaces one of 1998; since when it is in force is to be confirmed.',
    }),
  },
  { between: ['MM', 'TH'], treaty: reported('Treaty of Myanmar and Thailand', ['S30']) },
  { between: ['MM', 'VN'], treaty: reported('Treaty of Myanmar and Viet Nam', ['S30']) },
  {
    between: ['TH', 'US'],
    treaty: readInPart('Treaty of Thailand and the United States, signed 1986', ['S21b'], {
      remark:
        'Art. 2: sovereignty, security, essential interests, political; conditions must be tried before a refusal; reasons are given.',
    }),
  },
  {
    between: ['TH', 'AU'],
    treaty: readInPart('Treaty of Thailand and Australia of 27 July 2006', ['S7d'], {
      remark: 'Since when it is in force is to be confirmed.',
    }),
  },
  {
    between: ['VN', 'AU'],
    treaty: read('Treaty of Viet Nam and Australia', ['S7e'], {
      validFrom: '2017-04-05',
      remark: 'In force since that day.',
    }),
  },
  {
    between: ['VN', 'KR'],
    treaty: readInPart('Treaty of Viet Nam and Korea, 2003', ['S42b'], {
      remark: 'Since when it is in force is to be confirmed.',
    }),
  },
  {
    between: ['JP', 'CN'],
    treaty: reported('Treaty of Japan and China, signed 2007', ['S8e']),
  },
  { between: ['AU', 'KR'], treaty: believed('Treaty of Australia and Korea, 1992', unsourced) },
  { between: ['KR', 'US'], treaty: believed('Treaty of Korea and the United States, 1993', unsourced) },
  { between: ['US', 'CN'], treaty: believed('Agreement of the United States and China') },
  ...assumed('TH', 'GB', 'CN', 'KR'),
  ...assumed('VN', 'JP', 'GB'),
  ...assumed('AU', 'MY', 'CN'),
  ...assumed('JP', 'US', 'KR'),
  ...assumed('US', 'GB', 'MY', 'DE', 'FR'),
  ...(['DE', 'FR'] as const).flatMap((member): Bilateral[] => [
    {
      between: [member, 'JP'],
      treaty: reported('Agreement of the European Union and Japan', ['S22'], {
        remark:
          'Testimony by video; a translation into the official language or the agreed one; use limited to the request; ground of the death penalty. The article is believed to be 16.',
      }),
    },
    {
      between: [member, 'US'],
      treaty: believed('Agreement of the European Union and the United States, art. 6', {
        remark: 'Testimony by video; the requesting State pays the transmission unless agreed.',
      }),
    },
    {
      between: [member, 'GB'],
      treaty: read('Trade and Cooperation Agreement of the European Union and the United Kingdom', ['S9e'], {
        article: 'art. 635',
        remark: 'It has a form of its own for requests.',
      }),
    },
  ]),
];

/** Those between the two, in the order in which they are noted. */
export const treatiesBetween = (one: CountryCode, other: CountryCode): readonly Entry[] =>
  bilateral
    .filter(({ between }) => one !== other && between.includes(one) && between.includes(other))
    .map(({ treaty }) => treaty);
