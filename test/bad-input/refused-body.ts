import { expect } from 'vitest';
import * as z from 'zod';
import { refusals } from '../../functions/shared/refusals.ts';
import type { Asker } from '../../functions/shared/access/roles.ts';
import type { Route } from '../../functions/shared/http/contract.ts';
import { everyRoute, isOfCast, type CastRole } from '../support/every-route.ts';
import type { Bad } from './bad-bodies.ts';

/** Every route that is sent a body by whoever has a key for it. */
export const taking = everyRoute.filter(([, { route }]) => route.method === 'POST' && !route.ownIds);

/** Somebody of a deployed cast who may call it. */
export const senderOf = ({ who }: Route): CastRole =>
  (who === 'anyone' ? undefined : who.find(isOfCast)) ?? 'clerk';

/** Whether a deployed cast has somebody who may. */
export const isSentByCast = ({ who }: Route): boolean => who === 'anyone' || who.some(isOfCast);

/** Somebody who may call it, where everybody is there. */
export const anySenderOf = (route: Route): Asker =>
  isSentByCast(route) || route.who === 'anyone' ? senderOf(route) : (route.who[0] ?? 'clerk');

/** A refusal never gives back what cannot be kept. */
const plain = z.string().refine((text) => text.isWellFormed() && !text.includes('\u0000'));

/** RFC 9457, from the closed list, with what to do next. */
const problem = z.strictObject({
  type: z.string().startsWith('urn:saksi:refusal:'),
  title: z.string().min(1),
  status: z.number().int(),
  detail: z.string().min(1),
  code: z.enum(Object.keys(refusals)),
  facts: z.strictObject({ nearest: z.array(z.string()) }).optional(),
  errors: z.array(z.strictObject({ pointer: plain, message: plain.min(1) })).optional(),
  request: z.string().min(1),
});

/** Sees that a bad body was refused for what is bad, and in the right form. */
export async function assertRefused(
  response: Response,
  { refusal, pointer, within, says }: Omit<Bad, 'body'>,
): Promise<void> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { code, status, errors } = problem.parse(await response.json());
  expect(code).toBe(refusal);
  expect(status).toBe(refusals[refusal].status);
  expect(status).toBe(response.status);
  if (refusal === 'invalid-request') expect(errors?.length).toBeGreaterThan(0);
  if (says !== undefined) expect(errors?.[0]?.message).toMatch(says);
  const pointers = errors?.map((error) => error.pointer);
  if (pointer !== undefined) expect(pointers).toContain(pointer);
  if (within !== undefined) expect(pointers?.every((each) => each.startsWith(within))).toBe(true);
}
