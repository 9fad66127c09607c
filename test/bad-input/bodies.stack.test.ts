import { beforeAll, describe, expect, test } from 'vitest';
import { fetchByName } from '../../infra/local/fetch-by-name.ts';
import * as z from 'zod';
import { refusals } from '../../functions/shared/refusals.ts';
import { everyRoute, newCast, pathAt, placeOf, type Cast } from '../support/every-route.ts';
import { newKey } from '../support/http.ts';
import { sampleOf } from '../support/sample.ts';
import { doorOf, deedsOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** What no action may ever be handed. Every route that takes a body is sent every kind, and nothing may change. */
const stack = deployedStack();
let cast: Cast;

/** A refusal never gives back what cannot be kept. */
const plain = z.string().refine((text) => text.isWellFormed() && !text.includes('\u0000'));

/** RFC 9457, from the closed list, with what to do next. */
const problem = z.strictObject({
  type: z.string().startsWith('urn:saksi:refusal:'),
  title: z.string().min(1),
  status: z.number().int(),
  detail: z.string().min(1),
  code: z.enum(Object.keys(refusals)),
  facts: z.strictObject({ nearest: z.array(z.string()) }).optional(),
  errors: z.array(z.strictObject({ pointer: plain, message: plain.min(1) })).optional(),
  request: z.string().min(1),
});

const taking = everyRoute.filter(([, { route }]) => route.method === 'POST' && !route.ownIds);

interface Bad {
  /** Made of the route's good body. */
  readonly body: (good: Record<string, unknown>) => string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly refusal: 'invalid-request' | 'not-json' | 'body-too-large';
  /** Where the fault must be shown to lie. */
  readonly pointer?: string;
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

const bad: readonly (readonly [string, Bad])[] = [
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
  ['64 KiB and a byte', { body: (given) => good(given).padEnd(64 * 1024 + 1), refusal: 'body-too-large' }],
  ['a megabyte', { body: plus(`"x":"${'x'.repeat(1_000_000)}"`), refusal: 'body-too-large' }],
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

beforeAll(async () => {
  cast = await newCast(stack);
});

/** The door and the length of the log: whatever is done to a session moves one of them. */
const state = async () => {
  const { sessionId } = cast.interview;
  return [await doorOf(stack, sessionId), (await deedsOf(stack, sessionId)).length];
};

describe.each(taking)('%s', (_, { route }) => {
  const goodBody = () =>
    sampleOf(route.body, { requestingState: 'TH', hostState: 'MM' }) as Record<string, unknown>;

  async function post(
    body: string | Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const role = route.who === 'anyone' ? 'clerk' : (route.who[0] ?? 'clerk');
    const { token, cookie } = cast.credentials[role];
    const path = pathAt(route.path, placeOf(cast.interview));
    const response = await fetchByName(`${stack.apiUrl}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': newKey(),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      body,
    });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const told = problem.parse(await response.json());
    expect(told.status).toBe(response.status);
    return told;
  }

  async function refuses(
    body: string | Uint8Array<ArrayBuffer>,
    { headers, refusal, pointer, says }: Omit<Bad, 'body'>,
  ) {
    const told = await post(body, headers);
    expect(told.code).toBe(refusal);
    expect(told.status).toBe(refusals[refusal].status);
    if (refusal === 'invalid-request') expect(told.errors?.length).toBeGreaterThan(0);
    if (says !== undefined) expect(told.errors?.[0]?.message).toMatch(says);
    if (pointer !== undefined) expect(told.errors?.map((error) => error.pointer)).toContain(pointer);
  }

  let before: unknown;
  beforeAll(async () => {
    before = await state();
  });

  test.each(bad)('refuses %s', async (__, { body, ...expected }) => {
    await refuses(body(goodBody()), expected);
  });

  const fields = Object.entries(route.body instanceof z.ZodObject ? route.body.shape : {});
  const needed = fields.filter(([, shape]) => !shape.safeParse(undefined).success);

  test.each(needed.map(([name]) => name))('refuses a body without %s', async (name) => {
    const { [name]: __, ...rest } = goodBody();
    await refuses(JSON.stringify(rest), { refusal: 'invalid-request', pointer: `/${name}` });
  });

  const wrong: readonly unknown[] = [null, 7.5, '', 'x'.repeat(5_000), [[]], { a: 1 }];
  const cases = fields.flatMap(([name, shape]) =>
    wrong
      .filter((value) => !shape.safeParse(value).success)
      .map((value) => [name, JSON.stringify(value).slice(0, 20), value] as const),
  );

  test.each(cases)('refuses a body whose %s is %s', async (name, ___, value) => {
    const told = await post(JSON.stringify({ ...goodBody(), [name]: value }));
    // A text in place of a zone is a name that is not known, and is answered with those that are near.
    const isName = name === 'zone' && typeof value === 'string';
    expect(told.code).toBe(isName ? 'unknown-zone' : 'invalid-request');
    expect(told.errors?.every((error) => error.pointer.startsWith(`/${name}`))).toBe(true);
  });

  test('and nothing of all that changed anything', async () => expect(await state()).toEqual(before));
});
