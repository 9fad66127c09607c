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

/**
 * One invocation: its `function.done` line, and what was logged before it: of a request the route (`request.done`), of a sweep
 * how much it looked after (`sweep.done`).
 */
interface Done extends Partial<Spending> {
  readonly service: string;
  readonly woken: string;
  readonly route?: string;
  readonly looked?: number;
}

const told = z.object({
  events: z.array(z.object({ timestamp: z.number(), message: z.string(), logStreamName: z.string() })),
});
type Line = z.infer<typeof told>['events'][number];
/** Milliseconds that a line may come after younger ones of other streams. */
const latest = 5_000;

/** Every function's log that the deployed template knows. */
async function logsOf(stack: DeployedStack): Promise<readonly string[]> {
  const answer = await awsJson(stack, 'logs', 'Logs_20140328.DescribeMetricFilters', {});
  const filters = z.object({ metricFilters: z.array(z.object({ logGroupName: z.string() })) }).parse(answer);
  return [...new Set(filters.metricFilters.map(({ logGroupName }) => logGroupName))];
}

/** What one function logs, from where it was read last; a process of it does one thing at a time, and has a stream of its own. */
function invocationsIn(stack: DeployedStack, logGroupName: string): () => Promise<readonly Done[]> {
  /** Of each stream the time of the last line that was read, and how many of that time were. */
  const read = new Map<string, { readonly at: number; readonly lines: number }>();
  let newest = 0;
  const before = new Map<string, Pick<Done, 'route' | 'looked'>>();
  const invocationOf = ({ message, logStreamName }: Line): Done[] => {
    const event = /"(request|sweep|function)\.done"/.exec(message)?.[1];
    if (event === undefined) return [];
    const line = JSON.parse(message.slice(message.indexOf('{'))) as Done & { readonly method: string };
    if (event !== 'function') {
      const { method, route, looked } = line;
      before.set(
        logStreamName,
        event === 'sweep' ? { looked: looked ?? 0 } : { route: `${method} ${route}` },
      );
      return [];
    }
    const said = before.get(logStreamName);
    before.delete(logStreamName);
    return [{ ...line, ...said }];
  };
  const freshOf = (stream: string, lines: readonly Line[]): readonly Line[] => {
    const last = read.get(stream) ?? { at: 0, lines: 0 };
    const since = lines.filter(({ timestamp }) => timestamp >= last.at);
    const at = since.at(-1)?.timestamp ?? last.at;
    if (since.length > 0)
      read.set(stream, { at, lines: since.filter(({ timestamp }) => timestamp === at).length });
    return since.slice(last.lines);
  };
  return async () => {
    const asked = { logGroupName, startTime: Math.max(0, newest - latest), limit: 10_000 };
    const { events } = told.parse(await awsJson(stack, 'logs', 'Logs_20140328.FilterLogEvents', asked));
    newest = events.at(-1)?.timestamp ?? newest;
    const byStream = Map.groupBy(events, ({ logStreamName }) => logStreamName);
    return [...byStream].flatMap(([stream, lines]) => freshOf(stream, lines)).flatMap(invocationOf);
  };
}

/** Reads what all functions of the stack log, from where it read last. */
export async function spendingIn(stack: DeployedStack) {
  const logs = (await logsOf(stack)).map((name) => invocationsIn(stack, name));
  const fresh = async () => (await Promise.all(logs.map((read) => read()))).flat();
  return {
    /** All that was logged until nothing has come for some seconds but sweeps; those are told apart. */
    async untilQuiet(seconds = 4): Promise<Spent> {
      const all: Done[] = [];
      for (let quiet = 0; quiet < seconds;) {
        const next = await fresh();
        all.push(...next);
        quiet = next.some(({ woken }) => woken !== 'sweep') ? 0 : quiet + 1;
        await wait(1_000);
      }
      const isSweep = ({ woken }: Done): boolean => woken === 'sweep';
      const others = all.filter((each) => !isSweep(each));
      const sweeps = Map.groupBy(all.filter(isSweep), nameOf);
      const byWaker = Map.groupBy(others, ({ woken }) => `by ${woken}`);
      const byWork = Map.groupBy(others, ({ woken, route = woken, ...each }) => `${nameOf(each)}: ${route}`);
      return {
        spent: sumOf(others),
        byWaker: new Map([...byWaker].map(([name, each]) => [name, sumOf(each)])),
        byWork: new Map([...byWork].map(([name, each]) => [name, sumOf(each)])),
        sweeps: new Map([...sweeps].flatMap(([name, each]) => ofSweeps(name, each))),
      };
    },
  };
}

/** By name of the function, or of that and what it was woken by. */
export type ByName = ReadonlyMap<string, Spending>;

export interface Spent {
  readonly spent: Spending;
  /** The same by what the functions were woken by: how often by a stream goes by how its records happen to come together. */
  readonly byWaker: ByName;
  /** The same by function and route, or by what woke it where that is no request. */
  readonly byWork: ByName;
  /** Of the sweeps of each function the mean of one that finds nothing, and what is more for each thing that one finds. */
  readonly sweeps: ByName;
}

function ofSweeps(name: string, sweeps: readonly Done[]): readonly (readonly [string, Spending])[] {
  const [idle = [], busy = []] = [false, true].map((finds) =>
    sweeps.filter(({ looked = 0 }) => looked > 0 === finds),
  );
  const one = idle.length === 0 ? nothing : meanOf(sumOf(idle), idle.length);
  const found = busy.reduce((sum, { looked = 0 }) => sum + looked, 0);
  const work = sumOf(busy);
  const more = Object.fromEntries(
    kinds.map((kind) => [kind, work[kind] - busy.length * one[kind]]),
  ) as Spending;
  return [
    ...(idle.length === 0 ? [] : [[`sweep of ${name}, idle`, one] as const]),
    ...(busy.length === 0 ? [] : [[`sweep of ${name}, each found`, meanOf(more, found)] as const]),
  ];
}

/** The function without what the stack added to its name. */
const nameOf = ({ service }: Pick<Done, 'service'>): string =>
  /-([a-z]+)Function/i.exec(service)?.[1] ?? service;

function sumOf(lines: readonly Partial<Spending>[]): Spending {
  const sum = (kind: Kind) =>
    kind === 'invocations' ? lines.length : lines.reduce((so, line) => so + (line[kind] ?? 0), 0);
  return Object.fromEntries(kinds.map((kind) => [kind, sum(kind)])) as Spending;
}

export const meanOf = (spent: Spending, of: number): Spending =>
  Object.fromEntries(kinds.map((kind) => [kind, spent[kind] / of])) as Spending;

export const meanOfEach = (spent: ByName, of: number): ByName =>
  new Map([...spent].map(([name, each]) => [name, meanOf(each, of)]));

export const nothing: Spending = sumOf([]);
