import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sessionKinds, type SessionKind } from '../../functions/sessions/port/kind-names.ts';
import { discoverCapabilities } from '../../infra/constructs/capabilities.ts';
import {
  call,
  castRoles,
  everyRoute,
  isGuest,
  isOfSession,
  isPlaced,
  newCast,
  nowhere,
  placeOf,
  type Cast,
  type Place,
} from '../support/every-route.ts';
import type { Answer } from '../support/http.ts';
import { bookEveryKind, bookMeetingOfOthers } from '../support/meeting.ts';
import { newOffice } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { mayCall } from './access-table.ts';

/**
 * That the deployed functions are wired as those in every-route-every-role.test.ts, where every role is asked, and in
 * every-kind.test.ts every kind of session: here each route is asked by nobody, by one who may and by those who may not,
 * about a place of others and about a meeting of others in the same case, all the way through the gateway.
 */
const stack = deployedStack();
let home: Cast;
let foreign: Cast;
let meeting: Pick<Place, 'caseId' | 'sessionId'>;
let kinds: ReadonlyMap<SessionKind, string>;

beforeAll(async () => {
  const [cast, other, office] = await Promise.all([newCast(stack), newCast(stack), newOffice(stack)]);
  [home, foreign] = [cast, other];
  meeting = await bookMeetingOfOthers(stack, home.interview, office);
  kinds = await bookEveryKind(stack, home.interview);
  // Three offices with their accounts, on a machine that may be busy.
}, 180_000);

const guarded = everyRoute.filter(([name]) => mayCall(name) !== 'anyone');

/** One of each route's, in turn, so that all of them come up. */
const inTurn = <Each>(all: readonly Each[], index: number): Each => all[index % all.length] as Each;

const ofCast = (name: string) => castRoles.filter((role) => mayCall(name).includes(role));

/** Capabilities that guests have to do with. */
const withGuests = new Set(
  guarded.filter(([name]) => ofCast(name).some(isGuest)).map(([, { capability }]) => capability),
);

/** For those alone who have no account in every office: counsel, whom a court has to admit first, an interpreter. Asked by them elsewhere. */
const ofOthersAlone: Readonly<Record<string, string>> = {
  'interpreting.readOwnDay': 'test/interpreting/times/own-day.stack.test.ts',
  'orders.stateDefence': 'test/orders/orders.stack.test.ts',
};

/** Each of these routes with one of the roles that may call it. */
const allowed = (routes: typeof everyRoute) =>
  routes
    .filter(([name]) => !(name in ofOthersAlone))
    .map(([name, found], index) => [name, inTurn(ofCast(name), index), found] as const);

test('nobody of the cast may call what is for others alone, and whatever is for one of them is asked', () => {
  const unasked = guarded.map(([name]) => name).filter((name) => ofCast(name).length === 0);
  expect(unasked).toEqual(Object.keys(ofOthersAlone));
});

/** Each with an officer and a guest who may not, where there are such. */
const turnedAway = guarded.flatMap(([name, found], index) => {
  const roles = castRoles.filter((role) => !mayCall(name).includes(role));
  const both = [roles.filter((role) => !isGuest(role)), roles.filter(isGuest)];
  return both.flatMap((some) => (some.length === 0 ? [] : [[name, inTurn(some, index), found] as const]));
});

/** All of a refusal but the number of the request. */
const said = ({ status, body }: Answer) => ({ status, body: { ...(body as object), request: undefined } });

/** Not of the answer: the numbers that the gateway and CloudFront give a request, the hour, and how the line is kept. */
const isOfTheWay = (name: string): boolean => /^(date|via|connection|x-amz-cf-id)$|request-?id/i.test(name);

/** Every byte of an answer. */
const exactly = ({ status, body, headers }: Answer): string =>
  JSON.stringify([
    status,
    [...headers].filter(([name]) => !isOfTheWay(name)),
    { ...(body as object), request: '' },
  ]);

test('every contract is here', async () => {
  const declared = await discoverCapabilities(join(import.meta.dirname, '../../functions'));
  // A table that a capability has beside its own is none of a capability.
  const further = declared.flatMap(({ role }) => Object.keys(role.furtherTables ?? {}));
  const capabilities = new Set(everyRoute.map(([, { capability }]) => capability));
  const deployed = Object.keys(stack.outputs).flatMap(
    (key) => /^Table([A-Z]\w+)$/.exec(key)?.[1]?.toLowerCase() ?? [],
  );
  expect([...capabilities, ...further].toSorted()).toEqual(deployed.toSorted());
});

describe('nobody', () => {
  test.each(guarded)('%s asks to sign in', async (_, found) => {
    const answer = await call(found, home.interview, {});
    expect(said(answer)).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } });
  });

  test.each(guarded)('%s asks somebody with a forged token to sign in', async (_, found) => {
    // All that somebody would need who is believed without the signature.
    const [head = '', claims = '', signature = ''] = home.interview.tokens.clerk.split('.');
    const own = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
    const later = Buffer.from(JSON.stringify({ ...own, exp: 4_000_000_000 })).toString('base64url');
    const token = [head, later, signature].join('.');
    const answer = await call(found, home.interview, { token });
    expect(said(answer)).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } });
  });
});

describe('a role that the route does not name', () => {
  test.each(turnedAway)('%s turns away: %s', async (_, role, found) => {
    const answer = await call(found, home.interview, home.credentials[role]);
    // A guest holds a seat in a room, is known where such a seat has something to do, and is nobody anywhere else.
    const expected =
      isGuest(role) && !withGuests.has(found.capability)
        ? { status: 401, body: { code: 'sign-in-needed' } }
        : { status: 403, body: { code: 'not-your-role' } };
    expect(said(answer)).toMatchObject(expected);
  });
});

describe('a role that the route names', () => {
  const reading = allowed(guarded).filter(([, , { route }]) => route.method === 'GET');
  const acting = allowed(guarded).filter(
    ([, , { route }]) => route.method === 'POST' && route.reads !== true,
  );
  const asking = allowed(guarded).filter(([, , { route }]) => route.reads === true);

  test.each(reading)('%s answers: %s', async (_, role, found) => {
    expect(await call(found, home.interview, home.credentials[role])).toMatchObject({ status: 200 });
  });

  // Without a key nothing is carried out, but whoever is told that one is missing got past the door.
  test.each(acting)('%s lets in: %s', async (_, role, found) => {
    const answer = await call(found, home.interview, { ...home.credentials[role], key: null });
    expect(said(answer)).toMatchObject({ status: 400, body: { code: 'idempotency-key-missing' } });
  });

  // What it asks at length makes no sense here, but whoever is told so got past the door; and no key was needed.
  test.each(asking)('%s hears: %s', async (_, role, found) => {
    const answer = await call(found, home.interview, { ...home.credentials[role], key: null });
    expect([200, 422]).toContain(answer.status);
  });
});

describe('a place of others', () => {
  const placed = allowed(guarded.filter(([, found]) => isPlaced(found)));

  test.each(placed)('%s is not there, exactly like a missing one: %s', async (_, role, found) => {
    // A clerk invites the interpreter only, and is told so before anything is looked up.
    const who = { ...home.credentials[role], fields: role === 'clerk' ? { seat: 'interpreter' } : {} };
    const others = await call(found, home.interview, { ...who, place: placeOf(foreign.interview) });
    const missing = await call(found, home.interview, { ...who, place: nowhere() });
    expect(said(others)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(said(others)).toEqual(said(missing));
    const names = ({ headers }: Answer) => [...headers.keys()].filter((name) => !isOfTheWay(name)).toSorted();
    expect(names(others)).toEqual(names(missing));
  });
});

/**
 * A meeting in confidence, in a case of which all of them are members. Who has no seat in it must not learn that it is
 * there: by its own address, its log, its permission, its witness, its room or its messages.
 */
describe('a confidential session of the same case', () => {
  const roads = allowed(guarded.filter(([, found]) => isOfSession(found)));

  test.each(roads)(
    '%s is not there without a seat, exactly like a missing one: %s',
    async (_, role, found) => {
      const who = { ...home.credentials[role], fields: role === 'clerk' ? { seat: 'interpreter' } : {} };
      const place = { ...placeOf(home.interview), ...meeting };
      const confidential = await call(found, home.interview, { ...who, place });
      const missing = await call(found, home.interview, {
        ...who,
        place: { ...place, sessionId: nowhere().sessionId },
      });
      expect(said(confidential)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(exactly(confidential)).toBe(exactly(missing));
    },
  );
});

describe('a session in a case of others', () => {
  const roads = guarded
    .filter(([, found]) => isOfSession(found))
    .map(([name, found], index) => [name, inTurn(sessionKinds, index), found] as const);

  test.each(roads)(
    '%s is not there, exactly like a missing one, of the kind %s',
    async (name, kind, found) => {
      const [role = 'clerk'] = castRoles.filter((each) => mayCall(name).includes(each));
      const who = { ...foreign.credentials[role], fields: role === 'clerk' ? { seat: 'interpreter' } : {} };
      const ask = (sessionId: string) =>
        call(found, foreign.interview, { ...who, place: { ...placeOf(home.interview), sessionId } });
      const hidden = await ask(kinds.get(kind) ?? '');
      expect(said(hidden)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(exactly(hidden)).toBe(exactly(await ask(nowhere().sessionId)));
    },
  );
});
