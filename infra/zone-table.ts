/**
 * Writes functions/shared/values/zone-table.ts from the IANA data that npm's moment-timezone carries:
 *
 *     node infra/zone-table.ts
 *
 * Run it when that package is raised to a newer release of the data, and commit what it writes; `npm run -s moves` says
 * which booked sessions it would move. Only the years that can be booked are kept, zones with equal clocks in those years
 * share one rule set, and every name that the IANA calls outdated is mapped to its modern one.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import meta from 'moment-timezone/data/meta/latest.json' with { type: 'json' };
import packed from 'moment-timezone/data/packed/latest.json' with { type: 'json' };

const FIRST_YEAR = 2024;
const LAST_YEAR = 2037;
/** A day of slack on both sides: local times of the first and last day belong to UTC days outside the years. */
const BASE_MINUTE = Date.UTC(FIRST_YEAR - 1, 11, 31) / 60_000;
const END_MINUTE = Date.UTC(LAST_YEAR + 1, 0, 2) / 60_000;

export const zoneTablePath = fileURLToPath(
  new URL('../functions/shared/values/zone-table.ts', import.meta.url),
);

/**
 * Outdated names whose modern name the source cannot tell, since it groups zones by equal clocks and not by place.
 * From the IANA's list of names kept for older programs.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'Africa/Timbuktu': 'Africa/Bamako',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Montreal': 'America/Toronto',
  'America/Nipigon': 'America/Toronto',
  'America/Thunder_Bay': 'America/Toronto',
  'America/Virgin': 'America/St_Thomas',
  'Antarctica/South_Pole': 'Antarctica/McMurdo',
  'Asia/Rangoon': 'Asia/Yangon',
  'Atlantic/Jan_Mayen': 'Arctic/Longyearbyen',
  'Canada/Eastern': 'America/Toronto',
  'Europe/Belfast': 'Europe/London',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Samoa': 'Pacific/Pago_Pago',
  'Pacific/Truk': 'Pacific/Chuuk',
  'Pacific/Yap': 'Pacific/Chuuk',
  'US/Arizona': 'America/Phoenix',
  'US/Samoa': 'Pacific/Pago_Pago',
  CET: 'Europe/Brussels',
  CST6CDT: 'America/Chicago',
  EST: 'America/Panama',
  EST5EDT: 'America/New_York',
  GB: 'Europe/London',
  'GB-Eire': 'Europe/London',
  Iceland: 'Atlantic/Reykjavik',
  MET: 'Europe/Brussels',
  MST: 'America/Phoenix',
  MST7MDT: 'America/Denver',
  NZ: 'Pacific/Auckland',
  PST8PDT: 'America/Los_Angeles',
  Singapore: 'Asia/Singapore',
  ...Object.fromEntries(
    ['Etc/GMT+0', 'Etc/GMT-0', 'Etc/GMT0', 'Etc/Greenwich', 'GMT', 'GMT+0', 'GMT-0', 'GMT0', 'Greenwich'].map(
      (name) => [name, 'Etc/GMT'],
    ),
  ),
  ...Object.fromEntries(
    ['Etc/UCT', 'Etc/Universal', 'Etc/Zulu', 'UCT', 'UTC', 'Universal', 'Zulu'].map((name) => [
      name,
      'Etc/UTC',
    ]),
  ),
};

function digit(letter: string): number {
  const value = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX'.indexOf(letter);
  if (value < 0) throw new Error(`Not a digit of base 60: ${letter}`);
  return value;
}

/** Minutes. The digits are 0–9, a–z, A–X; what follows a point is a fraction of a minute in sixtieths. */
function fromBase60(text: string): number {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  let value = 0;
  for (const letter of whole.split('')) value = value * 60 + digit(letter);
  for (const [at, letter] of fraction.split('').entries()) value += digit(letter) / 60 ** (at + 1);
  return negative ? -value : value;
}

/**
 * Packed is `name|abbreviations|offsets|indices|untils|population`, numbers in base 60, offsets in minutes to the west.
 * Answered are the clocks of one zone as one line: the offset from UTC (minutes, east is positive) that holds at the base minute,
 * then `minutes since the change before, in base 36` `:` `offset from then on` for every change.
 */
function rulesOf(packedZone: string): { name: string; rules: string } {
  const [name = '', , offsetList = '', indices = '', untilList = ''] = packedZone.split('|');
  const offsets = offsetList.split(' ').map((text) => -fromBase60(text));
  const untils = untilList.split(' ').map(fromBase60);
  let initial = Number.NaN;
  let shown = Number.NaN;
  let at = 0;
  let previous = BASE_MINUTE;
  const changes: string[] = [];
  for (const [index, letter] of indices.split('').entries()) {
    const offset = offsets[fromBase60(letter)] ?? Number.NaN;
    // The n-th "until" is the minute in which the n-th period ends, each counted from the one before.
    if (index > 0) at += untils[index - 1] ?? Number.NaN;
    const change = Math.round(at * 60) / 60;
    if (index === 0 || change <= BASE_MINUTE) {
      initial = offset;
      shown = offset;
    } else if (change < END_MINUTE && offset !== shown) {
      changes.push(`${(wholeMinutes(name, change) - previous).toString(36)}:${wholeMinutes(name, offset)}`);
      previous = change;
      shown = offset;
    }
  }
  return { name, rules: [wholeMinutes(name, initial), ...changes].join(' ') };
}

function wholeMinutes(name: string, value: number): number {
  if (!Number.isInteger(value)) throw new Error(`${name}: not whole minutes: ${value}`);
  return value;
}

/** The modern name of every outdated one. @throws when the source has a name that this script does not know how to place. */
function renamedZones(): Map<string, string> {
  const modern = new Set(Object.values(meta.countries).flatMap((country) => country.zones));
  const groups = new Map(packed.zones.map((zone) => zone.split('|')[0] ?? '').map((name) => [name, [name]]));
  for (const link of packed.links) {
    const [first = '', other = ''] = link.split('|');
    groups.get(first)?.push(other);
  }
  const renamed = new Map<string, string>();
  for (const names of groups.values()) {
    const kept = names.filter((name) => modern.has(name));
    for (const name of names.filter((each) => !modern.has(each))) {
      const target = RENAMED[name] ?? (kept.length === 1 ? kept[0] : undefined);
      if (target !== undefined) renamed.set(name, target);
      else if (!/^Etc\/(?:UTC|GMT|GMT[-+]\d+)$/.test(name))
        throw new Error(`${name}: which is its modern name?`);
    }
  }
  return renamed;
}

function quoted(text: string): string {
  return `'${text}'`;
}

/** Laid out as the formatter of this repository does, so that it never rewrites the file. */
function entry(rules: string, names: string): string {
  const line = `  [${quoted(rules)}, ${quoted(names)}],`;
  return line.length <= 110 ? line : `  [\n    ${quoted(rules)},\n    ${quoted(names)},\n  ],`;
}

/** The text of the generated file. */
export function zoneTableText(): string {
  if (packed.version !== meta.version) throw new Error('The clocks and the countries are of two releases.');
  const rulesByName = new Map(packed.zones.map(rulesOf).map(({ name, rules }) => [name, rules]));
  for (const link of packed.links) {
    const [first = '', other = ''] = link.split('|');
    rulesByName.set(other, rulesByName.get(first) ?? '');
  }
  const renamed = renamedZones();
  for (const [old, modern] of renamed) {
    if (rulesByName.get(old) !== rulesByName.get(modern)) throw new Error(`${old} and ${modern} differ.`);
  }
  const namesByRules = new Map<string, string[]>();
  for (const name of [...rulesByName.keys()].toSorted()) {
    if (renamed.has(name)) continue;
    const rules = rulesByName.get(name) ?? '';
    namesByRules.set(rules, [...(namesByRules.get(rules) ?? []), name]);
  }
  return [
    '// Written by infra/zone-table.ts from the IANA time zone data. Do not edit: run `node infra/zone-table.ts`.',
    '',
    '/** The release of the IANA data. */',
    `export const version = ${quoted(packed.version)};`,
    `export const firstYear = ${FIRST_YEAR};`,
    `export const lastYear = ${LAST_YEAR};`,
    '/** Minutes since 1970-01-01T00:00Z from which the changes are counted, and at which the table ends. */',
    `export const baseMinute = ${BASE_MINUTE};`,
    `export const endMinute = ${END_MINUTE};`,
    '',
    '/** Rules (see zone-rules.ts), then the names of the zones that have them. */',
    'export const ruleSets: readonly (readonly [rules: string, names: string])[] = [',
    ...[...namesByRules].map(([rules, names]) => entry(rules, names.join(' '))),
    '];',
    '',
    '/** `outdated=modern`, one space between. */',
    'export const renamed =',
    `  ${quoted(
      [...renamed]
        .map((pair) => pair.join('='))
        .toSorted()
        .join(' '),
    )};`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(zoneTablePath, zoneTableText());
}
