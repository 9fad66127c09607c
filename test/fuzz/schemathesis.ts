import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { pythonWith } from '../support/python.ts';
import { documentFor } from './document.ts';
import { everyRoute } from '../support/every-route.ts';
import type { Ground } from './ground.ts';
import { askersFor, settingsFor, type Asker, type Bounds } from './settings.ts';

/** What of Schemathesis' report is looked at. */
const report = z.object({
  complete: z.boolean(),
  exit_code: z.int(),
  operations: z.object({ tested: z.int(), errored: z.int() }),
  test_cases: z.object({ generated: z.int() }),
  valid_rates: z.record(z.string(), z.record(z.string(), z.object({ accepted: z.int() }))),
});

export interface Outcome {
  /** Every operation was tested to the end, and nothing found. */
  readonly clean: boolean;
  readonly operations: number;
  readonly cases: number;
  /** Of the operations, those that did at least once what they were asked. */
  readonly done: readonly string[];
  /** Schemathesis' own words. */
  readonly words: string;
}

export interface Fuzzing {
  readonly asker: Asker;
  readonly seed: number;
  readonly examples: number;
  readonly bounds: Bounds;
  /** Below which a folder is made for what is written; it holds tokens. */
  readonly folder: string;
  readonly signal?: AbortSignal;
}

/** Capabilities whose operations write nothing that those of the others read, so that both halves can be asked at once. */
const apart = ['accounts', 'availability', 'custody', 'directory', 'notices'].map(
  (capability) => `--include-tag=${capability}`,
);
const halves = [apart, apart.map((tag) => tag.replace('include', 'exclude'))];

/** The file in which hooks.py reads who asks. */
const askers = 'askers.json';

/** Asks the whole API all that its document allows, and what it does not, as one asker. */
export async function fuzz(ground: Ground, fuzzing: Fuzzing): Promise<Outcome> {
  const { asker, seed, examples, bounds, signal } = fuzzing;
  const folder = mkdtempSync(join(fuzzing.folder, 'fuzz-'));
  const [document, settings] = [join(folder, 'openapi.json'), join(folder, 'schemathesis.toml')];
  writeFileSync(document, JSON.stringify(await documentFor(ground)));
  writeFileSync(settings, settingsFor(ground, examples, bounds));
  writeFileSync(join(folder, askers), JSON.stringify(askersFor(ground, asker)), { mode: 0o600 });
  const args = ['--config-file', settings, '--no-color', 'run', document, '--url', ground.url];
  args.push('--seed', String(seed), '--warnings', 'off');
  const outcomes = halves.map((half, index) =>
    ask(folder, [...args, ...half], `report-${index}.json`, signal),
  );
  const both = await Promise.all(outcomes);
  return {
    clean: both.every(({ clean }) => clean),
    operations: both.reduce((sum, { operations }) => sum + operations, 0),
    cases: both.reduce((sum, { cases }) => sum + cases, 0),
    done: both.flatMap(({ done }) => done),
    words: both.map(({ words }) => words).join('\n'),
  };
}

async function ask(
  folder: string,
  args: readonly string[],
  name: string,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const file = join(folder, name);
  writeFileSync(file, '{}');
  const words = await run(folder, [...args, '--report', 'json', '--report-json-path', file], signal);
  const told = report.safeParse(JSON.parse(readFileSync(file, 'utf8') || '{}'));
  if (!told.success) throw new Error(`Schemathesis did not come to its end:\n${words}`);
  const { complete, exit_code: code, operations, test_cases: cases, valid_rates: rates } = told.data;
  const done = everyRoute.filter(([, { route }]) => {
    const phases = rates[`${route.method} ${route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`] ?? {};
    return Object.values(phases).some(({ accepted }) => accepted > 0);
  });
  return {
    clean: complete && code === 0 && operations.errored === 0,
    operations: operations.tested,
    cases: cases.generated,
    done: done.map(([route]) => route),
    words,
  };
}

/** @returns all that it printed @throws Error where it could not be started */
function run(folder: string, args: readonly string[], signal: AbortSignal | undefined): Promise<string> {
  const env = {
    ...process.env,
    PYTHONPATH: import.meta.dirname,
    PYTHONUTF8: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    SCHEMATHESIS_HOOKS: 'hooks',
    SAKSI_FUZZ_ASKERS: join(folder, askers),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(schemathesisPython(), ['-m', 'schemathesis.cli', ...args], {
      cwd: folder,
      env,
      signal,
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (more: string) => (words += more));
    child.on('error', reject);
    child.on('close', () => resolve(words));
  });
}

/** The Python that has Schemathesis and all it stands on, each package by its digest. */
function schemathesisPython(): string {
  const pinned = join(import.meta.dirname, 'requirements.txt');
  const digest = createHash('sha256').update(readFileSync(pinned)).digest('hex').slice(0, 12);
  return pythonWith(`schemathesis-${digest}`, ['--require-hashes', '--requirement', pinned]);
}
