import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PageRoute } from '../../../web/src/pages/page-route.ts';

const pages = join(import.meta.dirname, '../../../web/src/pages');
const routes = await Promise.all(
  globSync('**/route.ts', { cwd: pages }).map(async (file) => {
    const module = (await import(join(pages, file))) as { readonly default: PageRoute };
    return { folder: dirname(file), route: module.default };
  }),
);
/** `/cases/:caseId` and `/cases/:id` are the same address. */
const addresses = routes.flatMap(({ route: { path, formerPath = path } }) =>
  [...new Set([path, formerPath])].map((each) => each.replaceAll(/:\w+/g, ':')),
);

describe('pages', () => {
  test('have an address each', () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(addresses.filter((each, index) => addresses.indexOf(each) !== index)).toEqual([]);
  });

  test.each(routes)('$folder does not lie where the API or the pages of guests are', ({ route }) => {
    expect(route.path).not.toMatch(/^\/(api|join|assets)(\/|$)/);
  });

  test.each(routes)('$folder is a page with a title', ({ folder }) => {
    const text = readFileSync(join(pages, folder, 'page.tsx'), 'utf8');
    expect(text).toMatch(/<Page\b[^>]*\btitle=/);
  });
});
