import { beforeAll, describe, expect, test } from 'vitest';
import { fetchByName } from '../../infra/local/fetch-by-name.ts';
import type { NamedRoute } from '../../infra/contracts.ts';
import { newCast, pathAt, placeOf, type Cast } from '../support/every-route.ts';
import { newKey } from '../support/http.ts';
import { doorOf, deedsOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { badBodies, goodBodyOf, tooLarge, type Bad } from './bad-bodies.ts';
import { assertRefused, isSentByCast, senderOf, taking } from './refused-body.ts';

/**
 * What comes of a bad body on its way through CloudFront, the gateway and Lambda. That every route refuses every one,
 * bodies.test.ts sees in process.
 */
const stack = deployedStack();
let cast: Cast;
let before: unknown;

beforeAll(async () => {
  cast = await newCast(stack);
  before = await state();
});

/** The door and the length of the log: whatever is done to a session moves one of them. */
const state = async () => {
  const { sessionId } = cast.interview;
  return [await doorOf(stack, sessionId), (await deedsOf(stack, sessionId)).length];
};

async function refuses({ route }: NamedRoute, { body, headers, ...expected }: Bad): Promise<void> {
  const { token, cookie } = cast.credentials[senderOf(route)];
  const response = await fetchByName(`${stack.apiUrl}${pathAt(route.path, placeOf(cast.interview))}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': newKey(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    body: body(goodBodyOf(route)),
  });
  await assertRefused(response, expected);
}

/** Of an ordinary function, and of one of each urgency. */
const some = taking.filter(([name]) =>
  ['sessions.bookSession', 'rooms.pause', 'rooms.arrive', 'rooms.redeemInvitation'].includes(name),
);

describe.each(some)('%s', (_, found) => {
  test.each([...badBodies, ...tooLarge(found.route)])('refuses %s', (__, bad) => refuses(found, bad));
});

describe.each(badBodies.filter(([what]) => ['an unknown field', 'bytes that are not UTF-8'].includes(what)))(
  '%s',
  (_, bad) => {
    test.each(taking.filter(([, { route }]) => isSentByCast(route)))('is refused by %s', (__, found) =>
      refuses(found, bad),
    );
  },
);

test('nothing of all that changed anything', async () => expect(await state()).toEqual(before));
