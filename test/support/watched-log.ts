import * as z from 'zod';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { awsJson } from './aws-call.ts';

/** One metric filter of the deployed template, with the log that it watches. */
const metricFilter = z.object({
  filterPattern: z.string(),
  logGroupName: z.string(),
  metricTransformations: z.array(z.object({ metricName: z.string() })).length(1),
});
/** Fifty at the most. */
const onePage = z.object({ metricFilters: z.array(metricFilter), nextToken: z.string().optional() });
type WatchedLog = Pick<z.infer<typeof metricFilter>, 'filterPattern' | 'logGroupName'>;

/**
 * The filter that wakes somebody, as it was deployed.
 * @param id of a function, e.g. `roomsStopping`
 * @param name under which `function-alarms.ts` has it
 */
export async function watchedLog(stack: DeployedStack, id: string, name: string): Promise<WatchedLog> {
  let found: WatchedLog | undefined;
  let nextToken: string | undefined;
  do {
    const asked = nextToken === undefined ? {} : { nextToken };
    const told = await awsJson(stack, 'logs', 'Logs_20140328.DescribeMetricFilters', asked);
    const page = onePage.parse(told);
    found = page.metricFilters.find(({ metricTransformations: [metric] }) =>
      metric?.metricName.endsWith(`/${id}/Function/${name}`),
    );
    nextToken = page.nextToken;
  } while (found === undefined && nextToken !== undefined);
  if (found === undefined) throw new Error(`The stack has no metric filter ${name} of ${id}.`);
  return found;
}

/** Lines of a log that a filter matches, oldest first. */
export async function linesIn(
  stack: DeployedStack,
  { logGroupName, filterPattern }: WatchedLog,
): Promise<string[]> {
  const events = z.object({ events: z.array(z.object({ message: z.string() })) });
  const told = await awsJson(stack, 'logs', 'Logs_20140328.FilterLogEvents', {
    logGroupName,
    startTime: Date.now() - 60_000,
    limit: 10_000,
  });
  const lines = events.parse(told).events.map(({ message }) => message);
  return lines.filter((line) => isMatched(line, filterPattern));
}

/**
 * Whether a line is matched by a filter of the template. The emulator takes a filter over JSON and lets every line through
 * it, so the forms that the template uses are judged here, as CloudWatch's documentation has them; no other is known.
 */
export function isMatched(line: string, filterPattern: string): boolean {
  const inner = /^\{ (.+) \}$/.exec(filterPattern)?.[1];
  if (inner === undefined) throw new RangeError(`Not a filter over JSON: ${filterPattern}`);
  const fields = fieldsOf(line);
  return inner.split(' && ').every((part) => {
    const [, name = '', sign, value = ''] = /^\(?\$\.(\w+) (=|>=) ([^()]+)\)?$/.exec(part) ?? [];
    const found = fields[name];
    if (sign === '=') return found === JSON.parse(value);
    if (sign === '>=') return typeof found === 'number' && found >= Number(value);
    throw new RangeError(`Not a known part of a filter: ${part}`);
  });
}

/** A line that is not JSON matches no filter over JSON. */
function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
