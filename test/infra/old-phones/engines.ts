import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type {
  CompatData,
  CompatStatement,
  Identifier,
  SupportStatement,
} from '@mdn/browser-compat-data/types';

/** The oldest browsers that a witness's telephone may have, by their names in MDN's browser compatibility data. */
const oldest = { chrome_android: '80', samsunginternet_android: '13.0', safari_ios: '14' } as const;

export type Engine = keyof typeof oldest;
const engines = Object.keys(oldest) as Engine[];

const file = createRequire(import.meta.url).resolve('@mdn/browser-compat-data');

/** What each browser knows since when: of JavaScript, the browser's own objects, and CSS. */
export const compat = JSON.parse(readFileSync(file, 'utf8')) as CompatData;

const numbers = (version: string): readonly number[] => version.replace('≤', '').split('.').map(Number);

function isAtMost(version: string, limit: string): boolean {
  const [left, right] = [numbers(version), numbers(limit)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return true;
}

function supports(engine: Engine, statement: SupportStatement | undefined): boolean {
  return [statement ?? []]
    .flat()
    .some(
      ({ version_added: since, version_removed: until, flags, prefix, alternative_name: otherName }) =>
        typeof since === 'string' &&
        since !== 'preview' &&
        flags === undefined &&
        prefix === undefined &&
        otherName === undefined &&
        isAtMost(since, oldest[engine]) &&
        (typeof until !== 'string' || !isAtMost(until, oldest[engine])),
    );
}

/** Those of the engines that do not have this, without a prefix, a flag or another name. */
export const lacking = ({ support }: CompatStatement): readonly Engine[] =>
  engines.filter((engine) => !supports(engine, support[engine]));

/** What the data says of a thing itself; undefined where it only has parts. */
export const statementOf = (of: Identifier | undefined): CompatStatement | undefined => of?.['__compat'];

/** What the data holds below a place, by name: the members of an object, the values of a property. */
export const parts = (of: Identifier): readonly (readonly [string, Identifier])[] =>
  Object.entries(of as Readonly<Record<string, Identifier>>).filter(([name]) => name !== '__compat');
