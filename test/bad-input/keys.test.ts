import { beforeAll, expect, test } from 'vitest';
import { daysToCome } from '../support/cast-in-process.ts';
import { requestTo } from '../support/every-route.ts';
import { acting, badKeys } from './bad-keys.ts';
import { anySenderOf } from './refused-body.ts';
import { watchedApi } from './watched-api.ts';

/** The Idempotency-Key that is none: every route that acts, over one store in memory. */
let api: Awaited<ReturnType<typeof watchedApi>>;

beforeAll(async () => {
  api = await watchedApi();
});

const cases = acting.flatMap(([name, found]) =>
  badKeys.map(([what, key]) => [name, what, key, found] as const),
);

test.each(cases)('%s refuses %s', async (_, __, key, found) => {
  const { path, body } = requestTo(found, api.cast.about, api.cast.place, { days: daysToCome });
  const response = await api.app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-actor': JSON.stringify(api.cast.actors[anySenderOf(found.route)]),
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'idempotency-key-missing' });
  expect(api.writes()).toBe(0);
});
