import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { DeployedStack } from '../../../infra/local/deployed-stack.ts';
import { awsJson } from '../../support/aws-call.ts';

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

const told = z.object({ events: z.array(z.object({ timestamp: z.number(), message: z.string() })) });

/** Every function's log that the deployed template knows. */
async function logsOf(stack: DeployedStack): Promise<readonly string[]> {
  const answer = await awsJson(stack, 'logs', 'Logs_20140328.DescribeMetricFilters', {});
  const filters = z.object({ metricFilters: z.array(z.object({ logGroupName: z.string() })) }).parse(answer);
  return [...new Set(filters.metricFilters.map(({ logGroupName }) => logGroupName))];
}

/** Reads what all functions of the stack log, from where it read last. */
export async function spendingIn(stack: DeployedStack) {
  const groups = await logsOf(stack);
  /** Of each log the time of the last line that was read, and how many of that time were. */
  const read = new Map<string, { readonly at: number; readonly lines: number }>();
  const freshIn = async (logGroupName: string): Promise<(Done & Partial<Spending>)[]> => {
    const before = read.get(logGroupName) ?? { at: 0, lines: 0 };
    const asked = { logGroupName, startTime: before.at, limit: 10_000 };
    const { events } = told.parse(await awsJson(stack, 'logs', 'Logs_20140328.FilterLogEvents', asked));
    const last = events.at(-1)?.timestamp ?? before.at;
    read.set(logGroupName, { at: last, lines: events.filter(({ timestamp }) => timestamp === last).length });
    return events
      .slice(before.lines)
      .flatMap(({ message }) =>
        message.includes('"function.done"') ? [JSON.parse(message.slice(message.indexOf('{'))) as Done] : [],
      );
  };
  const fresh = async () => (await Promise.all(groups.map(freshIn))).flat();
  return {
    /** All that was logged until nothing has come for some seconds but sweeps; those are told apart. */
    async untilQuiet(seconds = 4): Promise<{ readonly spent: Spending; readonly sweeps: SweepsByFunction }> {
      const all: (Done & Partial<Spending>)[] = [];
      for (let quiet = 0; quiet < seconds;) {
        const next = await fresh();
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
