/**
 * `npm run mutate [-- --of rooms,witnesses --each 25 --seed 8]`: breaks rules and handlers in places chosen by chance, one at a
 * time, and says which of them no test notices that needs no stack. Leaves with 1 where fewer than nine in ten are noticed.
 * What is known to change nothing stands in survivors.json, with the reason. Why so: infra/decisions/tests-that-notice.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { excludedMutations, nameOf, oneLine, placesOf, rangeOf, type Place } from './places.ts';
import { sample } from './sample.ts';

const root = join(import.meta.dirname, '..', '..');
const goal = 0.9;

const { values: asked } = parseArgs({
  options: {
    of: { type: 'string', default: '' },
    each: { type: 'string', default: '25' },
    seed: { type: 'string', default: '8' },
  },
});

type Results = Awaited<ReturnType<Stryker['runMutationTest']>>;
type Known = Pick<Place, 'file' | 'code' | 'instead'> & { readonly why: string };

const known = JSON.parse(readFileSync(join(import.meta.dirname, 'survivors.json'), 'utf8')) as Known[];

const capabilities = (asked.of === '' ? readdirSync(join(root, 'functions')) : asked.of.split(',')).filter(
  (name) => !name.includes('.'),
);
const chosen = new Map<string, Place[]>();
for (const name of capabilities)
  chosen.set(name, sample(await placesOf(root, name), Number(asked.each), Number(asked.seed)));

const results = await new Stryker({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './test/mutate/only-chosen.ts'],
  vitest: { configFile: 'test/mutate/vitest.config.ts', related: false },
  mutate: [...chosen.values()].flat().map(rangeOf),
  mutator: { excludedMutations },
  checkers: ['only-chosen'],
  chosen: [...chosen.values()].flat().map(nameOf),
  coverageAnalysis: 'perTest',
  // What is worked out as a module is loaded can only be tried with every test there is.
  ignoreStatic: true,
  concurrency: 1,
  // Its preparation of this file needs an interface that the compiler has no more; nothing here needs the preparation.
  tsconfigFile: 'none.json',
  tempDirName: '.saksi/mutate',
  ignorePatterns: ['.saksi', 'dist', 'cdk.out'],
  reporters: ['progress-append-only'],
  disableTypeChecks: false,
  allowEmpty: true,
  dryRunTimeoutMinutes: 20,
  // Long, since what the clock ends was not seen to be noticed: on a busy machine it may only be slow.
  timeoutMS: 60_000,
}).runMutationTest();

const fromZero = ({ line, column }: Place['start']) => ({ line: line - 1, column: column - 1 });
/** How it went with each place, by its name; what Stryker gives back counts from 1. */
const stateOf = new Map(
  results.map(({ fileName: file, location: { start, end }, replacement, status }) => [
    nameOf({ file, start: fromZero(start), end: fromZero(end), instead: oneLine(replacement) }),
    status,
  ]),
);

const isKnown = ({ file, code, instead }: Place): boolean =>
  known.some((each) => each.file === file && each.code === code && each.instead === instead);

/** Where a file of tests could not even be loaded, there is an error in place of a test that fails. */
const isNoticed = (state: Results[number]['status'] | undefined): boolean =>
  state === 'Killed' || state === 'Timeout' || state === 'RuntimeError';

/** What was ended by the clock may go on for ever, or the machine was busy: somebody has to judge. */
const words = (state: Results[number]['status'] | undefined): string =>
  state === 'NoCoverage' ? 'never run' : (state ?? 'not found').toLowerCase();

const lineOf = ({ file, start, code, instead }: Place): string =>
  `${file}:${start.line + 1}  ${code}  ->  ${instead}`;

let enough = true;
for (const [name, places] of chosen) {
  const states = places.map((place) => ({ place, state: stateOf.get(nameOf(place)) }));
  const loaded = states.filter(({ state }) => state === 'Ignored');
  const late = states.filter(({ state }) => state === 'Timeout');
  const noticed = states.filter(({ state }) => isNoticed(state)).length;
  const unnoticed = states.filter(({ state }) => state !== 'Ignored' && !isNoticed(state));
  const alike = unnoticed.filter(({ place }) => isKnown(place));
  const tried = states.length - loaded.length - alike.length;
  enough &&= noticed >= goal * tried;
  const share = tried === 0 ? '' : ` (${Math.round((100 * noticed) / tried)} %)`;
  const rest = `${late.length} of them by the clock; ${loaded.length} not tried, being worked out as a module is loaded; ${alike.length} change nothing`;
  process.stdout.write(`${name}: ${noticed} of ${tried} noticed${share}; ${rest}\n`);
  for (const { place, state } of [...unnoticed, ...late])
    if (!isKnown(place)) process.stdout.write(`  ${words(state)}  ${lineOf(place)}\n`);
}
process.exitCode = enough ? 0 : 1;
