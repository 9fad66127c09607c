import { expect, test, vi } from 'vitest';
import * as z from 'zod';
import { contextOver } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { route } from '../../../functions/shared/http/contract.ts';
import { capabilityApp } from '../../../functions/shared/http/mount.ts';

/** Without a key of its own a request that is sent again would be done again, so none that acts comes in without one. */

const answer = z.strictObject({});
const common = { summary: '', who: 'anyone', answer } as const;
const post = { ...common, method: 'POST', body: z.strictObject({}) } as const;
const acts = route({ ...post, path: '/api/trial/acts' });
const asks = route({ ...post, path: '/api/trial/questions', reads: true });
const events = route({ ...common, method: 'POST', path: '/api/trial/events', ownIds: true });
const reads = route({ ...common, method: 'GET', path: '/api/trial/pages' });

function trial() {
  const { app, mount } = capabilityApp('trial', contextOver(memoryStore(), new Date()));
  const done = vi.fn<() => Promise<Record<string, never>>>(async () => ({}));
  mount(acts, done);
  mount(asks, done);
  mount(events, done);
  mount(reads, done);
  const send = ({ method, path }: { readonly method: string; readonly path: string }, key?: string) =>
    app.request(path, {
      method,
      ...(method === 'POST' ? { body: '{}' } : {}),
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
    });
  return { send, done };
}

test.each([
  ['no key', undefined],
  ['an empty key', ''],
  ['one that could be tried', 'a'.repeat(21)],
  ['one that is too long to keep', 'a'.repeat(65)],
  ['two keys', `${'a'.repeat(22)}, ${'b'.repeat(22)}`],
  ['one with a slash', `${'a'.repeat(22)}/`],
  ['one after something else', `/${'a'.repeat(22)}`],
])('what acts is not done with %s', async (_name, key) => {
  const { send, done } = trial();
  const response = await send(acts, key);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'idempotency-key-missing' });
  expect(done).not.toHaveBeenCalled();
});

test.each([22, 64])('and is done with one of %i letters', async (length) => {
  const { send, done } = trial();
  expect((await send(acts, `-_${'aZ09'.repeat(16)}`.slice(0, length))).status).toBe(200);
  expect(done).toHaveBeenCalledOnce();
});

test.each([
  ['a page', reads],
  ['a question that is long', asks],
  ['an event with an id of its own', events],
] as const)('%s needs none', async (_name, path) => {
  const { send, done } = trial();
  expect((await send(path)).status).toBe(200);
  expect(done).toHaveBeenCalledOnce();
});
