import type { UiLanguage } from '../../../../functions/shared/values/languages.ts';

/** As in functions/shared/values/languages.ts, whose form checks would double this page; a test holds them together. */
export const ownNames: Readonly<Record<UiLanguage, string>> = {
  my: 'မြန်မာ',
  th: 'ไทย',
  km: 'ខ្មែរ',
  lo: 'ລາວ',
  vi: 'Tiếng Việt',
  zh: '中文',
  en: 'English',
};
