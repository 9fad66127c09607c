import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { openCase } from '../../../functions/cases/contract.ts';
import { addRoom } from '../../../functions/directory/contract.ts';
import { workingTime } from '../../../functions/directory/port/working-time.ts';
import { usualWorkingTime } from '../../../functions/directory/port/working-time-store.ts';
import { approveChange, moveSession } from '../../../functions/sessions/changing/contract.ts';
import { proposal } from '../../../functions/sessions/proposal/contract.ts';
import { parseWith, readJson } from '../../../functions/shared/http/body.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';
import { interval } from '../../../functions/shared/values/instants.ts';

/** What a gateway may hide from the deployed function (bad bytes, no length) is tried on the reader itself. */
async function faultOf(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const request = new Request('http://api.invalid/', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  try {
    return { value: await readJson(request) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, ...error.errors.map(({ pointer }) => pointer)];
  }
}

const bytes = (...given: number[]) =>
  Uint8Array.from([...Buffer.from('{"a":"'), ...given, ...Buffer.from('"}')]);

describe('a body', () => {
  test('is JSON in UTF-8, in any script', async () => {
    const value = { name: 'မြန်မာ', list: [1, true, null, { deep: 'ไทย\u200dไทย' }] };
    expect(await faultOf(JSON.stringify(value))).toEqual({ value });
    const headers = { 'content-type': 'Application/JSON; charset=UTF-8' };
    expect(await faultOf('{}', headers)).toEqual({ value: {} });
  });

  test.each([
    ['a lone continuation byte', bytes(0x80)],
    ['a cut-off character', bytes(0xe1, 0x80)],
    ['an overlong NUL', bytes(0xc0, 0x80)],
    ['a surrogate in UTF-8', bytes(0xed, 0xa0, 0x80)],
    ['a byte that is never one', bytes(0xff)],
    ['a byte-order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from('{}')])],
  ])('is refused with %s', async (_, body) => expect(await faultOf(body)).toEqual(['invalid-request', '']));

  test.each([
    ['NUL', '{"a":{"b":["\\u0000"]}}', '/a/b/0'],
    ['half a character', '{"a~/b":"\\ud83d"}', '/a~0~1b'],
    ['what was put in place of bad bytes', '["\uFFFD"]', '/0'],
    ['the same, written out', '["\\ufffd"]', '/0'],
    ['the same in a name', '{"\\ufffd":1}', ''],
    ['a number beyond all numbers', '[-1e999]', '/0'],
    ['NUL after much that is good', '{"a":"good","b":[1,null,{"c":"good","d":"\\u0000"}]}', '/b/2/d'],
    ['a name that reaches a prototype', '{"a":{"b":1,"__proto__":{"admin":true}}}', '/a'],
    ['another one', '{"a":1,"constructor":{}}', ''],
    ['a depth of 17', `${'['.repeat(18)}${']'.repeat(18)}`, '/0'.repeat(17)],
  ])('is refused with %s, and told where', async (_, body, pointer) => {
    expect(await faultOf(body)).toEqual(['invalid-request', pointer]);
  });

  test('may be 16 deep and 64 KiB long, and not more', async () => {
    expect(await faultOf(`${'['.repeat(17)}${']'.repeat(17)}`)).toHaveProperty('value');
    expect(await faultOf('7'.padEnd(64 * 1024))).toEqual({ value: 7 });
    expect(await faultOf('7'.padEnd(64 * 1024 + 1))).toEqual(['body-too-large']);
    expect(await faultOf('7', { 'content-length': '65537' })).toEqual(['body-too-large']);
  });

  test.each(['', 'text/json', 'application/json; charset=latin1', 'application/json, text/plain'])(
    'of type "%s" is not JSON',
    async (type) => expect(await faultOf('{}', { 'content-type': type })).toEqual(['not-json']),
  );
});

describe('a zone that nobody knows', () => {
  const id = '0123456789abcdefghjkmnpqrs';
  const local = '2027-03-02T09:00';
  const zone = 'Asia/Rangun';
  const witness = { protected: true, holder: id, zone, mayKnow: [] };
  const room = { label: 'Room 2', city: 'Yangon', country: 'MM', vetted: true, atProtectedSite: false };
  const days = [{ local }];
  const parts = [{ kind: 'main', at: 0, minutes: 60 }];
  const cases: [string, z.ZodType, object, string][] = [
    ['a proposal', proposal, { caseId: id, kind: 'interview', zone, days, parts, seats: [] }, '/zone'],
    ['a move', moveSession.body, { days, zone }, '/zone'],
    ['a word for a move', approveChange.body, { change: { what: 'move', days, zone } }, '/change/zone'],
    [
      'a case',
      openCase.body,
      { reference: 'T 1', requestingState: 'TH', hostState: 'MM', members: [id], witnesses: [witness] },
      '/witnesses/0/zone',
    ],
    ['a room', addRoom.body, { ...room, zone }, '/zone'],
    [
      'a calendar',
      z.strictObject({ calendar: workingTime }),
      { calendar: { ...usualWorkingTime('Asia/Yangon', 'MM'), zone } },
      '/calendar/zone',
    ],
  ];

  const refusal = (schema: z.ZodType, value: object) => {
    try {
      return parseWith(schema, value);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, facts, errors } = error;
      return { code, facts, at: errors.map(({ pointer }) => pointer) };
    }
  };

  test.each(cases)('is refused in %s, with the names that are near', (_, schema, body, at) => {
    expect(refusal(schema, body)).toEqual({
      code: 'unknown-zone',
      facts: { nearest: ['Asia/Yangon'] },
      at: [at],
    });
  });

  test('is one fault among others, where there are others', () => {
    expect(refusal(moveSession.body, { days: [{ local: 9 }], zone })).toMatchObject({
      code: 'invalid-request',
      at: ['/zone', '/days/0/local'],
    });
  });

  test.each([
    [
      'a block that ends before it begins',
      { start: '2027-01-02T00:00:00Z', end: '2027-01-01T00:00:00Z' },
      'does-not-fit',
    ],
    [
      'one of them without its form as well',
      { start: 'today', end: '2027-01-01T00:00:00Z' },
      'invalid-request',
    ],
  ])('fields that do not fit together are told apart from a form: %s', (_, value, code) => {
    expect(refusal(interval, value)).toMatchObject({ code });
  });

  test('that resembles none names none', () => {
    expect(refusal(moveSession.body, { days, zone: '../../etc/passwd' })).toMatchObject({
      code: 'unknown-zone',
      facts: { nearest: [] },
    });
  });
});
