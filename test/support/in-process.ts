import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { agencyKey, putAgency, putPerson } from '../../functions/directory/store.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import type { Actor, Role, Staff } from '../../functions/shared/access/roles.ts';
import type { Context } from '../../functions/shared/http/call.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { id, newId } from '../../functions/shared/values/ids.ts';
import { newKey } from './http.ts';
import { assertProblem, isProblem } from './problem.ts';

/**
 * A capability run in this process over a store of the test's choice, so that a test can hold one request between its
 * reads and its write while another goes through. Who asks is told, not proved.
 */

export const contextOver = (store: Store, now: Date): Context => ({
  store,
  now: () => now,
  randomBytes: (length) => randomBytes(length),
  pause: () => Promise.resolve(),
  freshSignInMinutes: 5,
  // Whoever does not say when they signed in has just done so.
  authenticate: (request) => {
    const told = request.headers.get('x-actor');
    return Promise.resolve(
      told === null ? undefined : { signedInAt: now.getTime(), ...(JSON.parse(told) as Actor) },
    );
  },
});

export interface Told {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- each test says what it expects
  readonly body: any;
}

export async function ask(
  app: Hono,
  actor: Actor,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  key: string = newKey(),
): Promise<Told> {
  const response = await app.request(path, {
    method,
    headers: {
      'x-actor': JSON.stringify(actor),
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const told: unknown = await response.json();
  if (isProblem(response.headers)) assertProblem(told);
  return { status: response.status, body: told };
}

const countryOf: Partial<Record<Role, string>> = {
  'support-officer': 'MM',
  'attending-officer': 'MM',
  'central-authority': 'MM',
  interpreter: 'AU',
};

/** Every clerk works here unless said, and it keeps the calendars of every interpreter and has every room. */
export const court = id.parse('0c0c0c0c0c0c0c0c0c0c0c0c0c');

/** Somebody in the directory, without an account; the agency too, where it is not there yet. */
export async function enterPerson(store: Store, role: Role, more: Partial<Person> = {}): Promise<Person> {
  const agencyId = role === 'clerk' ? court : newId(randomBytes);
  const country = countryOf[role] ?? 'TH';
  const personId = newId(randomBytes);
  const person: Person = {
    personId,
    role,
    label: `A ${role} of a test ${personId.slice(-8)}`,
    agencyId,
    agencyName: 'Agency of a test',
    country,
    zone: country === 'MM' ? 'Asia/Yangon' : country === 'AU' ? 'Australia/Sydney' : 'Asia/Bangkok',
    language: 'en',
    ...(role === 'interpreter' ? { languages: ['my', 'th'] } : {}),
    ...more,
  };
  await store.write(putPerson(person));
  await enterAgency(store, person);
  return person;
}

async function enterAgency(
  store: Store,
  { agencyId, agencyName: name, country, role }: Person,
): Promise<void> {
  const isThere = async () => (await store.get([agencyKey(agencyId)]))[0] !== undefined;
  if (await isThere()) return;
  const keptBy = role === 'interpreter' ? { keptBy: [court] } : {};
  try {
    await store.write(putAgency({ agencyId, name, country, ...keptBy }));
  } catch (error) {
    // Two of one agency may be entered at once.
    if (!(await isThere())) throw error;
  }
}

/** The actor that a sign-in of this person gives. */
export const actorOf = ({
  personId,
  role,
  agencyId,
  country,
  language,
  zone,
  atProtectedSite,
}: Person): Staff => ({
  kind: 'staff',
  personId,
  role: role as Staff['role'],
  agencyId,
  country,
  language,
  zone,
  atProtectedSite,
});
