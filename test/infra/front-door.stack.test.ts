import { describe, expect, test } from 'vitest';

import { frontDoorHeader } from '../../functions/shared/http/front-door.ts';
import { everyRoute } from '../support/every-route.ts';
import { newKey, send } from '../support/http.ts';
import { deployedStack } from '../support/stack.ts';

/** The API's own host is open to the internet: whoever asks there gets nothing, whatever they know. */

const stack = deployedStack();
const direct = (name: string) =>
  everyRoute.filter(([, { route }]) => (route.signed === true) === (name === 'signed'));

describe('past the front door', () => {
  test.each(direct('others'))('%s is refused before anything else is looked at', async (_, { route }) => {
    const path = route.path.replaceAll(/:[A-Za-z]+/g, 'nowhere');
    const answer = await send(stack.gatewayUrl, route.method, path, { token: 'not.a.token', body: '{' });
    expect([answer.status, answer.code]).toEqual([403, 'front-door-only']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['a key that somebody made up', newKey()],
    ['an empty key', ''],
    ['two keys at once', `${newKey()}, ${newKey()}`],
  ])('%s opens nothing', async (_, key) => {
    const headers = { [frontDoorHeader]: key };
    const answer = await send(stack.gatewayUrl, 'GET', '/api/custody/key', { headers });
    expect([answer.status, answer.code]).toEqual([403, 'front-door-only']);
  });

  test('a path of nobody is refused alike', async () => {
    const answer = await send(stack.gatewayUrl, 'GET', '/api/rooms/no/such/thing');
    expect([answer.status, answer.code]).toEqual([403, 'front-door-only']);
  });

  test.each(direct('signed'))('%s is heard, since its signature guards it', async (_, { route }) => {
    const answer = await send(stack.gatewayUrl, route.method, route.path, { body: '{}', key: null });
    expect(answer.status).toBe(200);
  });
});

describe('through the front door', () => {
  test('whatever key a caller brings is replaced by CloudFront’s own', async () => {
    const headers = { [frontDoorHeader]: newKey() };
    const answer = await send(stack.apiUrl, 'GET', '/api/custody/key', { headers });
    expect(answer.status).toBe(200);
  });
});
