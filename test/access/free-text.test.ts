import { expect, test } from 'vitest';
import * as z from 'zod';
import { toldBy, type PersonalField } from '../../functions/shared/values/personal-fields.ts';
import type { Route } from '../../functions/shared/http/contract.ts';
import { everyRoute } from '../support/every-route.ts';

/**
 * Every text of every contract says what it could tell: by its mark (`humanText`, `tells`), by a form that leaves no room for words
 * (an id, a day, a list of words), or by its name here. A new one that says nothing fails. Who sees what is told, canaries.test.ts
 * asks.
 */

/** Texts of answers that repeat what somebody entered, by name, where the mark would stand at each of many. */
const tellBy: Readonly<Record<string, PersonalField>> = {
  reference: 'reference',
  label: 'label',
  zone: 'place',
  languages: 'language',
  dialect: 'language',
};

/** What saksi makes itself, or an office says of itself, and why that is nobody's secret. */
const notPersonal: Readonly<Record<string, readonly string[]>> = {
  'pseudonyms, which the case hands out': [
    'pseudonym',
    'myPseudonym',
    'party',
    'for',
    'of',
    'to',
    'left',
    'mayAskFor',
    'namedAs',
    'pseudonyms',
    'byOrder',
    'inPlaceOf',
    'people',
    'goesWith',
  ],
  'made by chance, or from bytes': [
    'identity',
    'relay',
    'carrier',
    'id',
    'key',
    'keys',
    'leafHash',
    'fingerprint',
    'draftsKey',
    'secret',
    'pin',
    'token',
    'ticket',
    'url',
    'disclosure',
    'file',
  ],
  'times, as a clock shows them': ['local', 'offset', 'zoneTable', 'at'],
  'the law, and who looked it up': [
    'article',
    'remark',
    'part',
    'read',
    'checkedBy',
    'value',
    'source',
    'says',
    'language',
    'title',
    'defaultLanguages',
    'requestingState',
    'hostState',
    'item',
  ],
  'wording of our own; that no message tells anything, wording.test.ts says': [
    'notices.text',
    'notices.subject',
  ],
  'an agency and its things': ['agency', 'name', 'city', 'by', 'address'],
  'the log: an entry is made by declared actions alone, which hold words only sealed': [
    'ref',
    'details',
    'about',
  ],
};
const known = new Set([...Object.keys(tellBy), ...Object.values(notPersonal).flat()]);

/** Texts under a schema that are neither marked nor formed, by path. */
function looseIn(schema: z.core.$ZodType | undefined, path: string): readonly string[] {
  if (schema === undefined || toldBy(schema as z.ZodType) !== undefined) return [];
  const all = (each: readonly z.core.$ZodType[]) => each.flatMap((one) => looseIn(one, path));
  const { def } = schema as unknown as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, of]) => looseIn(of, `${path}/${name}`));
    case 'array':
      return looseIn(def.element, path);
    case 'tuple':
      return all(def.items);
    case 'union':
      return all(def.options);
    case 'intersection':
      return all([def.left, def.right]);
    case 'record':
      return looseIn(def.valueType, path);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return looseIn(def.innerType, path);
    case 'pipe':
      return all([def.in, def.out]);
    case 'string':
      return isFormed(schema) ? [] : [path];
    default:
      return [];
  }
}

function isFormed(schema: z.core.$ZodType): boolean {
  const { pattern, format } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return pattern !== undefined || format !== undefined;
}

const partsOf = ({ body, query, answer }: Route) => ({ body, query, answer });
const loose = everyRoute.flatMap(([name, { route }]) =>
  Object.entries(partsOf(route)).flatMap(([part, schema]) => looseIn(schema, `${name} ${part}`)),
);
/** A name, and the same with the capability before it, where only there it is no secret. */
const namesOf = (path: string): readonly string[] => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [name, `${path.slice(0, path.indexOf('.'))}.${name}`];
};

test('every text of a contract says what it could tell', () => {
  expect(loose.length).toBeGreaterThan(100);
  expect([...new Set(loose.filter((path) => !namesOf(path).some((name) => known.has(name))))]).toEqual([]);
});

test('nothing is listed that no contract has', () => {
  const names = new Set(loose.flatMap(namesOf));
  expect([...known].filter((name) => !names.has(name))).toEqual([]);
});

test('a new text without a mark would be found, wherever it stands', () => {
  const words = z.strictObject({ more: z.array(z.strictObject({ story: z.string().max(80) })).optional() });
  expect(looseIn(words, 'x')).toEqual(['x/more/story']);
});
