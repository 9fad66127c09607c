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

/** Every two-letter code of ISO 639-1 that is in use, run together. */
const TWO_LETTERS =
  'aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygagdglgn' +
  'gugvhahehihohrhthuhyhziaidieigiiikioisitiujakakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmt' +
  'mynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvswtatetgthtitktltntots' +
  'tttwtyugukuruzvevivowawoxhyiyozazhzu';

/**
 * Languages of the Mekong countries and their neighbours that have three-letter codes only (ISO 639-3), because the
 * people who are interviewed often speak one of these and not the language of the State.
 */
const THREE_LETTERS = new Set(
  (
    'ahk aho bgr blk blr brb bru cdo cfm cjm cja cmn cmo cnh ctd dao dtw eky gan hak hlt hmn hne hni hnj ium jra ' +
    'kac kar khb khg kht kjg kjp ksw kvq kxm lbo lcp lhu lis lwl mhx mjg mnw mra mtq mww nan nod nut nxq nyw oyb pce ' +
    'pcc pdu pll prk prt pwo rbb rhg rki rmz sed shn sgn sou srx stg tdd tdf tgl tou tts ttq tyr tyz urk wbm wuu ' +
    'yue zom ase csl fil ceb ilo jav mad min bew ban mai bho awa sat'
  ).split(' '),
);

function isKnown(primary: string): boolean {
  if (primary.length === 2) {
    for (let at = 0; at < TWO_LETTERS.length; at += 2) {
      if (TWO_LETTERS.startsWith(primary, at)) return true;
    }
    return false;
  }
  return THREE_LETTERS.has(primary);
}

/** The canonical spelling (`zh-hant-tw` → `zh-Hant-TW`, `bur` → `my`), or undefined when it is no known language. */
export function canonicalLanguage(tag: string): string | undefined {
  if (tag.length > 35 || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return undefined;
  try {
    const spelled = Intl.getCanonicalLocales(tag)[0];
    return spelled !== undefined && isKnown(spelled.split('-')[0] ?? '') ? spelled : undefined;
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
  .meta({ description: 'A BCP 47 language tag', examples: ['my', 'shn', 'zh-Hant'] });

export type LanguageTag = z.infer<typeof languageTag>;

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
const CHINESE = new Set(['cmn', 'yue', 'wuu', 'hak', 'nan', 'gan', 'cdo']);
