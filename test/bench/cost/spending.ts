import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** What was spent, summed up: units and calls as the functions log them, and their own milliseconds. */
export type Spending = Readonly<Record<Kind, number>>;

export const kinds = [
  'invocations',
  'ms',
  'readUnits',
  'writeUnits',
  'transactions',
  's3',
  'kms',
  'otherCalls',
] as const;
type Kind = (typeof kinds)[number];

/** A `function.done` line. */
interface Done {
  readonly event: string;
  readonly service: string;
  readonly woken: string;
}

/** Reads what the functions log, from where it read last. @param file the log of the emulator, in which all of them write */
export function spendingIn(file: string) {
  let at = 0;
  let rest = '';
  const fresh = (): (Done & Partial<Spending>)[] => {
    const handle = openSync(file, 'r');
    const bytes = Buffer.alloc(fstatSync(handle).size - at);
    readSync(handle, bytes, 0, bytes.length, at);
    closeSync(handle);
    at += bytes.length;
    const lines = (rest + bytes.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    return lines.flatMap((line) => {
      const start = line.indexOf('{"level"');
      return start >= 0 && line.includes('"function.done"') ? [JSON.parse(line.slice(start)) as Done] : [];
    });
  };
  return {
    /** All that was logged until nothing has come for some seconds but sweeps; those are told apart. */
    async untilQuiet(seconds = 4): Promise<{ readonly spent: Spending; readonly sweeps: SweepsByFunction }> {
      const all: (Done & Partial<Spending>)[] = [];
      for (let quiet = 0; quiet < seconds;) {
        const next = fresh();
        all.push(...next);
        quiet = next.some(({ woken }) => woken !== 'sweep') ? 0 : quiet + 1;
        await wait(1_000);
      }
      const by = Map.groupBy(all, ({ woken }) => woken === 'sweep');
      const sweeps = Map.groupBy(by.get(true) ?? [], ({ service }) => service);
      return {
        spent: sumOf(by.get(false) ?? []),
        sweeps: new Map([...sweeps].map(([name, each]) => [name, meanOf(sumOf(each), each.length)])),
      };
    },
  };
}

/** The mean of one sweep, by function. */
export type SweepsByFunction = ReadonlyMap<string, Spending>;

function sumOf(lines: readonly Partial<Spending>[]): Spending {
  const sum = (kind: Kind) =>
    kind === 'invocations' ? lines.length : lines.reduce((so, line) => so + (line[kind] ?? 0), 0);
  return Object.fromEntries(kinds.map((kind) => [kind, sum(kind)])) as Spending;
}

export const meanOf = (spent: Spending, of: number): Spending =>
  Object.fromEntries(kinds.map((kind) => [kind, spent[kind] / of])) as Spending;
