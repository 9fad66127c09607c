import * as z from 'zod';
import { epochMs, parseInstant } from './instants.ts';
import type { Instant } from './instants.ts';
import { instantText, outOfTable, pad, parseLocal, secondsOf, wallText } from './local-times.ts';
import { nearMatches } from './near-zones.ts';
import { ZoneRefusal } from './time-refusal.ts';
import { NEVER, ONCE, offsetAt, readRules, segmentAt } from './zone-rules.ts';
import type { ZoneRules } from './zone-rules.ts';
import { baseMinute, endMinute, renamed, ruleSets, version } from './zone-table.ts';

/** The release of the IANA data that all answers come from; stamp it on whatever is decided with them. */
export const zoneTableVersion: string = version;

const lineOf = new Map(ruleSets.flatMap(([line, names]) => names.split(' ').map((name) => [name, line])));
const modernOf = new Map<string, string>([...lineOf.keys()].map((name) => [name, name]));
for (const pair of renamed.split(' ')) {
  const [old = '', modern = ''] = pair.split('=');
  modernOf.set(old, modern);
}

/** The modern name for any IANA name or outdated name, in any case of letters (as Intl takes them). */
function modernName(name: string): string | undefined {
  if (typeof name !== 'string' || name.length > LONGEST) return undefined;
  const exact = modernOf.get(name);
  if (exact !== undefined) return exact;
  const lower = name.toLowerCase();
  for (const [known, modern] of modernOf) if (known.toLowerCase() === lower) return modern;
  return undefined;
}

/** No name is longer; what is longer is not even compared. */
const LONGEST = 40;

function unknownZone(name: unknown): ZoneRefusal {
  const wanted = typeof name === 'string' && name.length <= LONGEST ? name : '';
  const near = wanted === '' ? [] : nearMatches(wanted, modernOf);
  const advice =
    near.length === 0 ? 'Give an IANA name such as Asia/Yangon.' : `Did you mean ${near.join(' or ')}?`;
  return new ZoneRefusal(`There is no such time zone. ${advice}`, near);
}

/**
 * A time zone by its IANA name or an outdated name of it; what is kept is the modern name. Of one that is not known, the
 * issue holds the names that were most likely meant as `params.nearest`.
 */
export const zoneName = z
  .string()
  .overwrite((name) => modernName(name) ?? name)
  .check(({ value, issues }) => {
    if (modernOf.has(value)) return;
    const { message, choices } = unknownZone(value);
    issues.push({ code: 'custom', input: value, message, params: { nearest: choices } });
  })
  .brand<'ZoneName'>()
  .meta({ description: 'A time zone, by its IANA name', examples: ['Asia/Yangon'] });

export type ZoneName = z.infer<typeof zoneName>;

/** Every zone under its modern name, sorted. */
export const zoneNames: readonly ZoneName[] = [...lineOf.keys()].sort() as ZoneName[];

/** `Asia/Rangoon` → `Asia/Yangon`. @throws ZoneRefusal */
export function canonicalZone(name: string): ZoneName {
  const modern = modernName(name);
  if (modern === undefined) throw unknownZone(name);
  return modern as ZoneName;
}

const readyRules = new Map<string, ZoneRules>();

/** The clocks of a zone, for work on many times at once (see zone-rules.ts). @throws ZoneRefusal */
export function rulesOf(zone: string): ZoneRules {
  const ready = readyRules.get(zone);
  if (ready !== undefined) return ready;
  const modern = canonicalZone(zone);
  const rules = readyRules.get(modern) ?? readRules(lineOf.get(modern) ?? '');
  readyRules.set(modern, rules);
  // Also under an outdated name that was used, but not under every mixture of cases: those are without number.
  if (modernOf.has(zone)) readyRules.set(zone, rules);
  return rules;
}

export type LocalResolution =
  | { readonly kind: 'unique'; readonly instant: Instant }
  /** The clocks were put back: the wall showed this time twice. */
  | { readonly kind: 'ambiguous'; readonly instants: readonly [earlier: Instant, later: Instant] }
  /** The clocks were put forward: what the offset before the change gives, and what the offset after it gives. */
  | { readonly kind: 'nonexistent'; readonly before: Instant; readonly after: Instant };

/**
 * Which instant the wall clock of a zone means by `YYYY-MM-DDTHH:mm[:ss]`.
 * @throws ZoneRefusal `unknown-zone`; TimeRefusal `bad-local-time`, `out-of-table` (a local year outside 2024–2037:
 * what States will decide about later years is not known, so nothing is extended beyond the table)
 */
export function resolveLocal(zone: string, local: string): LocalResolution {
  const rules = readyRules.get(zone) ?? rulesOf(zone);
  const minutes = parseLocal(local);
  const segment = segmentAt(rules, minutes);
  const kind = rules.kinds[segment];
  const seconds = secondsOf(local);
  const one = instantText(minutes - (rules.first[segment] ?? 0), seconds) as Instant;
  if (kind === ONCE) return { kind: 'unique', instant: one };
  const other = instantText(minutes - (rules.second[segment] ?? 0), seconds) as Instant;
  return kind === NEVER
    ? { kind: 'nonexistent', before: one, after: other }
    : { kind: 'ambiguous', instants: [one, other] };
}

/**
 * What the wall clock of a zone shows at an instant: `local` as `YYYY-MM-DDTHH:mm`, with `:ss` when they are not 00
 * (as web forms spell it; fractions of a second are cut off), and the offset in force, such as `+06:30`.
 * @throws ZoneRefusal `unknown-zone`; TimeRefusal `bad-instant`, `out-of-table`
 */
export function localOf(zone: string, instant: string): { readonly local: string; readonly offset: string } {
  const rules = readyRules.get(zone) ?? rulesOf(zone);
  const at = parseInstant(instant);
  const utcMinute = tableMinute(at);
  const offset = offsetAt(rules, utcMinute);
  const local = wallText(utcMinute + offset);
  const seconds = at.slice(17, 19);
  return { local: seconds === '00' ? local : `${local}:${seconds}`, offset: offsetText(offset) };
}

/** Minutes east of UTC in force in a zone at an instant. @throws as localOf */
export function offsetMinutesAt(zone: string, instant: Instant): number {
  return offsetAt(rulesOf(zone), tableMinute(instant));
}

/** An instant as a minute of the table, whose first and last day are slack for local days of its years. */
function tableMinute(at: Instant): number {
  const minute = Math.floor(epochMs(at) / 60_000);
  if (minute < baseMinute || minute >= endMinute) throw outOfTable();
  return minute;
}

/** `390` → `+06:30`. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

export interface ClockChange {
  readonly at: Instant;
  /** Minutes east of UTC. */
  readonly offsetBefore: number;
  readonly offsetAfter: number;
}

/** The changes of a zone's clocks after `from`, up to and including `until`. @throws as localOf */
export function clockChanges(zone: string, from: Instant, until: Instant): ClockChange[] {
  const rules = rulesOf(zone);
  const first = epochMs(from) / 60_000;
  const last = epochMs(until) / 60_000;
  tableMinute(from);
  tableMinute(until);
  const found: ClockChange[] = [];
  for (const [index, change] of rules.changes.entries()) {
    if (change <= first || change > last) continue;
    found.push({
      at: instantText(change, 0) as Instant,
      offsetBefore: rules.offsets[index] ?? 0,
      offsetAfter: rules.offsets[index + 1] ?? 0,
    });
  }
  return found;
}
