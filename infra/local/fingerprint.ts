import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One hash over the names and contents of files and folders (below `root`) and over some settings. */
export function fingerprint(root: string, paths: string[], settings: string[], skip: string[] = []): string {
  const hash = createHash('sha256');
  for (const setting of settings) hash.update(`${setting}\0`);
  for (const path of paths) if (existsSync(join(root, path))) add(hash, root, path, skip);
  return hash.digest('hex');
}

function add(hash: Hash, root: string, path: string, skip: string[]): void {
  if (skip.includes(path)) return;
  const full = join(root, path);
  if (!statSync(full).isDirectory()) {
    const content = readFileSync(full);
    hash.update(`${path}\0${content.length}\0`).update(content);
    return;
  }
  for (const entry of readdirSync(full).toSorted()) add(hash, root, `${path}/${entry}`, skip);
}
