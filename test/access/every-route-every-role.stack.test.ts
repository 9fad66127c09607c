import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../functions/shared/values/ids.ts';
import { sessionKinds, type SessionKind } from '../../functions/sessions/port/kind-names.ts';
import {
  call,
  everyRole,
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
import { send, type Answer } from '../support/http.ts';
import { bookEveryKind, bookMeetingOfOthers } from '../support/meeting.ts';
import { newOffice } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { mayCall } from './access-table.ts';

/**
 * Who may call what stands in the access table. Here the deployed stack is asked every route as every role, as nobody, as
 * somebody of another case, and about a meeting of others in the same case, so a route that forgets its check cannot stay
 * unseen.
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
const asked = (routes: typeof everyRoute, allowed: boolean) =>
  routes.flatMap(([name, found]) =>
    everyRole
      .filter((role) => mayCall(name).includes(role) === allowed)
      .map((role) => [name, role, found] as const),
  );

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

test('every contract is here', () => {
  const capabilities = new Set(everyRoute.map(([, { capability }]) => capability));
  const deployed = Object.keys(stack.outputs).flatMap(
    (key) => /^Table([A-Z]\w+)$/.exec(key)?.[1]?.toLowerCase() ?? [],
  );
  expect([...capabilities].toSorted()).toEqual(deployed.toSorted());
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
  test.each(asked(guarded, false))('%s turns away: %s', async (_, role, found) => {
    const answer = await call(found, home.interview, home.credentials[role]);
    // A guest holds a seat in a room and is nobody anywhere else.
    const expected =
      isGuest(role) && found.capability !== 'rooms'
        ? { status: 401, body: { code: 'sign-in-needed' } }
        : { status: 403, body: { code: 'not-your-role' } };
    expect(said(answer)).toMatchObject(expected);
  });
});

describe('a role that the route names', () => {
  const reading = asked(guarded, true).filter(([, , { route }]) => route.method === 'GET');
  const acting = asked(guarded, true).filter(
    ([, , { route }]) => route.method === 'POST' && route.reads !== true,
  );

  test.each(reading)('%s answers: %s', async (_, role, found) => {
    expect(await call(found, home.interview, home.credentials[role])).toMatchObject({ status: 200 });
  });

  // Without a key nothing is carried out, but whoever is told that one is missing got past the door.
  test.each(acting)('%s lets in: %s', async (_, role, found) => {
    const answer = await call(found, home.interview, { ...home.credentials[role], key: null });
    expect(said(answer)).toMatchObject({ status: 400, body: { code: 'idempotency-key-missing' } });
  });
});

describe('a role that may ask at length', () => {
  const asking = asked(guarded, true).filter(([, , { route }]) => route.reads === true);

  // What it asks here makes no sense, but whoever is told so got past the door; and no key was needed.
  test.each(asking)('%s is heard: %s', async (_, role, found) => {
    const answer = await call(found, home.interview, { ...home.credentials[role], key: null });
    expect([200, 422]).toContain(answer.status);
  });
});

describe('a place of others', () => {
  const placed = asked(
    guarded.filter(([, found]) => isPlaced(found)),
    true,
  );

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

  test('an officer of another case cannot be named, exactly like one who is not there', async () => {
    const name = (personId: string) =>
      send(stack.apiUrl, 'POST', `/api/sessions/${home.interview.sessionId}/attending-officer`, {
        token: home.interview.tokens['central-authority'],
        body: { personId },
      });
    const others = await name(foreign.interview.ids['attending-officer']);
    expect(said(others)).toMatchObject({ status: 422, body: { code: 'person-not-suitable' } });
    expect(said(others)).toEqual(said(await name(newId(randomBytes))));
  });
});

/**
 * A meeting in confidence, in a case of which all of them are members. Who has no seat in it must not learn that it is
 * there: by its own address, its log, its permission, its witness, its room or its messages.
 */
describe('a confidential session of the same case', () => {
  const roads = asked(
    guarded.filter(([, found]) => isOfSession(found)),
    true,
  );

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

/**
 * Each road, about a session of each kind, asked by somebody of another case. Every role, and members without a seat, are
 * asked the same in every-kind.test.ts, over a store in memory; here one of each road must do, since a kind has no rights of
 * its own in the cloud.
 */
describe.each(sessionKinds)('a session of the kind %s in a case of others', (kind) => {
  const roads = guarded.filter(([, found]) => isOfSession(found));

  test.each(roads)('%s is not there, exactly like a missing one', async (name, found) => {
    const [role = 'clerk'] = everyRole.filter((each) => mayCall(name).includes(each));
    const who = { ...foreign.credentials[role], fields: role === 'clerk' ? { seat: 'interpreter' } : {} };
    const ask = (sessionId: string) =>
      call(found, foreign.interview, { ...who, place: { ...placeOf(home.interview), sessionId } });
    const hidden = await ask(kinds.get(kind) ?? '');
    expect(said(hidden)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(exactly(hidden)).toBe(exactly(await ask(nowhere().sessionId)));
  });
});
