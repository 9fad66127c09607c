import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the documents name must be there: files, folders, links and npm scripts. */

const root = join(import.meta.dirname, '../..');
const within = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`);
const files = [
  ...readdirSync(root).filter((name) => /\.(md|json)$/.test(name)),
  ...['functions', 'infra', 'test', 'web'].flatMap(within),
];
/** Of what was, the list of changes may go on telling. */
const documents = files.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');
const textOf = (document: string): string => readFileSync(join(root, document), 'utf8');
const found = (text: string, what: RegExp): string[] => [...text.matchAll(what)].map(([, name = '']) => name);

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
const benches = files.flatMap((path) => found(path, /^test\/bench\/([a-z-]+)\.bench\.ts$/g));

/** Named as what is not there: still to be made, written by a command, or called otherwise today. */
const notHere: Readonly<Record<string, readonly string[]>> = {
  'README.md': ['out.json'],
  'CONTRIBUTING.md': ['out.json'],
  'infra/decisions/names-tried-by-a-stranger.md': [
    'rooms/entering.ts',
    'holds.ts',
    'dues.ts',
    'concerned.ts',
    'form-state.ts',
    'plan-moves.ts',
  ],
};

/** Files by name or by the end of their path, and whatever begins with a folder of ours. */
const pathsIn = (text: string): string[] => [
  ...found(text, /(?<=[`\s])([\w./-]+\.(?:ts|tsx|mjs|py|json|md|css|html|txt))(?=[`\s])/g),
  ...found(text, /\b((?:functions|infra|test|web)\/[\w./-]*\w)/g),
];
const isThere = (path: string): boolean =>
  existsSync(join(root, path)) || files.some((file) => file.endsWith(`/${path}`));

describe.each(documents)('%s names', (document) => {
  const text = textOf(document);

  it('files and folders that there are', () => {
    const missing = pathsIn(text).filter((path) => !isThere(path));
    expect([...new Set(missing)].sort()).toEqual([...(notHere[document] ?? [])].sort());
  });

  it('links that lead somewhere', () => {
    const links = found(text, /\]\(([^)#]+)\)/g).filter((link) => !link.includes('://'));
    expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });

  it('commands that there are', () => {
    const told = found(text, /npm\s+run\s+(?:-s\s+)?([a-z:-]+)/g);
    expect(told.filter((name) => !(name in scripts))).toEqual([]);
    const measured = found(text, /npm\s+run\s+bench\s+--\s+([a-z-]+)/g);
    expect(measured.filter((name) => !benches.includes(name))).toEqual([]);
  });
});

it('every command is told where people begin', () => {
  const told = textOf('README.md') + textOf('CONTRIBUTING.md');
  const isTold = (name: string) => new RegExp(`npm (?:run )?(?:-s )?${name}\\b|\`${name}\``).test(told);
  expect(Object.keys(scripts).filter((name) => !isTold(name))).toEqual([]);
});
