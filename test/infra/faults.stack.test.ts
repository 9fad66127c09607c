import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { newId } from '../../functions/shared/values/ids.ts';
import { awsIam } from '../support/aws-call.ts';
import { newKey, send } from '../support/http.ts';
import { bookInterview, type Interview } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { linesIn, watchedLog } from '../support/watched-log.ts';

/**
 * Whether a fault would wake somebody. The emulator keeps metric filters and never evaluates them, so each line is looked
 * for in the log of the deployed function, and matched with the deployed template's own filter.
 */
const stack = deployedStack();

const finds = (id: string, name: string, request: string) =>
  vi.waitFor(
    async () => {
      const lines = await linesIn(stack, await watchedLog(stack, id, name));
      expect(lines.filter((line) => line.includes(request))).toHaveLength(1);
    },
    { timeout: 10_000, interval: 300 },
  );

describe('a function that lost a right', () => {
  let interview: Interview;
  let RoleName: string;
  const PolicyName = 'BrokenByTest';
  const read = () =>
    send(stack.apiUrl, 'GET', `/api/interpreting/${interview.sessionId}`, { token: interview.tokens.clerk });

  beforeAll(async () => {
    interview = await bookInterview(stack);
    const roles = await awsIam(stack, 'ListRoles', { MaxItems: '1000' });
    RoleName = /<RoleName>(saksi-local-api-interpretingRole[^<]*)</.exec(roles)?.[1] ?? 'no role';
  });
  afterEach(() => awsIam(stack, 'DeleteRolePolicy', { RoleName, PolicyName }).catch(() => undefined));

  test('is answered with 500, and both the fault and the answer are lines that wake somebody', async () => {
    expect((await read()).status).toBe(200);
    await awsIam(stack, 'PutRolePolicy', {
      RoleName,
      PolicyName,
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Deny', Action: 'dynamodb:BatchGetItem', Resource: '*' }],
      }),
    });
    const broken = await read();
    expect([broken.status, broken.code]).toEqual([500, 'internal-fault']);
    const { request } = broken.body as { request: string };
    await finds('interpreting', 'requestfault', request);
    await finds('interpreting', 'answered5xx', request);

    await awsIam(stack, 'DeleteRolePolicy', { RoleName, PolicyName });
    expect((await read()).status).toBe(200);
  });

  test('and what is merely refused wakes nobody', async () => {
    const refused = await send(stack.apiUrl, 'GET', `/api/interpreting/${newId(randomBytes)}`, {
      token: interview.tokens.clerk,
    });
    expect(refused.status).toBe(404);
    const { request } = refused.body as { request: string };
    const log = await watchedLog(stack, 'interpreting', 'answered5xx');
    await vi.waitFor(async () => {
      const all = await linesIn(stack, { ...log, filterPattern: '{ $.event = "request.done" }' });
      expect(all.filter((line) => line.includes(request))).toHaveLength(1);
    });
    const waking = await Promise.all(
      ['requestfault', 'answered5xx'].map(async (name) =>
        linesIn(stack, await watchedLog(stack, 'interpreting', name)),
      ),
    );
    expect(waking.flat().filter((line) => line.includes(request))).toEqual([]);
  });
});

test('a forged report of the media server is a line that wakes somebody', async () => {
  const before = await linesIn(stack, await watchedLog(stack, 'roomsKnocking', 'webhookforged'));
  const path = '/api/rooms/hooks/livekit';
  const answer = await send(stack.gatewayUrl, 'POST', path, { body: { event: newKey() }, key: null });
  expect(answer.status).toBe(200);
  await vi.waitFor(async () => {
    const after = await linesIn(stack, await watchedLog(stack, 'roomsKnocking', 'webhookforged'));
    expect(after.length).toBeGreaterThan(before.length);
  });
});

test.each([
  ['roomsStopping', 'POST', '/api/rooms/nowhere/pauses'],
  ['roomsEntering', 'GET', '/api/rooms/nowhere'],
  ['roomsKnocking', 'POST', '/api/rooms/redemptions'],
  ['witnessesStopping', 'POST', '/api/witnesses/nowhere/nobody/withdrawal'],
  ['rooms', 'POST', '/api/rooms/nowhere/opening'],
] as const)('%s is the function that answers %s %s', async (id, method, path) => {
  const { body } = await send(stack.apiUrl, method, path, { body: '{' });
  const log = await watchedLog(stack, id, 'requestfault');
  await vi.waitFor(async () => {
    const lines = await linesIn(stack, { ...log, filterPattern: '{ $.event = "request.done" }' });
    expect(lines.filter((line) => line.includes((body as { request: string }).request))).toHaveLength(1);
  });
});
