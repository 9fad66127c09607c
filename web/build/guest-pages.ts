import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { uiLanguage, uiLanguages, type UiLanguage } from '../../functions/shared/values/languages.ts';
import { cutFonts, cutSheet, type CutFont } from './guest-fonts.ts';
import { guestHtml } from './guest-html.ts';
import { guestLetters } from './guest-letters.ts';

const PAGE = 'join/index.html';

/**
 * The guest's page once for each language, under `join/<language>/`: with words before any script, the fonts cut to the
 * letters of these pages, and those of its own language asked for at once.
 */
export const guestPages: Plugin = {
  name: 'guest-pages',
  transformIndexHtml: {
    order: 'pre',
    handler: (html, { path, originalUrl, server }) =>
      // A build has its pages made below, when the names of all files are known.
      server === undefined || !path.startsWith('/join')
        ? html
        : guestHtml(html, languageOf(originalUrl ?? path)),
  },
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _, next) => {
      if (languageOf(request.url ?? '') !== undefined) request.url = `/${PAGE}`;
      next();
    });
  },
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const page = bundle[PAGE];
      if (page?.type !== 'asset') throw new Error(`The build has no ${PAGE} to make the guest's pages of.`);
      const html = String(page.source);
      const emit = (name: string, extension: string, source: string | Uint8Array) => {
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
        const fileName = `assets/${name}-${hash}.${extension}`;
        this.emitFile({ type: 'asset', fileName, source });
        return `/${fileName}`;
      };
      const fonts = await cutFonts(new Set(uiLanguages.flatMap((language) => [...guestLetters(language)])));
      const urls = new Map(fonts.map((font) => [font, emit(`${font.name}-cut`, 'woff2', font.data)]));
      const urlOf = (font: CutFont): string => urls.get(font) ?? '';
      const sheet = emit('guest-fonts', 'css', cutSheet(fonts, urlOf));
      const headOf = (language: UiLanguage | undefined): string =>
        [
          ...fonts
            .filter(
              ({ letters }) =>
                language !== undefined && letters.some((one) => guestLetters(language).has(one)),
            )
            .map(
              (font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${urlOf(font)}">`,
            ),
          `<link rel="stylesheet" href="${sheet}">`,
        ].join('\n    ');
      page.source = guestHtml(html, undefined, headOf(undefined));
      for (const language of uiLanguages)
        this.emitFile({
          type: 'asset',
          fileName: `join/${language}/index.html`,
          source: guestHtml(html, language, headOf(language)),
        });
    },
  },
};

/** The language that a guest's address names: `/join/my/`. */
export function languageOf(address: string): UiLanguage | undefined {
  const [, tag] = /^\/join\/([a-z]{2})\/?(?:[?#].*)?$/.exec(address) ?? [];
  return uiLanguage.safeParse(tag).data;
}
