import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { Person } from '../../functions/directory/port/actor.ts';
import { putAgency } from '../../functions/directory/store.ts';
import { readGuest } from '../../functions/rooms/port/guest.ts';
import {
  guestRoles,
  partyRoles,
  staffRoles,
  type Actor,
  type Asker,
  type GuestRole,
  type PartyRole,
  type Role,
} from '../../functions/shared/access/roles.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { enterRoom } from './calendars.ts';
import { guestElsewhere, idsOf, type Place } from './every-route.ts';
import { follow } from './followed.ts';
import { newKey } from './http.ts';
import { actorOf, ask, enterPerson, type Told } from './in-process.ts';
import { gateRoads, type Interview } from './interview.ts';
import { admitted, isOfAgeOn, nameParty, prepareCase, type PreparedCase } from './prepared-case.ts';
import { bookWith } from './session-verbs.ts';
import { wholeApi } from './whole-api.ts';

/** Soon after the clock of `prepareCase`, on a working day. */
const local = '2027-03-01T09:00';
/** Five minutes before it starts, so that whoever is invited may come. */
export const shortlyBefore = new Date('2027-03-01T01:55:00.000Z');
/** A day later. */
export const daysToCome = [{ local: '2027-03-02T09:00' }];

/** A deposition with every gate open and everybody who can ask anything, over a store of the test's choice. */
export interface CastInProcess {
  readonly people: PreparedCase['people'];
  readonly about: Pick<Interview, 'ids' | 'witness'>;
  readonly place: Place;
  readonly actors: Readonly<Record<Asker, Actor>>;
}

export async function castInProcess(store: Store): Promise<CastInProcess> {
  const agencyId = newId(randomBytes);
  const people = await enterOffice(store, agencyId);
  const prepared = await prepareCase(store, people);
  const { caseId, witness } = prepared;
  const { sessionId, counsel } = await bookWithEverybody(prepared);
  const app = wholeApi(store, shortlyBefore);
  const ids = idsOf(people);
  const at = { sessionId, caseId, witness };
  for (const { path, by, body, second } of Object.values(gateRoads)) {
    const first = done(await ask(app, actorOf(people[by]), 'POST', path(at), body({ ids })));
    if (second !== undefined)
      done(await ask(app, actorOf(people[second.by]), 'POST', second.path(at), second.body(first)));
  }
  await follow(store, prepared, shortlyBefore);
  const roomId = await enterRoom(store, {}, { agencyId });
  // What officers keep of an agency stands in a log of its own, which begins with the first change.
  const kept = { version: 1, label: 'Room 1', vetted: true };
  done(await ask(app, actorOf(people.clerk), 'POST', `/api/directory/rooms/${roomId}`, kept));
  const staff = Object.entries({ ...people, ...counsel }).map(([role, person]) => [role, actorOf(person)]);
  const invited: [string, Actor | undefined][] = [];
  // One after the other: each moves the room on.
  for (const seat of guestRoles) invited.push([seat, await guestOf(app, store, sessionId, people, seat)]);
  return {
    people,
    about: { ids, witness },
    place: { sessionId, caseId, roomId, agencyId, personId: ids.interpreter, party: witness },
    actors: {
      ...(await withoutPlace(store)),
      'interpreter-with-account': actorOf(people.interpreter),
      // Of the interpreter's agency, whose people they keep.
      'agency-administrator': actorOf(await enterPerson(store, 'agency-administrator', { agencyId })),
      ...(Object.fromEntries([...staff, ...invited]) as object),
    },
  };
}

/** A deposition in which everybody has a seat who can. */
async function bookWithEverybody(prepared: PreparedCase) {
  const { people, witness } = prepared;
  const parties: Partial<Record<PartyRole, string>> = {};
  for (const role of partyRoles) parties[role] = await nameParty(prepared, role);
  // Whose own word the consent of these tests is.
  await isOfAgeOn(prepared);
  const counsel = {
    'defence-counsel': await admitted(prepared, 'defence-counsel', parties.accused ?? ''),
    'victim-counsel': await admitted(prepared, 'victim-counsel', witness),
  };
  const ids = (of: Readonly<Record<string, { readonly personId: string }>>) =>
    Object.fromEntries(Object.entries(of).map(([role, { personId }]) => [role, personId]));
  const {
    auditor: _auditor,
    'attending-officer': _officer,
    'central-authority': _authority,
    ...seated
  } = {
    ...people,
    ...counsel,
  };
  const body = { kind: 'deposition', seats: { ...ids(seated), ...parties } };
  const booked = done(await bookWith(prepared, local, body, { by: people.clerk }));
  return { sessionId: booked.sessionId as string, counsel };
}

/** Everybody who has no place in a deposition: with an account but no case, or by a seat of some other session. */
async function withoutPlace(store: Store): Promise<Readonly<Record<Role, Actor>>> {
  const staff = staffRoles.map(async (role) => [role, actorOf(await enterPerson(store, role))] as const);
  const guests = guestRoles.map((role) => [role, guestElsewhere(role)] as const);
  return Object.fromEntries([...(await Promise.all(staff)), ...guests]) as Readonly<Record<Role, Actor>>;
}

/** People of three agencies. @param australian the interpreter's, whose things the officers of both others keep */
async function enterOffice(store: Store, australian: string): Promise<PreparedCase['people']> {
  const [thai, burmese] = [newId(randomBytes), newId(randomBytes)];
  await store.write(
    putAgency({ agencyId: australian, name: 'Agency of a test', country: 'AU', keptBy: [thai, burmese] }),
  );
  const agencyOf: Readonly<Record<keyof PreparedCase['people'], string>> = {
    prosecutor: thai,
    clerk: thai,
    auditor: thai,
    judge: thai,
    'custody-officer': thai,
    technician: thai,
    'support-officer': burmese,
    'attending-officer': burmese,
    'central-authority': burmese,
    interpreter: australian,
  };
  const entered = Object.entries(agencyOf).map(async ([role, agencyId]): Promise<[string, Person]> => {
    const hidden = role === 'support-officer' ? { atProtectedSite: true } : {};
    return [role, await enterPerson(store, role as Role, { agencyId, ...hidden })];
  });
  return Object.fromEntries(await Promise.all(entered)) as PreparedCase['people'];
}

/** Invited, and let as far as the door by link and PIN. */
async function guestOf(
  app: Hono,
  store: Store,
  sessionId: string,
  people: PreparedCase['people'],
  seat: GuestRole,
): Promise<Actor | undefined> {
  const by = people[seat === 'witness' ? 'support-officer' : 'clerk'];
  const invitations = `/api/rooms/${sessionId}/invitations`;
  const { secret, pin } = done(await ask(app, actorOf(by), 'POST', invitations, { seat, language: 'my' }));
  const redeemed = await app.request('/api/rooms/redemptions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    body: JSON.stringify({ secret, pin }),
  });
  const [cookie = ''] = (redeemed.headers.get('set-cookie') ?? '').split(';');
  return readGuest(store, new Request('https://saksi.test', { headers: { cookie } }), shortlyBefore);
}

/** @throws Error with the answer where a step that a test only builds upon is refused */
function done({ status, body }: Told): Told['body'] {
  if (status >= 300) throw new Error(`The start of a test was refused: ${JSON.stringify(body)}`);
  return body;
}
