import { kinds, nothing, type ByName, type Spending, type Spent } from './spending.ts';

/** How what was spent is printed: before, after and as a ratio, a row for each. */

/** Functions and routes that are told of each unit: those that differ most. */
const mostRows = 6;

type Say = (line: string) => void;

const row = (say: Say, [name, ...cells]: readonly [string, ...string[]]): void =>
  say(`${name.padEnd(56)}${cells.map((cell) => cell.padStart(12)).join('')}`);

/** What one interview costs, and one sweep of each function that sweeps. */
export function tellTotals(
  say: Say,
  heads: readonly [string, ...string[]],
  before: Omit<Spent, 'byWork'>,
  after: Omit<Spent, 'byWork'>,
): void {
  row(say, heads);
  tellKinds(say, '', before.spent, after.spent);
  for (const by of ['byWaker', 'sweeps'] as const)
    for (const [name, ...pair] of pairsOf(before[by], after[by]))
      if (!pair.includes(nothing)) tellKinds(say, `${name}: `, ...pair);
}

/** Where it differs most, by function and route, or by function and what woke it. */
export function tellWhere(say: Say, before: ByName, after: ByName): void {
  for (const unit of ['readUnits', 'writeUnits', 'otherCalls'] as const) {
    say(`where ${unit} differ most`);
    const difference = ([, less, more]: Pair): number => Math.abs(more[unit] - less[unit]);
    const pairs = pairsOf(before, after).toSorted((one, other) => difference(other) - difference(one));
    for (const [name, ...pair] of pairs.slice(0, mostRows)) row(say, [name, ...cellsOf(...pair, unit)]);
  }
}

function tellKinds(say: Say, name: string, before: Spending, after: Spending): void {
  for (const kind of kinds)
    if (before[kind] > 0 || after[kind] > 0) row(say, [`${name}${kind}`, ...cellsOf(before, after, kind)]);
}

const cellsOf = (before: Spending, after: Spending, kind: keyof Spending): string[] => [
  before[kind].toFixed(1),
  after[kind].toFixed(1),
  (after[kind] / before[kind]).toFixed(2),
];

type Pair = readonly [name: string, before: Spending, after: Spending];

/** What either measured. */
const pairsOf = (before: ByName, after: ByName): readonly Pair[] =>
  [...new Set([...before.keys(), ...after.keys()])].map((name) => [
    name,
    before.get(name) ?? nothing,
    after.get(name) ?? nothing,
  ]);
