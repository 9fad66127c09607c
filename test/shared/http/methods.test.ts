import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Context } from '../../../functions/shared/http/call.ts';
import { route } from '../../../functions/shared/http/contract.ts';
import { lambdaEntry } from '../../../functions/shared/http/lambda-entry.ts';
import { capabilityApp } from '../../../functions/shared/http/mount.ts';

const answer = z.strictObject({});
const params = z.strictObject({ id: z.string().length(3) });
const of = { summary: '', answer };
const read = route({ ...of, method: 'GET', path: '/api/trial/:id', who: ['clerk'], params });
const write = route({ ...of, method: 'POST', path: '/api/trial/:id', who: ['clerk'], params });
const stop = route({
  ...of,
  method: 'POST',
  path: '/api/trial/:id/stops',
  who: ['clerk'],
  params,
  urgency: 'stopping',
});

let asked = 0;
const context = {
  now: () => new Date(),
  urgency: 'ordinary',
  authenticate: () => {
    asked += 1;
    return Promise.resolve(undefined);
  },
} as unknown as Context;
const { app, mount } = capabilityApp('trial', context);
for (const each of [read, write, stop]) mount(each, async () => ({}));

test.each([
  ['PUT', '/api/trial/abc', 'GET, HEAD, POST'],
  ['DELETE', '/api/trial/whatever-its-form', 'GET, HEAD, POST'],
  ['OPTIONS', '/api/trial/abc', 'GET, HEAD, POST'],
  ['GET', '/api/trial/abc/stops', 'POST'],
  ['HEAD', '/api/trial/abc/stops', 'POST'],
  ['QUERY', '/api/trial/abc/stops', 'POST'],
])('%s %s is told which methods there are, whoever asks', async (method, path, allow) => {
  asked = 0;
  const response = await app.request(path, { method });
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  expect(response.headers.get('cache-control')).toBe('no-store');
  if (method !== 'HEAD') expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
  expect(asked).toBe(0);
});

test.each([
  ['GET', '/api/trial/abc/nothing'],
  ['PUT', '/api/trial'],
  // It is there, but another function answers it.
  ['POST', '/api/trial/abc/stops'],
])('%s %s is not there, and nothing is told of methods', async (method, path) => {
  const response = await app.request(path, { method });
  expect([response.status, response.headers.get('allow')]).toEqual([404, null]);
});

test('the head of what may be read is asked as the whole is', async () => {
  expect((await app.request('/api/trial/abc', { method: 'HEAD' })).status).toBe(401);
});

test.each([
  ['TRACE', undefined],
  ['CONNECT', undefined],
  ['GET', '{}'],
  ['HEAD', '{}'],
])('%s, of which no request can be made so, is no fault of ours', async (method, body) => {
  const event = {
    version: '2.0',
    rawPath: '/api/trial/abc/stops',
    rawQueryString: '',
    headers: {},
    body,
    isBase64Encoded: false,
    requestContext: { domainName: 'api.invalid', http: { method, path: '/api/trial/abc/stops' } },
  };
  const answered = await lambdaEntry({ http: app })(event);
  expect(answered).toMatchObject({ statusCode: 405, headers: { allow: 'POST' } });
});

const redeem = route({ ...of, method: 'POST', path: '/api/trial/redemptions', who: 'anyone' });

test('an address that is written out is not taken for an id', async () => {
  const { app: other, mount: mounts } = capabilityApp('trial', { ...context, urgency: 'ordinary' });
  mounts(redeem, async () => ({}));
  mounts(read, async () => ({}));
  const response = await other.request('/api/trial/redemptions');
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await other.request('/api/trial/abc')).status).toBe(401);
});
