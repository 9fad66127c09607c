/**
 * `npm run bench -- NAME …` runs test/bench/NAME.bench.ts, each in a process of its own; without a name it says which
 * there are. Benches print ratios of one run: they are to be read, and no test depends on them.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SUFFIX = '.bench.ts';
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));

if (wanted.length === 0 || unknown.length > 0) {
  const fault = unknown.length === 0 ? '' : `There is no bench ${unknown.join(', ')}. `;
  process.stderr.write(`${fault}Give the name of a bench, or of several: ${names.join(', ')}.\n`);
  process.exitCode = 2;
}
for (const name of unknown.length > 0 ? [] : wanted) {
  process.stdout.write(`\n${name}\n`);
  // With the garbage collector at hand, since memory can be measured only after it has run.
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, name + SUFFIX)], {
    stdio: 'inherit',
    // The functions' own lines would be measured too.
    env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'SILENT' },
  });
  if (status !== 0) process.exitCode = 1;
}
