import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What a module brings in from beside it: at once, late, or as types alone. Lint sees all but the late ones. */
const broughtIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\bfrom |\bimport |\bimport\()'(\.[^']+\.tsx?)'/g)].flatMap(([, path]) => path ?? []);

/** The first circle that is found, as the way round it; undefined where there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (at: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    if (done.has(at)) return undefined;
    for (const next of graph.get(at) ?? []) {
      const found = walk(next, [...way, at]);
      if (found !== undefined) return found;
    }
    done.add(at);
    return undefined;
  };
  for (const start of graph.keys()) {
    const found = walk(start, []);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('imports of the web', () => {
  test('go round in no circle, those that are loaded late and those of types among them', () => {
    const files = globSync('web/src/**/*.{ts,tsx}', { cwd: root });
    const graph = new Map(
      files.map((file) => [
        file,
        broughtIn(readFileSync(join(root, file), 'utf8')).map((path) => join(dirname(file), path)),
      ]),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(graph.get('web/src/pages/session/your-turn.tsx')).toContain(
      'web/src/pages/session/tasks/invitations.tsx',
    );
    expect(circleIn(graph)).toBeUndefined();
  });

  test('a circle would be found', () => {
    const text =
      "import type { A } from './b.ts';\nconst C = lazy(() => import('./c.tsx'));\nimport './d.css';\n";
    expect(broughtIn(text)).toEqual(['./b.ts', './c.tsx']);
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    expect(circleIn(graph)).toEqual(['b', 'd', 'b']);
  });
});
