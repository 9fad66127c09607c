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

  // Whoever comes by another page has its words by chance, and whoever comes straight to this one reads names of texts.
  test.each(routes)('$folder loads the words of all that it shows', ({ folder }) => {
    const loaded = [
      ...always,
      ...readFileSync(join(pages, folder, 'route.ts'), 'utf8').matchAll(/alsoWords\('(\w+)'\)/g),
    ].map((each) => (typeof each === 'string' ? each : each[1]));
    const used = filesOf(join(pages, folder, 'page.tsx')).flatMap((file) => [
      ...namespacesIn(readFileSync(file, 'utf8')),
    ]);
    expect([...new Set(used)].filter((each) => !loaded.includes(each))).toEqual([]);
  });
});

const always = ['staff', 'refusals', 'names', 'daily', 'help'];

/** A file and all that it imports of the pages. */
function filesOf(first: string): readonly string[] {
  const known = new Set([first]);
  for (const file of known)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+\.tsx?)';/gm,
    )) {
      const found = join(dirname(file), path);
      if (found.includes('/web/src/')) known.add(found);
    }
  return [...known];
}

/** Which catalogues a file asks for. */
const namespacesIn = (text: string): readonly string[] =>
  [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, asked = '']) =>
    [...asked.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  );
