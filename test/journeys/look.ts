import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ownNames, type UiLanguage } from '../../functions/shared/values/languages.ts';
import { deployedStack } from '../support/stack.ts';

const folder = join(deployedStack().folder, 'screenshots');
mkdirSync(folder, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };

/** Languages that every page is looked at in. */
const often = ['en', 'th', 'my'] as const;
/** The others, in which a guest's pages and the main ones of the staff are looked at too, where they are narrowest. */
const alsoIn = ['km', 'lo', 'vi', 'zh'] as const;

/**
 * Where axe looks too: wide in English, narrow in the language with the longest words, and a guest's page narrow in all others.
 * The same elements stand on a page of the staff in every language, and on a long one axe took most of the time.
 */
const axeLooks = (kind: Kind, language: UiLanguage, width: number): boolean =>
  width === wide.width ? language === 'en' : language === 'my' || (kind === 'guest' && language !== 'en');

/** `main`: a page of the staff that many see often. */
type Kind = 'staff' | 'main' | 'guest';

/**
 * Photographs a page in three languages and two sizes, a main page and a guest's in all seven, checks that nothing
 * sticks out sideways, and lets axe judge it by WCAG 2.2 AA. The page is left in the language and size in which it was found. `before` opens a list again before
 * each picture, since another language or size closes it.
 */
export async function look(
  page: Page,
  name: string,
  kind: Kind = 'staff',
  before?: () => Promise<void>,
): Promise<void> {
  const found = { language: await page.locator('html').getAttribute('lang'), size: page.viewportSize() };
  for (const language of kind === 'staff' ? often : [...often, ...alsoIn]) {
    await speak(page, kind, language);
    for (const size of alsoIn.some((one) => one === language) ? [narrow] : [wide, narrow]) {
      await page.setViewportSize(size);
      await before?.();
      await photographed(page, `${name}-${language}-${size.width}`, { fullPage: true });
      // A machine that is busy lays the page out some time after its size was changed for the picture.
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
          timeout: 5_000,
          message: `${name} in ${language}: width at ${size.width} px`,
        })
        .toBeLessThanOrEqual(size.width);
      if (axeLooks(kind, language, size.width))
        await judge(page, `${name} ${language} ${size.width}`, before !== undefined);
    }
  }
  await speak(page, kind, found.language as UiLanguage);
  if (found.size !== null) await page.setViewportSize(found.size);
}

async function speak(page: Page, kind: Kind, language: UiLanguage): Promise<void> {
  if (kind !== 'guest') await page.locator('label.language select').selectOption(language);
  else {
    await page.locator('.language-now').click();
    await page.locator('#languages').getByRole('button', { name: ownNames[language], exact: true }).click();
  }
  await page.locator(`html[lang="${language}"]`).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/**
 * While a list of react-aria is open, all else is hidden from screen readers, though it could take the focus: that it
 * cannot, since the key that would bring it there closes the list first, is more than axe knows.
 */
async function judge(page: Page, name: string, isListOpen: boolean): Promise<void> {
  await page.evaluate(axe);
  const results = await page.evaluate(async (isOpen) => {
    const { axe: judgeOf } = globalThis as unknown as { axe: typeof import('axe-core') };
    return judgeOf.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: { 'aria-hidden-focus': { enabled: !isOpen } },
    });
  }, isListOpen);
  expect(violations(results), name).toEqual([]);
}

const violations = ({ violations: found }: AxeResults): string[] =>
  found.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`));

/** One picture, as it is. */
export const photograph = (page: Page, name: string) => photographed(page, name);

/** As JPEG, which on a long page takes two thirds of the time that PNG takes. */
const photographed = (page: Page, name: string, more: { readonly fullPage?: boolean } = {}) =>
  page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 80, ...more });
