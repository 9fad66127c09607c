import { uiLanguages, type UiLanguage } from '../../functions/shared/values/languages.ts';
import { guestPhrases } from './guest-letters.ts';

/**
 * What a guest reads before any script has run, or when none can: that it takes a moment; that it did not come, with a
 * button (start.js shows them); that this telephone cannot do it. In the language of the address, and under an address
 * without one in all seven.
 */
export function guestHtml(html: string, language: UiLanguage | undefined, head = ''): string {
  const languages = language === undefined ? uiLanguages : [language];
  const first = guestPhrases(language ?? 'en');
  return html
    .replace(/<html lang="[a-z]+">/, `<html lang="${language ?? 'en'}">`)
    .replace(/<title>[^<]*<\/title>/, `<title>${first.title}</title>`)
    .replace('<!-- head -->', head)
    .replace('<!-- words -->', `<main id="before" class="sheet">${languages.map(block).join('')}</main>`);
}

function block(language: UiLanguage): string {
  const words = guestPhrases(language);
  const unable = `<p>${words.unableTitle}</p><p>${words.unableText}</p>`;
  return [
    `<div lang="${language}">`,
    `<p data-when="coming">${words.loading}</p>`,
    `<p data-when="failed" class="saying" hidden>${words.noAnswer}</p>`,
    `<button data-when="failed" class="big-button" type="button" hidden>${words.again}</button>`,
    `<div data-when="unable" hidden>${unable}</div>`,
    `<noscript>${unable}</noscript>`,
    '</div>',
  ].join('');
}
