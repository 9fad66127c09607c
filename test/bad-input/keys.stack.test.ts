import { beforeAll, describe, expect, test } from 'vitest';
import { call, isPlaced, newCast, type Cast } from '../support/every-route.ts';
import { newKey, send, type Sent } from '../support/http.ts';
import { bookInterview, gateBodies, type Interview } from '../support/interview.ts';
import { doorOf, deedsOf } from '../support/session-log.ts';
import { standingKeys } from '../../functions/cases/port/standing.ts';
import { storeOf } from '../support/office.ts';
import { refusal as refused } from '../requests/permission/a-grant.ts';
import { deployedStack } from '../support/stack.ts';
import { acting, badKeys } from './bad-keys.ts';
import { isSentByCast, senderOf } from './refused-body.ts';

/** The Idempotency-Key: none, a bad one, one that comes again. */
const stack = deployedStack();

describe('every POST that acts', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await newCast(stack);
  });

  // Every one of them at every route: keys.test.ts.
  const sent = acting.filter(([, { route }]) => isSentByCast(route));
  const cases = sent.map(([name, found], index) => {
    const [what, key = null] = badKeys[index % badKeys.length] ?? ['no key'];
    return [name, what, key, found] as const;
  });

  test.each(cases)('%s refuses %s', async (_, __, key, found) => {
    const { sessionId } = cast.interview;
    const before = await doorOf(stack, sessionId);
    const who = cast.credentials[senderOf(found.route)];
    const answer = await call(found, cast.interview, { ...who, key });
    expect(answer).toMatchObject({ status: 400, code: 'idempotency-key-missing' });
    if (isPlaced(found)) expect(await doorOf(stack, sessionId)).toEqual(before);
  });
});

/** As a stack of any day takes it. */
const refusal = { ...refused, decidedOn: '2026-01-03' };

describe('a key that comes again', () => {
  let interview: Interview;
  beforeAll(async () => {
    interview = await bookInterview(stack, 60);
  });

  const permission = (more: Partial<Sent> = {}) =>
    send(stack.apiUrl, 'POST', `/api/requests/${interview.caseId}/${interview.witness}/permission`, {
      token: interview.tokens['central-authority'],
      body: gateBodies.permission,
      ...more,
    });
  const consent = (more: Partial<Sent> = {}) =>
    send(stack.apiUrl, 'POST', `/api/witnesses/${interview.caseId}/${interview.witness}/consent`, {
      token: interview.tokens['support-officer'],
      body: gateBodies.consent,
      ...more,
    });
  /** What stands for the one who is heard. */
  const stands = () => storeOf(stack).get(standingKeys(interview.caseId, [interview.witness]));
  const size = async () => (await deedsOf(stack, interview.caseId)).length;

  test('with the same body has one effect and the same answer', async () => {
    const key = newKey();
    const before = await size();
    const [first, ...later] = [
      await permission({ key }),
      await permission({ key }),
      await permission({ key }),
    ];
    expect(first).toMatchObject({ status: 201 });
    for (const answer of later) expect([answer.status, answer.body]).toEqual([first?.status, first?.body]);
    expect(await size()).toBe(before + 1);
  });

  test('eight times at once has one effect, and everyone the same answer', async () => {
    const key = newKey();
    const before = await size();
    const answers = await Promise.all(Array.from({ length: 8 }, () => permission({ key })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await size()).toBe(before + 1);
  });

  test('after another change is still answered as it was, and changes nothing', async () => {
    const key = newKey();
    await permission({ key });
    await permission({ body: refusal });
    const before = await stands();
    expect(before).toContainEqual(expect.objectContaining({ gate: 'permission', state: 'refused' }));
    expect(await permission({ key })).toMatchObject({ status: 201, body: { decision: 'granted' } });
    expect(await stands()).toEqual(before);
  });

  test.each([
    ['another body', () => ({ body: refusal })],
    [
      'a body that differs in one letter',
      () => ({ body: { ...gateBodies.permission, reference: 'MLA 2/2026' } }),
    ],
  ])('with %s is refused, and changes nothing', async (_, other) => {
    const key = newKey();
    await permission({ key });
    const before = await stands();
    expect(await permission({ key, ...other() })).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
    expect(await stands()).toEqual(before);
  });

  test('for another action is refused, and changes nothing', async () => {
    const key = newKey();
    expect(await consent({ key })).toMatchObject({ status: 201 });
    const before = await stands();
    const path = `/api/witnesses/${interview.caseId}/${interview.witness}/withdrawal`;
    const withdrawal = await send(stack.apiUrl, 'POST', path, {
      token: interview.tokens['support-officer'],
      key,
    });
    expect(withdrawal).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await stands()).toEqual(before);
  });

  test('for another session is refused', async () => {
    const key = newKey();
    await permission({ key });
    const path = `/api/requests/4x7k2q9d1m3n5p8r0s6t7v2w4y/W-4K7Q/permission`;
    const token = interview.tokens['central-authority'];
    const answer = await send(stack.apiUrl, 'POST', path, { token, key, body: gateBodies.permission });
    expect(answer).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  test('from somebody else tells nothing of the first answer', async () => {
    const key = newKey();
    await permission({ key });
    const stranger = await bookInterview(stack, 60);
    const answer = await permission({ key, token: stranger.tokens['central-authority'] });
    expect(answer).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('after a refusal may be used for the corrected request', async () => {
    const key = newKey();
    const wrong = await consent({ key, body: { ...gateBodies.consent, told: [] } });
    expect(wrong).toMatchObject({ status: 422, code: 'consent-missing' });
    expect(await consent({ key })).toMatchObject({ status: 201, body: { gate: 'open' } });
  });
});
