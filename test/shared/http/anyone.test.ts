import { expect, it } from 'vitest';
import * as z from 'zod';
import { route } from '../../../functions/shared/http/contract.ts';
import type { Context } from '../../../functions/shared/http/call.ts';
import { capabilityApp } from '../../../functions/shared/http/mount.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';

const answer = z.strictObject({});
const forAnyone = route({ method: 'GET', path: '/api/trial/door', summary: '', who: 'anyone', answer });
const forWitness = route({ method: 'GET', path: '/api/trial/seat', summary: '', who: ['witness'], answer });

it('a cookie or token that is no longer good does not keep anybody from a route for anyone', async () => {
  const context = {
    now: () => new Date(),
    authenticate: () => Promise.reject(new Refusal('sign-in-needed')),
  } as unknown as Context;
  const { app, mount } = capabilityApp('trial', context);
  mount(forAnyone, async () => ({}));
  mount(forWitness, async () => ({}));
  expect((await app.request('/api/trial/seat')).status).toBe(401);
  expect((await app.request('/api/trial/door')).status).toBe(200);
});
