import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../functions/shared/access/roles.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { castInProcess, daysToCome, shortlyBefore, type CastInProcess } from '../support/cast-in-process.ts';
import { everyAsker, everyRoute, isPlaced, nowhere, requestTo, type Place } from '../support/every-route.ts';
import { newKey } from '../support/http.ts';
import { ask } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { wholeApi } from '../support/whole-api.ts';
import { mayCall } from './access-table.ts';

/**
 * Who may call what stands in the access table. Here every route is asked as every role, as nobody, and as somebody of
 * another case, so a route that forgets its check cannot stay unseen. All capabilities stand over one store in memory; that
 * the deployed ones are wired so too, the test on the stack says, and of kinds of sessions every-kind.test.ts.
 */
const store = memoryStore();
const app = wholeApi(store, shortlyBefore);
let home: CastInProcess;
let foreign: CastInProcess;

beforeAll(async () => {
  home = await castInProcess(store);
  foreign = await castInProcess(store);
});

type Found = (typeof everyRoute)[number][1];
const guarded = everyRoute.filter(([name]) => mayCall(name) !== 'anyone');
const asked = (routes: typeof everyRoute, allowed: boolean) =>
  routes.flatMap(([name, found]) =>
    everyAsker
      .filter((role) => mayCall(name).includes(role) === allowed)
      .map((role) => [name, role, found] as const),
  );

interface Asking {
  readonly place?: Place;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** None is sent where it is null. */
  readonly key?: string | null;
}

/** All of an answer but the number of the request. */
async function call(
  found: Found,
  actor: Actor | undefined,
  { place = home.place, fields = {}, key = newKey() }: Asking = {},
) {
  const { method, path, body } = requestTo(found, home.about, place, { days: daysToCome, ...fields });
  const response = await app.request(path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(actor === undefined ? {} : { 'x-actor': JSON.stringify(actor) }),
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
  const { request: _, ...said } = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: [...response.headers], body: said };
}

describe('nobody', () => {
  test.each(guarded)('%s asks to sign in', async (_, found) => {
    expect(await call(found, undefined)).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } });
  });
});

describe('a role that the route does not name', () => {
  // On the stack a guest is nobody to any capability but rooms; here all of them are told who asks.
  test.each(asked(guarded, false))('%s turns away: %s', async (_, role, found) => {
    expect(await call(found, home.actors[role])).toMatchObject({
      status: 403,
      body: { code: 'not-your-role' },
    });
  });
});

describe('a role that the route names', () => {
  const allowed = asked(guarded, true);
  const reading = allowed.filter(([, , { route }]) => route.method === 'GET');
  const acting = allowed.filter(([, , { route }]) => route.method === 'POST' && route.reads !== true);
  const asking = allowed.filter(([, , { route }]) => route.reads === true);

  test.each(reading)('%s answers: %s', async (_, role, found) => {
    expect(await call(found, home.actors[role])).toMatchObject({ status: 200 });
  });

  // Without a key nothing is carried out, but whoever is told that one is missing got past the door.
  test.each(acting)('%s lets in: %s', async (_, role, found) => {
    expect(await call(found, home.actors[role], { key: null })).toMatchObject({
      status: 400,
      body: { code: 'idempotency-key-missing' },
    });
  });

  // What it asks at length makes no sense here, but whoever is told so got past the door; and no key was needed.
  test.each(asking)('%s hears: %s', async (_, role, found) => {
    expect([200, 422]).toContain((await call(found, home.actors[role], { key: null })).status);
  });
});

describe('a place of others', () => {
  const placed = asked(
    guarded.filter(([, found]) => isPlaced(found)),
    true,
  );

  test.each(placed)('%s is not there, exactly like a missing one: %s', async (_, role, found) => {
    // A clerk invites the interpreter only, and is told so before anything is looked up.
    const fields = role === 'clerk' ? { seat: 'interpreter' } : {};
    const others = await call(found, home.actors[role], { place: foreign.place, fields });
    const missing = await call(found, home.actors[role], { place: nowhere(), fields });
    expect(others).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(others).toEqual(missing);
  });

  test('an officer of another case cannot be named, exactly like one who is not there', async () => {
    const name = (personId: string) => {
      const path = `/api/sessions/${home.place.sessionId}/attending-officer`;
      return ask(app, home.actors['central-authority'], 'POST', path, { personId });
    };
    const others = await name(foreign.about.ids['attending-officer']);
    expect(others).toMatchObject({ status: 422, body: { code: 'person-not-suitable' } });
    const missing = await name(newId(randomBytes));
    expect({ ...others.body, request: '' }).toEqual({ ...missing.body, request: '' });
  });
});
