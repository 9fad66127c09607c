import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { visitor } from '../browser.ts';
import { look } from '../look.ts';
import { stack, story } from './cast.ts';

/** How many drafts lie in this browser, and whether a word stands in one of them for whoever looks into it. */
const draftsOn = (page: Page, word: string) =>
  page.evaluate(async (sought) => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
      });
    const database = await answer(indexedDB.open('saksi.drafts'));
    if (!database.objectStoreNames.contains('sealed')) return { kept: 0, readable: false };
    const store = database.transaction('sealed').objectStore('sealed');
    const all = (await answer(store.getAll())) as readonly { readonly bytes: ArrayBuffer }[];
    database.close();
    const readable = all.some(({ bytes }) => new TextDecoder().decode(bytes).includes(sought));
    return { kept: all.length, readable };
  }, word);

const isKept = (page: Page, word: string) =>
  expect.poll(() => draftsOn(page, word), { timeout: 10_000 }).toEqual({ kept: 1, readable: false });

/** What a support officer has typed is there again when the page is loaded anew in the middle of it. */
export async function loadAnewWhileTyping(page: Page): Promise<void> {
  await isKept(page, 'explained');
  await page.reload();
  await page.getByText('What you typed before is here again').waitFor();
  expect(await page.getByLabel('Language in which it was explained').inputValue()).toBe('my');
  expect(
    await page
      .getByRole('group', { name: 'Interpreter for the explanation' })
      .getByRole('radio', { name: 'Was present' })
      .isChecked(),
  ).toBe(true);
  await look(page, 'staff-session-typed-before');
}

export const nothingIsKept = (page: Page) =>
  expect.poll(() => draftsOn(page, ''), { timeout: 10_000 }).toEqual({ kept: 0, readable: false });

/**
 * Somebody chooses a language, signs in and begins to type; the sign-in ends, somebody else uses the machine, and the
 * first comes back and signs out.
 */
export async function shareAMachine(): Promise<void> {
  const { context, page } = await visitor(story.browser);
  const { prosecutor, clerk } = story.office.accounts;
  await page.goto(stack.siteUrl);
  await page.locator('label.language select').selectOption('vi');
  const language = () => page.locator('html').getAttribute('lang');
  await page.locator('html[lang="vi"]').waitFor();
  const comeIn = async ({ email, password }: typeof clerk) => {
    await page.locator('main button').first().click();
    await page.locator('input[name="username"]').fill(email);
    await page.locator('input[name="password"]').fill(password);
    await page.locator('button[type="submit"], input[type="submit"]').first().click();
    await page.locator('.shell').waitFor();
  };
  await comeIn(prosecutor);
  expect(await language()).toBe('vi');
  const form = `${stack.siteUrl}cases/new`;
  await page.goto(form);
  await page.locator('input[name="reference"]').fill('AGO 9/2026');
  await isKept(page, 'AGO');
  // The sign-in is over, as it is after some hours; nobody signed out.
  const endSignIn = () => page.evaluate(() => sessionStorage.clear());
  await endSignIn();
  await context.clearCookies();
  await page.goto(form);
  expect(await language()).toBe('vi');
  await comeIn(clerk);
  await page.goto(form);
  await page.locator('input[name="reference"]').waitFor();
  expect(await page.locator('input[name="reference"]').inputValue()).toBe('');
  await endSignIn();
  await context.clearCookies();
  await page.goto(form);
  await comeIn(prosecutor);
  await page.locator('.kept-typing .notice').waitFor();
  expect(await page.locator('input[name="reference"]').inputValue()).toBe('AGO 9/2026');
  await page.locator('.shell button').click();
  await page.locator('.welcome').waitFor();
  await nothingIsKept(page);
  await context.close();
}
