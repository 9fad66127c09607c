import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import {
  guestRoles,
  staffRoles,
  type Guest,
  type GuestRole,
  type Asker,
  type Role,
} from '../../functions/shared/access/roles.ts';
import type { Door } from '../../functions/sessions/port/door.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { discoverRoutes, type NamedRoute } from '../../infra/contracts.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { send, type Answer, type Sent } from './http.ts';
import { bangkokIn, bookDeposition, expectDone, guest, openGates, type Interview } from './interview.ts';
import { officeRoles } from './office.ts';
import { sampleOf } from './sample.ts';
import { doorOf } from './session-log.ts';
import { until } from './until.ts';

/** Every route of every contract, by the name under which a test speaks of it. */
export const everyRoute: readonly (readonly [string, NamedRoute])[] = (
  await discoverRoutes(join(import.meta.dirname, '../../functions'))
).map((found) => [`${found.capability}.${found.name}`, found]);

export const everyRole: readonly Role[] = [...staffRoles, ...guestRoles];

/** The same with those who ask by an account though they come by invitation. */
export const everyAsker: readonly Asker[] = [...everyRole, 'interpreter-with-account'];

export const isGuest = (role: Role): role is GuestRole => (guestRoles as readonly string[]).includes(role);

/** Somebody with a seat of a session that nobody knows of. */
export const guestElsewhere = (role: GuestRole): Guest => ({
  kind: 'guest',
  sessionId: newId(randomBytes),
  seatId: 'W-4K7Q',
  role,
  deviceId: newId(randomBytes),
});

/** A deposition with every gate open and everybody who can ask anything: staff by token, guests by cookie. */
export interface Cast {
  readonly interview: Interview;
  readonly credentials: Readonly<Record<CastRole, Pick<Sent, 'token' | 'cookie'>>>;
}

/** Who comes without an account to every interview. */
const invited = ['witness', 'interpreter'] as const satisfies readonly GuestRole[];
/** Whom a deployed cast has; of all others the tests in process ask. */
export const castRoles = [...officeRoles, ...invited] as const;
export type CastRole = (typeof castRoles)[number];
export const isOfCast = (role: Asker): role is CastRole => castRoles.some((each) => each === role);

export async function newCast(stack: DeployedStack): Promise<Cast> {
  const interview = await bookDeposition(stack);
  await openGates(interview);
  await keepRoom(interview);
  await followed(stack, interview);
  const staff = Object.entries(interview.tokens).map(([role, token]) => [role, { token }]);
  const guests = invited.map(async (seat) => [seat, await guest(interview, seat)]);
  const credentials = Object.fromEntries([...staff, ...(await Promise.all(guests))]);
  return { interview, credentials: credentials as Cast['credentials'] };
}

/** The door follows what stands of a person a moment later: whoever counts before it has, sees it move by itself. */
async function followed(stack: DeployedStack, { sessionId }: Interview): Promise<void> {
  const open = ({ gates }: Pick<Door, 'gates'>) => !Object.values(gates).includes('missing');
  await until(() => doorOf(stack, sessionId), open, 60);
}

/** What officers keep of an agency stands in a log of its own, which begins with the first change. */
export async function keepRoom({ api, roomId, tokens }: Interview): Promise<void> {
  const body = { version: 1, label: 'Room 1', vetted: true };
  expectDone(await send(api, 'POST', `/api/directory/rooms/${roomId}`, { token: tokens.clerk, body }));
}

/** The ids that stand in addresses, whoever's they are: a session and its case, somebody with a calendar, a room, an agency. */
export interface Place extends Pick<Interview, 'sessionId' | 'caseId' | 'roomId' | 'agencyId'> {
  readonly personId: string;
  /** Pseudonym of somebody who is heard in the case. */
  readonly party: string;
}

export const placeOf = ({ sessionId, caseId, roomId, agencyId, ids, witness }: Interview): Place => ({
  sessionId,
  caseId,
  roomId,
  agencyId,
  personId: ids.interpreter,
  party: witness,
});

/** Whose id is whose, by role. */
export const idsOf = (people: Readonly<Record<string, { readonly personId: string }>>): Interview['ids'] =>
  Object.fromEntries(
    Object.entries(people).map(([role, { personId }]) => [role, personId]),
  ) as Interview['ids'];

/** The address of a route at a place. */
export const pathAt = (path: string, place: Place): string =>
  path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => inPath(name, place));
/** What stands in a path under a name: an id of the place, or one of what lies in it and is not there, of the right form. */
export const inPath = (name: string, place: Place): string =>
  name in place ? place[name as keyof Place] : name === 'machine' ? 'relay' : nothingThere;
const nothingThere = newId(randomBytes);

/** Ids of the right form that belong to nothing. */
export const nowhere = (): Place => ({
  sessionId: newId(randomBytes),
  caseId: newId(randomBytes),
  personId: newId(randomBytes),
  roomId: newId(randomBytes),
  agencyId: newId(randomBytes),
  party: 'W-4K7Q',
});

/** What no shape can say: a time to come, people who are there, the place that is asked for. */
function known({ ids, witness }: Pick<Interview, 'ids' | 'witness'>, place: Place): Record<string, unknown> {
  return {
    ...place,
    kind: 'interview',
    days: [{ local: bangkokIn(24 * 60) }],
    zone: 'Asia/Bangkok',
    minutes: 30,
    parts: [{ kind: 'main', at: 0, minutes: 30 }],
    seats: [
      { seat: 'prosecutor', ids: [ids.prosecutor] },
      { seat: 'clerk', ids: [ids.clerk] },
      { seat: 'support-officer', ids: [ids['support-officer']] },
      { seat: 'witness', ids: [witness] },
      { seat: 'interpreter', ids: [ids.interpreter] },
    ],
    holder: ids['support-officer'],
    members: [ids.clerk, ids['support-officer']],
    requestingState: 'TH',
    hostState: 'MM',
  };
}

const asksFor = ({ route: { query, body } }: NamedRoute, name: keyof Place): boolean =>
  [query, body].some(
    (shape) => has(shape, name) || (shape instanceof z.ZodObject && has(shape.shape['proposal'], name)),
  );

const has = (shape: unknown, name: string): boolean => shape instanceof z.ZodObject && name in shape.shape;

/** Whether a request to this route is about a session or a case, which may be somebody else's. */
export const isPlaced = (found: NamedRoute): boolean =>
  found.route.path.includes(':') || asksFor(found, 'caseId') || asksFor(found, 'sessionId');

/** Whether a request to this route is about one session, or can be. */
export const isOfSession = (found: NamedRoute): boolean =>
  found.route.path.includes(':sessionId') || asksFor(found, 'sessionId') || canMove(found);

/** What a body can say of a session and need not. */
function ofSession(found: NamedRoute, { sessionId }: Place): object {
  if (canMove(found)) return { moving: sessionId };
  return has(found.route.body, 'sessionId') ? { sessionId } : {};
}

/** A search may name a session whose own time is no obstacle. */
const canMove = ({ route }: NamedRoute): boolean => has(route.body, 'moving');

/** A well-formed request to a route. */
export interface SampleRequest {
  readonly method: 'GET' | 'POST';
  /** With the query. */
  readonly path: string;
  readonly body: unknown;
}

/** One about that place, by what these people would say. `fields` stand in place of samples. */
export function requestTo(
  found: NamedRoute,
  people: Pick<Interview, 'ids' | 'witness'>,
  place: Place,
  fields: Readonly<Record<string, unknown>> = {},
): SampleRequest {
  const { route } = found;
  const values = { ...known(people, place), ...fields };
  const query = new URLSearchParams(sampleOf(route.query, values) as Record<string, string>).toString();
  const path = pathAt(route.path, place);
  const body = route.method === 'GET' || route.ownIds ? {} : sampleOf(route.body, values);
  return {
    method: route.method,
    path: query === '' ? path : `${path}?${query}`,
    body: { ...(body as object), ...ofSession(found, place) },
  };
}

/** Sends a well-formed request to this route, about that place, as `sent` says who. `fields` stand in place of samples. */
export function call(
  found: NamedRoute,
  interview: Interview,
  {
    place = placeOf(interview),
    fields = {},
    ...sent
  }: Sent & { readonly place?: Place; readonly fields?: Readonly<Record<string, unknown>> },
): Promise<Answer> {
  const { method, path, body } = requestTo(found, interview, place, fields);
  return send(interview.api, method, path, { body, ...sent });
}
