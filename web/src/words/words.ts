import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import {
  resolveUiLanguage,
  uiLanguage,
  type UiLanguage,
} from '../../../functions/shared/values/languages.ts';
import type acts from './en/acts.json';
import type daily from './en/daily.json';
import type life from './en/life.json';
import type interpreting from './en/interpreting.json';
import type desk from './en/desk.json';
import type exhibits from './en/exhibits.json';
import type door from './en/door.json';
import type help from './en/help.json';
import type keeping from './en/keeping.json';
import type names from './en/names.json';
import type preparation from './en/preparation.json';
import type request from './en/request.json';
import type orders from './en/orders.json';
import type refusals from './en/refusals.json';
import type scheduling from './en/scheduling.json';
import type staff from './en/staff.json';
import type sharing from './en/sharing.json';
import type witness from './en/witness.json';
import { plain } from './plain.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'staff';
    resources: {
      acts: typeof acts;
      staff: typeof staff;
      refusals: typeof refusals;
      names: typeof names;
      scheduling: typeof scheduling;
      interpreting: typeof interpreting;
      keeping: typeof keeping;
      preparation: typeof preparation;
      daily: typeof daily;
      desk: typeof desk;
      exhibits: typeof exhibits;
      door: typeof door;
      help: typeof help;
      request: typeof request;
      orders: typeof orders;
      life: typeof life;
      sharing: typeof sharing;
      witness: typeof witness;
    };
  }
}

/** What every page needs; the words of some pages come with them. */
const namespaces = ['staff', 'refusals', 'names', 'daily', 'help'] as const;
type Namespace =
  | (typeof namespaces)[number]
  | 'acts'
  | 'scheduling'
  | 'interpreting'
  | 'keeping'
  | 'request'
  | 'witness'
  | 'life'
  | 'door'
  | 'preparation'
  | 'orders'
  | 'sharing'
  | 'desk'
  | 'exhibits';
const wanted = new Set<Namespace>(namespaces);
const CHOICE = 'saksi.language';
const FALLBACK: UiLanguage = 'en';

/** Each catalogue is a file of its own, loaded when its language is chosen. */
const catalogues = import.meta.glob<object>(
  './*/{acts,staff,refusals,names,help,scheduling,interpreting,keeping,daily,request,witness,life,door,preparation,orders,sharing,desk,exhibits}.json',
  {
    import: 'default',
  },
);

/** The language that this browser chose before, or else the first that it prefers. */
export function firstLanguage(): UiLanguage {
  const chosen = uiLanguage.safeParse(localStorage.getItem(CHOICE));
  return chosen.success ? chosen.data : resolveUiLanguage(navigator.languages);
}

/** Whether somebody chose a language here by hand; then the directory's own setting stays unused. */
export const languageWasChosen = (): boolean => uiLanguage.safeParse(localStorage.getItem(CHOICE)).success;

export async function startWords(language: UiLanguage): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    ns: [...namespaces],
    defaultNS: 'staff',
    fallbackLng: FALLBACK,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { bindI18nStore: 'added' },
    parseMissingKeyHandler: missing,
  });
  await speak(language);
}

/**
 * A word that is missing takes no page down: it is logged, and its own name stands there until English has come, which
 * then stands in for it.
 */
function missing(key: string): string {
  console.error(`There are no words for ${key} in ${i18next.language}.`);
  for (const namespace of wanted) void learn(FALLBACK, namespace).catch(() => undefined);
  return plain(key);
}

/** The language that is being loaded, or that was loaded last. */
let coming: UiLanguage | undefined;

/** Loads the words of a language and shows them. */
export async function speak(language: UiLanguage): Promise<void> {
  coming = language;
  await Promise.all([...wanted].map((namespace) => learn(language, namespace)));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

async function learn(language: UiLanguage, namespace: Namespace): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return;
  const load = catalogues[`./${language}/${namespace}.json`];
  if (load === undefined) throw new Error(`There is no catalogue ${namespace} in ${language}.`);
  i18next.addResourceBundle(language, namespace, await load());
}

/** For the pages that need words of their own: loads them, and from then on with every language. */
export async function alsoWords(namespace: Namespace): Promise<void> {
  wanted.add(namespace);
  const now = uiLanguage.parse(i18next.language);
  // A language that is just being loaded does not know yet that it needs these too.
  await Promise.all([now, coming ?? now].map((language) => learn(language, namespace)));
}

/** Keeps for this browser that somebody chose a language by hand. */
export const keepLanguage = (language: UiLanguage): void => localStorage.setItem(CHOICE, language);

/** A person chose a language here; it is kept for this browser. */
export async function chooseLanguage(language: UiLanguage): Promise<void> {
  keepLanguage(language);
  await speak(language);
}
