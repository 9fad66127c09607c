import * as z from 'zod';
import { languageTag } from './languages.ts';
import { together } from './together.ts';

/**
 * Ways of speaking a language by which its speakers may not understand each other. Some are languages of their own by
 * ISO 639-3, and are then known by that tag too. Sources: ISO 639-3; Glottolog 5.1; the list is ours to lengthen.
 */
const dialectList = {
  kar: [
    { name: 'sgaw', tag: 'ksw' },
    { name: 'pwo-eastern', tag: 'kjp' },
    { name: 'pwo-western', tag: 'pwo' },
  ],
  hmn: [
    { name: 'hmong-daw', tag: 'mww' },
    { name: 'hmong-njua', tag: 'hnj' },
  ],
  shn: [{ name: 'shan-northern' }, { name: 'shan-southern' }, { name: 'shan-eastern' }],
  my: [{ name: 'burmese-central' }, { name: 'rakhine', tag: 'rki' }, { name: 'tavoyan' }],
  th: [
    { name: 'thai-central' },
    { name: 'isan', tag: 'tts' },
    { name: 'thai-northern', tag: 'nod' },
    { name: 'thai-southern', tag: 'sou' },
  ],
  lo: [{ name: 'lao-central' }, { name: 'lao-northern' }, { name: 'lao-southern' }],
  km: [{ name: 'khmer-central' }, { name: 'khmer-northern', tag: 'kxm' }],
  vi: [{ name: 'viet-northern' }, { name: 'viet-central' }, { name: 'viet-southern' }],
} as const satisfies Readonly<Record<string, readonly Named[]>>;

interface Named {
  readonly name: string;
  /** The same as a language of its own. */
  readonly tag?: string;
}

export type DialectName = (typeof dialectList)[keyof typeof dialectList][number]['name'];

const byLanguage: Readonly<Record<string, readonly (Named & { readonly name: DialectName })[]>> = dialectList;

/** Every dialect that has a name here. */
export const dialectNames: readonly DialectName[] = Object.values(byLanguage).flatMap((all) =>
  all.map(({ name }) => name),
);

/** The dialects of a language that we know. @param language a BCP 47 tag */
export const dialectsOf = (language: string): readonly DialectName[] =>
  byLanguage[language]?.map(({ name }) => name) ?? [];

/** A language and, where it matters, how it is spoken. */
export const spokenLanguage = z
  .strictObject({
    language: languageTag,
    dialect: z.enum(dialectNames as readonly [DialectName, ...DialectName[]]).optional(),
  })
  .refine(
    ({ language, dialect }) => dialect === undefined || dialectsOf(language).includes(dialect),
    together('That dialect is of another language.', 'dialect'),
  );
export type SpokenLanguage = z.output<typeof spokenLanguage>;

/** The tag that says the most of it: that of the dialect, where that is a language of its own. */
export const closestTag = ({ language, dialect }: SpokenLanguage): string =>
  byLanguage[language]?.find(({ name }) => name === dialect)?.tag ?? language;
