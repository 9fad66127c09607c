/** Finds what capabilities declare as data: every export of a kind, in every file of that name below a folder. */
import { readdirSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface NamedExport<Value> {
  /** The folder in which the file lies. */
  readonly capability: string;
  /** The file below the folder that was searched. */
  readonly file: string;
  /** The name under which the file exports it. */
  readonly name: string;
  readonly value: Value;
}

/** By file, and then in alphabetical order, whatever the order in the file. @param root absolute path of `functions/` */
export async function exportsOf<Value>(
  root: string,
  fileName: string,
  is: (value: unknown) => value is Value,
): Promise<NamedExport<Value>[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === fileName)
    .sort();
  const found = files.map(async (file) => {
    const [capability = ''] = file.split(sep);
    const module = (await import(pathToFileURL(join(root, file)).href)) as object;
    return Object.entries(module)
      .filter((pair): pair is [string, Value] => is(pair[1]))
      .map(([name, value]) => ({ capability, file, name, value }));
  });
  return (await Promise.all(found)).flat();
}
