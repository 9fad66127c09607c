import { beforeAll, describe, expect, test } from 'vitest';
import { pathAt } from '../support/every-route.ts';
import { newKey } from '../support/http.ts';
import { badBodies, badFields, goodBodyOf, tooLarge } from './bad-bodies.ts';
import { assertRefused, anySenderOf, taking } from './refused-body.ts';
import { watchedApi } from './watched-api.ts';

/**
 * Every route that takes a body is sent every bad one, and nothing may change. All capabilities stand over one store in
 * memory; what the way to the deployed ones does to a body, bodies.stack.test.ts asks.
 */
let api: Awaited<ReturnType<typeof watchedApi>>;

beforeAll(async () => {
  api = await watchedApi();
});

describe.each(taking)('%s', (_, { route }) => {
  const good = goodBodyOf(route);
  let before: ReadonlyMap<string, unknown>;
  beforeAll(() => {
    before = structuredClone(new Map(api.memory.items));
  });

  test.each([...badBodies, ...tooLarge(route), ...badFields(route)])(
    'refuses %s',
    async (__, { body, headers, ...expected }) => {
      const response = await api.app.request(pathAt(route.path, api.cast.place), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': newKey(),
          'x-actor': JSON.stringify(api.cast.actors[anySenderOf(route)]),
          ...headers,
        },
        body: body(good),
      });
      await assertRefused(response, expected);
      expect(api.writes()).toBe(0);
    },
  );

  test('and nothing of all that changed anything', () => {
    expect(new Map(api.memory.items)).toEqual(before);
  });
});
