import * as z from 'zod';

/** The languages that the pages, messages and documents are written in. */
export const uiLanguage = z.enum(['en', 'th', 'my', 'km', 'lo', 'vi', 'zh']);

export type UiLanguage = z.infer<typeof uiLanguage>;

export const uiLanguages: readonly UiLanguage[] = uiLanguage.options;

/** Each language's own name for itself: what a person who reads no other language looks for. */
export const ownNames: Readonly<Record<UiLanguage, string>> = {
  en: 'English',
  th: 'ไทย',
  my: 'မြန်မာ',
  km: 'ខ្មែរ',
  lo: 'ລາວ',
  vi: 'Tiếng Việt',
  zh: '中文',
};

/** The two-letter codes of ISO 639-1 that are in use (Tagalog is `fil`, as the canonical spelling has it). */
const TWO_LETTERS =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de ' +
  'dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ' +
  'ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu ' +
  'lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu ' +
  'rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts ' +
  'tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu';

/**
 * Languages of the Mekong countries and their neighbours that have three-letter codes only (ISO 639-3), because the
 * people who are interviewed often speak one of these and not the language of the State.
 */
const THREE_LETTERS =
  'ahk aho ase awa ban bew bgr bho blk blr brb bru cdo ceb cfm cja cjm cmo cnh csl ctd dao dtw eky fil ' +
  'gan hak hlt hmn hne hni hnj ilo ium jra kac kar khb khg kht kjg kjp ksw kvq kxm lbo lcp lhu lis lwl ' +
  'mad mai mhx min mjg mnw mra mtq mww nan nod nut nxq nyw oyb pcc pce pdu pll prk prt pwo rbb rhg rki ' +
  'rmz sat sed sgn shn sou srx stg tdd tdf tou tts tyr tyz urk wbm wuu yue zom';

const KNOWN = new Set(`${TWO_LETTERS} ${THREE_LETTERS}`.split(' '));

/** Every known language by its shortest tag, for choosing one. */
export const languageTags: readonly string[] = [...KNOWN];

/** The canonical spelling (`zh-hant-tw` → `zh-Hant-TW`, `bur` → `my`), or undefined when it is no known language. */
export function canonicalLanguage(tag: string): string | undefined {
  // Each of these is its own spelling, and people are read far more often than they are entered.
  if (KNOWN.has(tag)) return tag;
  if (tag.length > 35 || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return undefined;
  try {
    const spelled = Intl.getCanonicalLocales(tag)[0];
    return spelled !== undefined && KNOWN.has(spelled.split('-')[0] ?? '') ? spelled : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // Intl's way to say: not well-formed
    throw error;
  }
}

const HINT = 'Not a known language tag. Give a BCP 47 tag such as th, my, shn, ksw or zh-Hant.';

/** A language that a person speaks or reads, as a BCP 47 tag: any known one, not just those of the pages. */
export const languageTag = z
  .string()
  .max(35, HINT)
  .overwrite((tag) => canonicalLanguage(tag) ?? tag)
  .refine((tag) => canonicalLanguage(tag) !== undefined, HINT)
  .brand<'LanguageTag'>()
  .meta({
    description: 'A BCP 47 language tag',
    pattern: `^(?:${languageTags.join('|')})(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$`,
    examples: ['my', 'shn', 'zh-Hant'],
  });

/** The first of the preferred tags (best first, as browsers list them) that the pages are written in; English when none is. */
export function resolveUiLanguage(preferred: readonly string[]): UiLanguage {
  for (const tag of preferred) {
    const spelled = canonicalLanguage(tag)?.split('-')[0] ?? '';
    const found = uiLanguages.find((language) => language === (CHINESE.has(spelled) ? 'zh' : spelled));
    if (found !== undefined) return found;
  }
  return 'en';
}

/** Spoken Chinese languages whose speakers read the same written Chinese. */
const CHINESE = new Set(['yue', 'wuu', 'hak', 'nan', 'gan', 'cdo']);
