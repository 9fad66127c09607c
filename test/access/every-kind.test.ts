import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../functions/sessions/port/kinds.ts';
import { sessionKinds, type SessionKind } from '../../functions/sessions/port/kind-names.ts';
import type { Actor, Role } from '../../functions/shared/access/roles.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import {
  everyRoute,
  guestElsewhere,
  idsOf,
  isGuest,
  isOfSession,
  nowhere,
  requestTo,
  type Place,
  type SampleRequest,
} from '../support/every-route.ts';
import { newKey } from '../support/http.ts';
import { actorOf, enterPerson } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { bookKind } from '../support/session-verbs.ts';
import { wholeApi } from '../support/whole-api.ts';
import { mayCall } from './access-table.ts';

/**
 * Every road with the id of a session, for every role, for every kind of session: whoever must not know of it is answered
 * exactly as for an id that is nobody's, after as many rounds to the store, and leaves nothing behind. All capabilities
 * stand over one store in memory; that the deployed ones answer so too, the test on the stack says.
 */

/** Who gets no further than if there were no session. */
type Outsider = 'of no case' | 'of the case, without a seat';

/** Rounds to the store, as whoever measures the time would notice them. */
interface Rounds {
  get: number;
  query: number;
  write: number;
}

let store: MemoryStore;
let home: PreparedCase;
let strangers: PreparedCase;
const sessions = new Map<SessionKind, string>();

const peopleFor: Readonly<Record<Outsider, () => PreparedCase['people']>> = {
  'of no case': () => strangers.people,
  'of the case, without a seat': () => home.people,
};

beforeAll(async () => {
  store = memoryStore();
  const host = await enterPerson(store, 'central-authority');
  home = await prepareCase(store, {}, [host]);
  strangers = await prepareCase(store);
  for (const [day, kind] of sessionKinds.entries()) {
    // Who meets is an officer of another office, of the same State and case.
    const by = kind === 'central-authority-meeting' ? host : undefined;
    // From a Monday on, when everybody is at work.
    const at = `2027-03-${String(day + 8).padStart(2, '0')}T09:00`;
    const booked = await bookKind(home, at, kind, by);
    if (booked.status !== 201) throw new Error(`No ${kind}: ${JSON.stringify(booked.body)}`);
    sessions.set(kind, booked.body.sessionId as string);
  }
});

const roads = everyRoute.filter(([, found]) => isOfSession(found));
const asked = roads.flatMap(([name, found]) =>
  [mayCall(name)].flat().map((role) => [name, role as Role, found] as const),
);
/** From members, a session can be hidden only where its kind is confidential. */
const hiddenFrom = (kind: SessionKind): readonly Outsider[] =>
  kinds[kind].confidential ? ['of no case', 'of the case, without a seat'] : ['of no case'];

const placeOf = (sessionId: string): Place => ({ ...nowhere(), caseId: home.caseId, sessionId });

/** Guests hold a seat of another session. */
const actorAs = (role: Role, people: PreparedCase['people']): Actor =>
  isGuest(role)
    ? guestElsewhere(role)
    : role in people
      ? actorOf(people[role as keyof typeof people])
      : { ...actorOf(people.clerk), role };

/** Counts what the request that is under way does. */
const counting: Store = {
  get: (keys) => ((rounds.get += keys.length > 0 ? 1 : 0), store.get(keys)),
  query: (...range) => ((rounds.query += 1), store.query(...range)),
  write: (changes) => ((rounds.write += 1), store.write(changes)),
};
let rounds: Rounds;
const app = wholeApi(counting, now);

/** Everything but how often somebody asked for times, and in whose case: that is written down before anything is looked up. */
const storedBut = () =>
  [...store.items].filter(
    ([at]) => !/^\["availability",|^\["custody","(log#\w+-access"|entry#|unpublished#)/.test(at),
  );

/** All of an answer but the number of the request, and the rounds that it took. */
async function askOf(actor: Actor, { method, path, body }: SampleRequest) {
  rounds = { get: 0, query: 0, write: 0 };
  const before = storedBut();
  const response = await app.request(path, {
    method,
    headers: {
      'x-actor': JSON.stringify(actor),
      'content-type': 'application/json',
      'idempotency-key': newKey(),
    },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
  const text = (await response.text()).replace(/"request":"[^"]*"/, '"request":""');
  return {
    answer: { status: response.status, headers: [...response.headers], text },
    rounds,
    nothingStored: isDeepStrictEqual(before, storedBut()),
  };
}

describe.each(sessionKinds)('a session of the kind %s', (kind) => {
  describe.each(hiddenFrom(kind))('to somebody %s', (outsider) => {
    test.each(asked)('%s is not there, exactly like a missing one: %s', async (_, role, found) => {
      const people = peopleFor[outsider]();
      const actor = actorAs(role, people);
      const about = { ids: idsOf(people), witness: home.witness };
      // A clerk invites the interpreter only, and is told so before anything is looked up.
      const fields = role === 'clerk' ? { seat: 'interpreter' } : {};
      const ask = (sessionId: string) => askOf(actor, requestTo(found, about, placeOf(sessionId), fields));
      const hidden = await ask(sessions.get(kind) ?? '');
      const missing = await ask(nowhere().sessionId);
      expect(hidden.answer).toEqual(missing.answer);
      expect(hidden.answer).toMatchObject({ status: 404 });
      expect(hidden.rounds).toEqual(missing.rounds);
      expect(hidden.nothingStored).toBe(true);
    });
  });
});
