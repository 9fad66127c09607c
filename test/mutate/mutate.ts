/**
 * `npm run mutate [-- --of rooms,witnesses --each 25 --seed 8]`: breaks rules and handlers in places chosen by chance, one at a
 * time, and says which of them no test notices that needs no stack. Leaves with 1 where fewer than nine in ten are noticed.
 * What is known to change nothing stands in survivors.json, with the reason. Why so: infra/decisions/tests-that-notice.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { excludedMutations, oneLine, placesOf, rangeOf, type Place } from './places.ts';
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
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutate/vitest.config.ts', related: false },
  mutate: [...chosen.values()].flat().map(rangeOf),
  mutator: { excludedMutations },
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
  timeoutMS: 15_000,
}).runMutationTest();

/** How it went with one place; undefined where it was not tried. */
function stateOf({ file, start, instead }: Place): Results[number]['status'] | undefined {
  const found = results.find(
    ({ fileName, replacement, location }) =>
      fileName.endsWith(file) &&
      location.start.line === start.line + 1 &&
      location.start.column === start.column + 1 &&
      oneLine(replacement) === instead,
  );
  return found?.status;
}

const isKnown = ({ file, code, instead }: Place): boolean =>
  known.some((each) => each.file === file && each.code === code && each.instead === instead);

let enough = true;
for (const [name, places] of chosen) {
  const states = places.map((place) => ({ place, state: stateOf(place) }));
  const loaded = states.filter(({ state }) => state === undefined || state === 'Ignored');
  const survived = states.filter(({ state }) => state === 'Survived' || state === 'NoCoverage');
  const alike = survived.filter(({ place }) => isKnown(place));
  const tried = states.length - loaded.length - alike.length;
  const noticed = tried - (survived.length - alike.length);
  enough &&= noticed >= goal * tried;
  const share = tried === 0 ? '' : ` (${Math.round((100 * noticed) / tried)} %)`;
  const rest = `${loaded.length} not tried, being worked out as a module is loaded; ${alike.length} change nothing`;
  process.stdout.write(`${name}: ${noticed} of ${tried} noticed${share}; ${rest}\n`);
  for (const { place, state } of survived)
    if (!isKnown(place))
      process.stdout.write(
        `  ${state === 'NoCoverage' ? 'never run' : 'survived'}  ${place.file}:${place.start.line + 1}  ${place.code}  ->  ${place.instead}\n`,
      );
}
process.exitCode = enough ? 0 : 1;
