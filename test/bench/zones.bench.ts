/**
 * Local time → UTC, ours against date-fns-tz with zone names, in one run: `npm run bench -- zones`.
 * Both get the same zones and local times and must agree; what counts is the ratio (at least 100), not the times.
 */
import { fromZonedTime } from 'date-fns-tz';
import { addMinutes, parseInstant } from '../../functions/shared/values/instants.ts';
import { segmentAt, type ZoneRules } from '../../functions/shared/values/zone-rules.ts';
import { resolveLocal, rulesOf } from '../../functions/shared/values/zones.ts';

const GOAL = 100;
const ZONES = [
  'Asia/Bangkok',
  'Asia/Yangon',
  'Australia/Sydney',
  'America/New_York',
  'Europe/London',
  'Asia/Kathmandu',
];

interface Sample {
  readonly zone: string;
  readonly local: string;
}

/** Unique local times only, in mixed order: the other ones date-fns-tz does not tell apart. */
const made: Sample[] = [];
for (let index = 0; index < 6_000; index += 1) {
  const zone = ZONES[index % ZONES.length] ?? '';
  const local = addMinutes(parseInstant('2026-01-01T00:00:00Z'), (index * 7_919) % 5_000_000).slice(0, 16);
  if (resolveLocal(zone, local).kind === 'unique') made.push({ zone, local });
}
/** Through JSON, as times come in requests: cut from longer texts they would be slower to read, for both. */
const samples = JSON.parse(JSON.stringify(made)) as Sample[];

function ours({ zone, local }: Sample): number {
  const resolved = resolveLocal(zone, local);
  return resolved.kind === 'unique' ? resolved.instant.length : 0;
}

const rules = new Map(ZONES.map((zone) => [zone, rulesOf(zone)]));
const minutes = samples.map(({ zone, local }) => ({
  rules: rules.get(zone) ?? rulesOf(zone),
  at: Date.parse(`${local}Z`) / 60_000,
}));

function oursInNumbers(item: { rules: ZoneRules; at: number }): number {
  return item.at - (item.rules.first[segmentAt(item.rules, item.at)] ?? 0);
}

function theirs({ zone, local }: Sample): number {
  return fromZonedTime(local, zone).getTime();
}

/** Nanoseconds for one call; the sum keeps the work from being dropped. */
function time<T>(items: readonly T[], rounds: number, run: (item: T) => number): number {
  let sum = 0;
  const start = performance.now();
  for (let turn = 0; turn < rounds; turn += 1) for (const item of items) sum += run(item);
  const spent = performance.now() - start;
  if (!Number.isFinite(sum)) throw new Error('A conversion gave no time.');
  return (spent * 1e6) / (rounds * items.length);
}

for (const { zone, local } of samples) {
  const resolved = resolveLocal(zone, local);
  const other = fromZonedTime(local, zone).toISOString();
  if (resolved.kind !== 'unique' || resolved.instant !== other)
    throw new Error(`${zone} ${local}: ${other}?`);
}

let [text, numbers, library] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
// In turns, the best of each, so that whatever else the machine does falls on all alike.
for (let round = 0; round < 8; round += 1) {
  text = Math.min(text, time(samples, 50, ours));
  numbers = Math.min(numbers, time(minutes, 100, oursInNumbers));
  library = Math.min(library, time(samples, 2, theirs));
}
const lines = [
  `local → UTC, ${samples.length} times in ${ZONES.length} zones, ns each`,
  `  date-fns-tz, text → Date                ${library.toFixed(0)}`,
  `  ours, text → text (checked, classified) ${text.toFixed(1)}   ${(library / text).toFixed(0)}×`,
  `  ours, minute → minute (as search does)  ${numbers.toFixed(1)}   ${(library / numbers).toFixed(0)}×`,
];
process.stdout.write(`${lines.join('\n')}\n`);
if (library / numbers < GOAL) {
  process.stderr.write(`The goal is ${GOAL}×.\n`);
  process.exitCode = 1;
}
