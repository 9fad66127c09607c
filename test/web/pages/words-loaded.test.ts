import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Words that only some pages need come with those pages (`alsoWords` in their `route.ts`). A page of which a part asks for words
 * that nobody loaded shows the name of the word in its place, until somebody goes there by way of another page.
 */

const source = join(import.meta.dirname, '../../../web/src');
const always = ['staff', 'refusals', 'names', 'daily'];

const text = (file: string): string => readFileSync(file, 'utf8');
const all = (pattern: RegExp, of: string): string[] =>
  [...of.matchAll(pattern)].map(([, found = '']) => found);

/** Every file of ours that a file takes in, at once or later. */
function takenIn(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const path of all(/(?:from|import\()\s*'(\.[^']+\.tsx?)'/g, text(file))) {
    const next = join(dirname(file), path);
    if (next.startsWith(join(source, 'pages')) || next.startsWith(join(source, 'parts'))) takenIn(next, seen);
  }
  return seen;
}

const asked = (file: string): readonly string[] => {
  const said = text(file);
  const named = all(/useTranslation\(([^)]*)\)/g, said).flatMap((given) => all(/'(\w+)'/g, given));
  return [...named, ...all(/\bt\(\s*['`](\w+):/g, said)];
};

const routes = globSync('pages/**/route.ts', { cwd: source });

test('there are pages', () => expect(routes.length).toBeGreaterThan(20));

test.each(routes)('%s loads the words that its page and all parts of it ask for', (route) => {
  const page = join(source, dirname(route), 'page.tsx');
  const loaded = [...always, ...all(/alsoWords\('(\w+)'\)/g, text(join(source, route)))];
  const missing = [...takenIn(page)].flatMap((file) =>
    asked(file)
      .filter((words) => !loaded.includes(words))
      .map((words) => `${words} in ${file.slice(source.length)}`),
  );
  expect([...new Set(missing)]).toEqual([]);
});
