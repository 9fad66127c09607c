import * as z from 'zod';
import type { Route } from '../../functions/shared/http/contract.ts';
import { sampleOf } from '../support/sample.ts';

/** What no action may ever be handed, and how it is refused. */

export type Body = string | Uint8Array<ArrayBuffer>;

export interface Bad {
  /** Made of the route's good body. */
  readonly body: (good: Record<string, unknown>) => Body;
  readonly headers?: Readonly<Record<string, string>>;
  readonly refusal: 'invalid-request' | 'not-json' | 'body-too-large' | 'unknown-zone';
  /** Where the fault must be shown to lie. */
  readonly pointer?: string;
  /** Where every fault that is shown must lie, or below. */
  readonly within?: string;
  /** What the sentence about the fault must say, where a later check would refuse the body too. */
  readonly says?: RegExp;
}

const json = (change: (good: Record<string, unknown>) => unknown) => (good: Record<string, unknown>) =>
  JSON.stringify(change(good));
/** A good body with one more member, written as text because some of these cannot be written as an object. */
const plus = (member: string) => (good: Record<string, unknown>) => {
  const text = JSON.stringify(good);
  return `${text.slice(0, -1)}${text === '{}' ? '' : ','}${member}}`;
};
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
const good = (body: Record<string, unknown>) => JSON.stringify(body);

/** Whatever the route is. */
export const badBodies: readonly (readonly [string, Bad])[] = [
  [
    'an unknown field',
    { body: json((given) => ({ ...given, admin: true })), refusal: 'invalid-request', pointer: '' },
  ],
  ['nothing', { body: () => '', refusal: 'invalid-request' }],
  ['null', { body: () => 'null', refusal: 'invalid-request', pointer: '' }],
  ['a list', { body: json((given) => [given]), refusal: 'invalid-request', pointer: '' }],
  ['a text', { body: () => '"hello"', refusal: 'invalid-request', pointer: '' }],
  ['a number', { body: () => '7', refusal: 'invalid-request', pointer: '' }],
  ['what is not JSON', { body: (given) => `${good(given)},`, refusal: 'invalid-request' }],
  ['two bodies', { body: (given) => good(given) + good(given), refusal: 'invalid-request' }],
  [
    'a byte-order mark',
    { body: (given) => bytes([0xef, 0xbb, 0xbf], good(given)), refusal: 'invalid-request' },
  ],
  [
    'UTF-16',
    { body: (given) => new Uint8Array(Buffer.from(good(given), 'utf16le')), refusal: 'invalid-request' },
  ],
  [
    'bytes that are not UTF-8',
    {
      body: () => bytes('{"x":"', [0xc3, 0x28], '"}'),
      refusal: 'invalid-request',
      says: /UTF-8|cannot be kept/,
    },
  ],
  [
    'an overlong NUL',
    {
      body: () => bytes('{"x":"', [0xc0, 0x80], '"}'),
      refusal: 'invalid-request',
      says: /UTF-8|cannot be kept/,
    },
  ],
  ['NUL', { body: plus('"x":"a\\u0000b"'), refusal: 'invalid-request', pointer: '/x' }],
  ['NUL in a name', { body: plus('"x\\u0000":1'), refusal: 'invalid-request', pointer: '' }],
  ['half a character', { body: plus('"x":"\\ud800"'), refusal: 'invalid-request', pointer: '/x' }],
  ['the other half', { body: plus('"x":["\\udc00\\ud800"]'), refusal: 'invalid-request', pointer: '/x/0' }],
  ['half a character in a name', { body: plus('"\\udfff":1'), refusal: 'invalid-request', pointer: '' }],
  ['a prototype', { body: plus('"__proto__":{"role":"clerk"}'), refusal: 'invalid-request' }],
  ['a constructor', { body: plus('"constructor":{"prototype":{}}'), refusal: 'invalid-request' }],
  ['a number beyond all numbers', { body: plus('"x":1e999'), refusal: 'invalid-request', pointer: '/x' }],
  ['a depth of 17', { body: plus(`"x":${'['.repeat(17)}${']'.repeat(17)}`), refusal: 'invalid-request' }],
  [
    'a depth bomb of lists',
    { body: plus(`"x":${'['.repeat(30_000)}${']'.repeat(30_000)}`), refusal: 'invalid-request' },
  ],
  [
    'a depth bomb of objects',
    { body: plus(`"x":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`), refusal: 'invalid-request' },
  ],
  [
    'a form',
    { body: good, headers: { 'content-type': 'application/x-www-form-urlencoded' }, refusal: 'not-json' },
  ],
  ['plain text', { body: good, headers: { 'content-type': 'text/plain' }, refusal: 'not-json' }],
  ['no media type', { body: good, headers: { 'content-type': '' }, refusal: 'not-json' }],
  [
    'a media type that only looks right',
    { body: good, headers: { 'content-type': 'application/jsonp' }, refusal: 'not-json' },
  ],
  [
    'another character set',
    { body: good, headers: { 'content-type': 'application/json; charset=utf-16' }, refusal: 'not-json' },
  ],
  ['a packed body', { body: good, headers: { 'content-encoding': 'gzip' }, refusal: 'not-json' }],
];

/** As many bytes as the route takes, and one more; and many more. */
export const tooLarge = ({
  mostBytes = 64 * 1024,
}: Pick<Route, 'mostBytes'>): readonly (readonly [string, Bad])[] => [
  [
    'a byte more than it takes',
    { body: (given) => good(given).padEnd(mostBytes + 1), refusal: 'body-too-large' },
  ],
  [
    'a megabyte more',
    { body: plus(`"x":"${'x'.repeat(mostBytes + 1_000_000)}"`), refusal: 'body-too-large' },
  ],
];

export const goodBodyOf = ({ body }: Route) =>
  sampleOf(body, { requestingState: 'TH', hostState: 'MM' }) as Record<string, unknown>;

const wrong: readonly unknown[] = [null, 7.5, '', 'x'.repeat(5_000), [[]], { a: 1 }];

/** What else a route must refuse: its body without a field that it needs, and with one that is wrong. */
export function badFields({ body }: Route): readonly (readonly [string, Bad])[] {
  const fields = Object.entries(body instanceof z.ZodObject ? (body.shape as Record<string, z.ZodType>) : {});
  const needed = fields.filter(([, shape]) => !shape.safeParse(undefined).success);
  const without = needed.map(([name]): [string, Bad] => [
    `a body without ${name}`,
    {
      body: json((given) => ({ ...given, [name]: undefined })),
      refusal: 'invalid-request',
      pointer: `/${name}`,
    },
  ]);
  const changed = fields.flatMap(([name, shape]) =>
    wrong.filter((value) => !shape.safeParse(value).success).map((value) => oneWrong(name, value)),
  );
  return [...without, ...changed];
}

const oneWrong = (name: string, value: unknown): [string, Bad] => [
  `a body whose ${name} is ${JSON.stringify(value).slice(0, 20)}`,
  {
    body: json((given) => ({ ...given, [name]: value })),
    // A text in place of a zone is a name that is not known, and is answered with those that are near.
    refusal: name === 'zone' && typeof value === 'string' ? 'unknown-zone' : 'invalid-request',
    within: `/${name}`,
  },
];
