import { expectTypeOf, expect, it } from 'vitest';
import * as z from 'zod';
import type { Actor, Guest, Staff } from '../../../functions/shared/access/roles.ts';
import type { Call, Context, Handler } from '../../../functions/shared/http/call.ts';
import { route } from '../../../functions/shared/http/contract.ts';
import { capabilityApp } from '../../../functions/shared/http/mount.ts';

/** What these say is checked by the compiler; only the last test runs. */

const answer = z.strictObject({ page: z.number() });
const parts = { method: 'GET', path: '/api/trial/:name', summary: '', answer } as const;
const page = z.string().transform(Number).optional();

it('who may call a route is who can be asking', () => {
  const staff = route({ ...parts, who: ['clerk', 'prosecutor'] });
  const guests = route({ ...parts, who: ['witness'] });
  const both = route({ ...parts, who: ['clerk', 'witness'] });
  const anyone = route({ ...parts, who: 'anyone' });
  expectTypeOf<Call<typeof staff>['actor']>().toEqualTypeOf<Staff<'clerk' | 'prosecutor'>>();
  expectTypeOf<Call<typeof guests>['actor']>().toEqualTypeOf<Guest<'witness'>>();
  expectTypeOf<Call<typeof both>['actor']>().toEqualTypeOf<Staff<'clerk'> | Guest<'witness'>>();
  expectTypeOf<Call<typeof both>['actor']>().toExtend<Actor>();
  expectTypeOf<Call<typeof anyone>['actor']>().toEqualTypeOf<undefined>();
});

it('what a route takes is what its handler is given', () => {
  const asked = route({
    ...parts,
    who: ['clerk'],
    params: z.strictObject({ name: z.string() }),
    query: z.strictObject({ page }),
  });
  expectTypeOf<Call<typeof asked>['params']>().toEqualTypeOf<{ name: string }>();
  expectTypeOf<Call<typeof asked>['query']>().toEqualTypeOf<{ page?: number | undefined }>();
  expectTypeOf<Call<typeof asked>['body']>().toEqualTypeOf<undefined>();
  // @ts-expect-error -- an answer that the contract does not name
  const wrong: Handler<typeof asked> = () => Promise.resolve({ pages: 1 });
  expectTypeOf(wrong).toBeFunction();
});

it('a query reaches the handler as its contract reads it', async () => {
  const asked = route({ ...parts, who: 'anyone', query: z.strictObject({ page }) });
  const handler: Handler<typeof asked, [most: number]> = ({ query }, most) =>
    Promise.resolve({ page: Math.min(query.page ?? 0, most) });
  const { app, mount } = capabilityApp('trial', { now: () => new Date() } as Context);
  mount(asked, (call) => handler(call, 7));
  const told = async (path: string) => (await app.request(path)).json();
  expect(await told('/api/trial/one?page=5')).toEqual({ page: 5 });
  expect(await told('/api/trial/one?page=9')).toEqual({ page: 7 });
  expect(await told('/api/trial/one?colour=red')).toMatchObject({ code: 'invalid-request' });
});

it('a query holds no text that cannot be kept', async () => {
  const asked = route({ ...parts, who: 'anyone', query: z.strictObject({ name: z.string() }) });
  const { app, mount } = capabilityApp('trial', { now: () => new Date() } as Context);
  mount(asked, () => Promise.resolve({ page: 1 }));
  const told = async (name: string) => (await app.request(`/api/trial/one?name=${name}`)).json();
  expect(await told('%E1%80%99')).toEqual({ page: 1 });
  for (const bad of ['a%00', '%EF%BF%BD'])
    expect(await told(bad)).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/name' }] });
});
