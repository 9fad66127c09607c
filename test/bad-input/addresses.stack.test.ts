import { beforeAll, describe, expect, test } from 'vitest';
import type { NamedRoute } from '../../infra/contracts.ts';
import { fetchByName } from '../../infra/local/fetch-by-name.ts';
import { call, everyRoute, newCast, pathAt, placeOf, type Cast } from '../support/every-route.ts';
import { send, type Answer } from '../support/http.ts';
import { deployedStack } from '../support/stack.ts';
import { isSentByCast, senderOf } from './refused-body.ts';

/** Ids of the wrong form, addresses that lead nowhere, queries that nobody asked for. */
const stack = deployedStack();
let cast: Cast;

beforeAll(async () => {
  cast = await newCast(stack);
});

const said = ({ status, body }: Answer) => ({ status, body: { ...(body as object), request: undefined } });
describe('an id of the wrong form is like one that is missing', () => {
  const missing = '4x7k2q9d1m3n5p8r0s6t7v2w4y';
  const ids: readonly (readonly [string, (own: string) => string])[] = [
    ['in capitals', (own) => own.toUpperCase()],
    ['with a letter too many', (own) => `${own}0`],
    ['with a letter too few', (own) => own.slice(1)],
    ['with a NUL', (own) => `${own.slice(0, 9)}%00${own.slice(9)}`],
    ['with a space before', (own) => `%20${own}`],
    ['with half a character', (own) => `${own.slice(1)}%ed%a0%80`],
    ['that climbs', () => '..%2f..%2fcases'],
    ['that is a number', () => '1'],
    ['that is a wildcard', () => '*'],
    ['that is a UUID', () => 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'],
    // As a key of the table has it, but for its `#`: the emulator's CloudFront cuts an address there, also where it is encoded.
    ['that says of what it is', (own) => `session:${own}`],
    ['that is very long', () => 'a'.repeat(4_000)],
  ];
  const routes = everyRoute.filter(([, { route }]) => route.path.includes(':') && route.method === 'GET');

  function ask(found: NamedRoute, change: (own: string) => string): Promise<Answer> {
    const { sessionId, caseId, personId, roomId, agencyId, party } = placeOf(cast.interview);
    const place = {
      sessionId: change(sessionId),
      caseId: change(caseId),
      personId: change(personId),
      roomId: change(roomId),
      agencyId: change(agencyId),
      // Whoever is heard is found by a name in a case; without the case there is nobody.
      party,
    };
    const who = cast.credentials[senderOf(found.route)];
    return call(found, cast.interview, { ...who, place });
  }

  describe.each(routes)('%s', (_, found) => {
    let answerToMissing: Answer;
    beforeAll(async () => {
      answerToMissing = await ask(found, () => missing);
    });

    test.each(ids)('one %s', async (__, make) => {
      const answer = await ask(found, make);
      expect(said(answer)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(said(answer)).toEqual(said(answerToMissing));
    });
  });
});

const get = (path: string, token = cast.interview.tokens.clerk) => send(stack.apiUrl, 'GET', path, { token });

describe('an address that leads nowhere', () => {
  const capabilities = [...new Set(everyRoute.map(([, { capability }]) => capability))];
  const tails = ['/', '/no/such/thing', '/%2f..%2fcases', '/%00', '/%ff', '//'];
  const cases = capabilities.flatMap((name) => tails.map((tail) => [name, `/api/${name}/nowhere${tail}`]));
  /** Who may read what has an address of that form, if anything has: to others it is said that it is not theirs. */
  const readerIn = (name: string) => {
    const like = everyRoute.find(
      ([, { capability, route }]) =>
        capability === name && route.method === 'GET' && /^\/api\/[a-z]+\/:\w+\/:\w+$/.test(route.path),
    );
    return like === undefined ? undefined : cast.credentials[senderOf(like[1].route)].token;
  };

  test.each(cases)('of %s: %s is not found', async (name, path) => {
    const answer = await get(path, readerIn(name));
    expect(said(answer)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  const methods = ['PUT', 'DELETE', 'PATCH'];
  test.each(everyRoute)('%s answers to its own method only', async (_, { route }) => {
    const { tokens } = cast.interview;
    const path = pathAt(route.path, placeOf(cast.interview));
    const shared = everyRoute.filter(([, other]) => other.route.path === route.path);
    const own = new Set<string>(shared.map(([, other]) => other.route.method));
    for (const method of [...methods, 'GET', 'POST'].filter((other) => !own.has(other))) {
      const response = await fetchByName(`${stack.apiUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${tokens.clerk}` },
      });
      expect([method, response.status]).toEqual([method, 405]);
      expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
      expect(response.headers.get('allow')).toBe(
        ['GET', 'POST']
          .filter((each) => own.has(each))
          .join(', ')
          .replace('GET', 'GET, HEAD'),
      );
    }
  });
});

describe('a query', () => {
  const asking = everyRoute.filter(
    ([, { route }]) => Object.keys(route.query.shape).length > 0 && isSentByCast(route),
  );

  test.each(asking)('%s refuses a name that it does not know', async (_, found) => {
    const { route } = found;
    const who = cast.credentials[senderOf(route)];
    // The unknown name is put into the path, where `call` adds the good query after it.
    const path = `${route.path}?unknown=1&`;
    const answer = await call({ ...found, route: { ...route, path } }, cast.interview, who);
    expect(said(answer)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  test.each([
    ['no role', ''],
    ['an unknown role', '?role=wizard'],
    ['a role twice over', '?role=clerk,prosecutor'],
    ['a role with a NUL', '?role=clerk%00'],
    ['a list of roles', '?role[]=clerk'],
    ['half a character', '?role=%ed%a0%80'],
  ])('with %s is refused', async (_, query) => {
    expect(await get(`/api/directory/people${query}`)).toMatchObject({
      status: 400,
      code: 'invalid-request',
    });
  });
});
