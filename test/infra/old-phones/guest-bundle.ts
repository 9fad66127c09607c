import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { UiLanguage } from '../../../functions/shared/values/languages.ts';

const root = join(import.meta.dirname, '../../..');

/** What a guest's telephone is given, by the names of the files. */
export interface GuestBundle {
  readonly folder: string;
  /** Every script and style sheet of her side, also what comes later: the room, what talks to the media server. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** The pages that begin with one of these scripts: what such a script does when it is loaded, it does on her telephone. */
  readonly begins: readonly string[];
  /** All that a page in this language loads before there is a room to be in. */
  readonly beforeVideo: (language: UiLanguage) => readonly string[];
  readonly read: (file: string) => Buffer;
  readonly remove: () => void;
}

/** Builds the pages as they are deployed, and finds the guest's among them. */
export async function buildGuestBundle(): Promise<GuestBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-pages-'));
  const built = await build({
    configFile: join(root, 'web/vite.config.ts'),
    logLevel: 'warn',
    mode: 'production',
    build: { outDir: folder, emptyOutDir: true },
  });
  if (!('output' in built)) throw new Error('Vite has built no single site.');
  const chunks = new Map(
    built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const entry = [...chunks.values()].find(({ facadeModuleId }) =>
    facadeModuleId?.endsWith('/join/index.html'),
  );
  if (entry === undefined) throw new Error('The build has no page for guests.');
  const read = (file: string) => readFileSync(join(folder, file));
  const reached = reachable(chunks, entry, ({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  const first = reachable(chunks, entry, ({ imports }) => imports);
  const wordsIn = (language: UiLanguage) =>
    [...chunks.values()].filter(({ facadeModuleId }) =>
      facadeModuleId?.endsWith(`/words/${language}/guest.json`),
    );
  return {
    folder,
    read,
    scripts: reached.map(({ fileName }) => fileName),
    begins: reached.flatMap(({ isEntry, facadeModuleId }) => (isEntry ? [facadeModuleId ?? ''] : [])),
    styles: [
      ...stylesOf(reached),
      ...linked(read('join/index.html')).filter((file) => file.endsWith('.css')),
    ],
    beforeVideo: (language) => {
      const page = `join/${language}/index.html`;
      const scripts = [...first, ...wordsIn(language)].map(({ fileName }) => fileName);
      return [
        ...new Set([page, 'start.js', 'icon.svg', ...linked(read(page)), ...scripts, ...stylesOf(first)]),
      ];
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function reachable(
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
  from: Rolldown.OutputChunk,
  next: (chunk: Rolldown.OutputChunk) => readonly string[],
): readonly Rolldown.OutputChunk[] {
  const found = new Set([from]);
  for (const chunk of found)
    for (const name of next(chunk)) {
      const other = chunks.get(name);
      if (other !== undefined) found.add(other);
    }
  return [...found];
}

const stylesOf = (chunks: readonly Rolldown.OutputChunk[]): readonly string[] => [
  ...new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])),
];

/** What a page names in its head and at its end. */
const linked = (page: Buffer): readonly string[] =>
  [...page.toString('utf8').matchAll(/(?:href|src)="\/([^"]+)"/g)].map(([, file = '']) => file);
