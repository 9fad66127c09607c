import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { availabilityApp } from '../../functions/availability/routes.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { headKey, parseHead } from '../../functions/custody/port/append.ts';
import { entrySchema, type Entry } from '../../functions/custody/port/entry.ts';
import { parsePerson, personKey, type Person } from '../../functions/directory/port/actor.ts';
import type { Actor } from '../../functions/shared/access/roles.ts';
import type { WorkingTime, InterpreterProfile } from '../../functions/directory/port/working-time.ts';
import {
  workingTimeKey,
  workingTimeOf,
  newRoom,
  putWorkingTime,
  putProfile,
  usualWorkingTime,
  usualProfile,
  type StoredRoom,
} from '../../functions/directory/port/working-time-store.ts';
import { sessionsApp } from '../../functions/sessions/routes.ts';
import type { CalendarId, Reservation } from '../../functions/sessions/port/week-pages.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { actorOf, ask, enterPerson, contextOver, type Told } from '../support/in-process.ts';
import { movedTo, proposed } from '../support/proposal.ts';
import { inKeys, searchBody } from '../support/search.ts';
import { parseSession, sessionKey } from '../../functions/sessions/store.ts';
import { parsePage } from '../../functions/sessions/port/page-items.ts';

type Duty = InterpreterProfile['duty'];

/** The clock of every test here. */
export const now = new Date('2027-03-01T00:00:00.000Z');

const roles = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'auditor',
  'interpreter',
] as const;

/** A case with its people, over one store. */
export interface PreparedCase {
  readonly store: Store;
  readonly caseId: string;
  /** Her pseudonym. */
  readonly witness: string;
  readonly people: Readonly<Record<(typeof roles)[number], Person>>;
  readonly app: Hono;
  /** Another way to the same tables, and another hour. */
  readonly over: (store: Store, at?: Date) => Hono;
}

/**
 * @param shared people of other cases, to be fought over
 * @param more members beside the usual ones
 */
export async function prepareCase(
  store: Store,
  shared: Partial<PreparedCase['people']> = {},
  more: readonly Person[] = [],
): Promise<PreparedCase> {
  const entered = await Promise.all(
    roles.map(async (role) => {
      const hidden = role === 'support-officer' ? { atProtectedSite: true } : {};
      return [role, shared[role] ?? (await enterPerson(store, role, hidden))] as const;
    }),
  );
  const people = Object.fromEntries(entered) as PreparedCase['people'];
  const over = (other: Store, at = now) => {
    const context = contextOver(other, at);
    return new Hono().route('/', sessionsApp(context)).route('/', availabilityApp(context));
  };
  const opened = await ask(
    casesApp(contextOver(store, now)),
    actorOf(people.prosecutor),
    'POST',
    '/api/cases',
    {
      reference: 'T 1/2027',
      requestingState: 'TH',
      hostState: 'MM',
      members: [...Object.values(people), ...more]
        .filter(({ role }) => role !== 'prosecutor' && role !== 'interpreter')
        .map(({ personId }) => personId),
      witness: {
        protected: true,
        holder: people['support-officer'].personId,
        zone: 'Asia/Yangon',
        mayKnow: [people['attending-officer'].personId],
      },
    },
  );
  if (opened.status !== 201) throw new Error(`No case: ${JSON.stringify(opened.body)}`);
  const caseId = opened.body.caseId as string;
  const file = await ask(
    casesApp(contextOver(store, now)),
    actorOf(people.prosecutor),
    'GET',
    `/api/cases/${caseId}`,
  );
  const witness = (file.body.witness as { pseudonym: string }).pseudonym;
  return { store, caseId, witness, people, app: over(store), over };
}

export const bookingOf = ({ caseId, people }: PreparedCase, local: string, minutes = 60) => ({
  caseId,
  kind: 'interview',
  local,
  zone: 'Asia/Bangkok',
  minutes,
  seats: {
    clerk: people.clerk.personId,
    supportOfficer: people['support-officer'].personId,
    interpreter: people.interpreter.personId,
  },
});

/** A booking in few words as it is sent; see support/proposal.ts. */
export const inFull = (
  { people, witness }: Pick<PreparedCase, 'people' | 'witness'>,
  brief: object,
  by: Person = people.prosecutor,
): Record<string, unknown> => proposed(brief, { booker: by.personId, witness });

export const book = (
  prepared: PreparedCase,
  local: string,
  app = prepared.app,
  key?: string,
): Promise<Told> =>
  ask(
    app,
    actorOf(prepared.people.prosecutor),
    'POST',
    '/api/sessions',
    inFull(prepared, bookingOf(prepared, local)),
    key,
  );

/** Books with something said in another way. */
export const bookWith = (
  prepared: PreparedCase,
  local: string,
  more: object,
  { app = prepared.app, by = prepared.people.prosecutor }: { readonly app?: Hono; readonly by?: Person } = {},
): Promise<Told> =>
  ask(
    app,
    actorOf(by),
    'POST',
    '/api/sessions',
    inFull(prepared, { ...bookingOf(prepared, local), ...more }, by),
  );

/** Does something to a session as one of its people. */
export const act = async (
  prepared: PreparedCase,
  sessionId: string,
  verb: string,
  body: object = {},
  { app = prepared.app, by = prepared.people.prosecutor }: { readonly app?: Hono; readonly by?: Person } = {},
): Promise<Told> => {
  const days = await daysOf(prepared, sessionId, [
    verb === 'move' ? body : (body as { change?: object }).change,
  ]);
  const full = (given: object) => ('local' in given ? movedTo(given, days) : given);
  const { change } = body as { change?: object };
  const sent = verb === 'move' ? full(body) : change === undefined ? body : { ...body, change: full(change) };
  return ask(app, actorOf(by), 'POST', `/api/sessions/${sessionId}/${verb}`, sent);
};

/** The days of a session as they are stored, where a new time is said in few words. */
async function daysOf(
  { store }: PreparedCase,
  sessionId: string,
  [given]: readonly (object | undefined)[],
): Promise<readonly { readonly local: string }[]> {
  if (given === undefined || !('local' in given)) return [];
  const [item] = await store.get([sessionKey(sessionId)]);
  return item === undefined ? [] : parseSession(item).days;
}

export const read = (
  prepared: PreparedCase,
  sessionId: string,
  by = prepared.people.prosecutor,
): Promise<Told> => ask(prepared.app, actorOf(by), 'GET', `/api/sessions/${sessionId}`);

export const cancel = (prepared: PreparedCase, sessionId: string, app = prepared.app): Promise<Told> =>
  ask(app, actorOf(prepared.people.prosecutor), 'POST', `/api/sessions/${sessionId}/cancellation`, {
    reason: 'other',
  });

export const nameOfficer = (
  prepared: PreparedCase,
  sessionId: string,
  app = prepared.app,
  officer: Person = prepared.people['attending-officer'],
): Promise<Told> =>
  ask(
    app,
    actorOf(prepared.people['central-authority']),
    'POST',
    `/api/sessions/${sessionId}/attending-officer`,
    { personId: officer.personId },
  );

/** What a preview says of everybody's time, each answer once. */
export async function availabilityAt(prepared: PreparedCase, local: string): Promise<string[]> {
  const asked = inFull(prepared, bookingOf(prepared, local));
  const by = actorOf(prepared.people.prosecutor);
  const { body } = await ask(prepared.app, by, 'POST', '/api/availability/preview', asked);
  const said = (body.seats as { availability?: string }[]).flatMap(({ availability }) => availability ?? []);
  return [...new Set(said)];
}

/** Everything that stands on a calendar, over all its weeks. */
export async function takenOn(store: Store, calendar: CalendarId): Promise<Reservation[]> {
  const items = await store.query('sessions', `calendar#${calendar}`);
  const all = items.flatMap((item) => parsePage({ calendar, week: item.sk }, item).taken);
  return [...new Map(all.map((each) => [`${each.sessionId} ${each.start}`, each])).values()];
}

export const calendarIdOf = ({ personId }: Person): CalendarId => `person#${personId}`;

/** Entries in the log of a session; 0 where there is none. */
export async function logSize(store: Store, sessionId: string): Promise<number> {
  const [head] = await store.get([headKey(sessionId)]);
  return parseHead(head)?.frontier.size ?? 0;
}

/** What somebody, or a room, is booked by from now on; the rest is the office week of the country. */
export async function setWorkingTime(
  store: Store,
  owner: Person,
  change: Partial<WorkingTime>,
): Promise<void> {
  const [item] = await store.get([workingTimeKey(owner.personId)]);
  const { version, value } = workingTimeOf(item, owner);
  await store.write([putWorkingTime(owner.personId, { ...value, ...change }, version)]);
}

/** Limits on the work of an interpreter; nothing else of the profile matters here. */
export async function setDuty(store: Store, interpreter: Person, change: Partial<Duty>): Promise<void> {
  const usual = usualProfile(interpreter);
  if (usual === undefined) throw new Error('Not an interpreter.');
  await store.write([putProfile(interpreter.personId, { ...usual, duty: { ...usual.duty, ...change } }, 0)]);
}

/** A room that is open at any hour, in Bangkok unless said. */
export async function enterRoom(
  store: Store,
  change: Partial<WorkingTime> = {},
  where: Partial<
    Pick<StoredRoom, 'vetted' | 'label' | 'city' | 'country' | 'atProtectedSite' | 'agencyId'>
  > = {},
): Promise<string> {
  const roomId = newId(randomBytes);
  const agency = { agencyId: newId(randomBytes), agencyName: 'Agency of a test' };
  const place = {
    label: 'Room 1',
    city: 'Bangkok',
    country: 'TH',
    vetted: true,
    atProtectedSite: false,
    ...where,
  } as const;
  await store.write(newRoom({ roomId, ...agency, ...place }, 'Asia/Bangkok'));
  await store.write([
    putWorkingTime(roomId, { ...usualWorkingTime('Asia/Bangkok', 'TH'), weekly: anyHour, ...change }, 1),
  ]);
  return roomId;
}

export const anyHour = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', until: '24:00' }));

/** The entries of a session's log, oldest first. */
export async function entriesOf(store: Store, sessionId: string): Promise<Entry[]> {
  const items = await store.query('custody', `log#${sessionId}`, { prefix: 'entry#' });
  return items.map(({ leaf }) => entrySchema.parse(JSON.parse(String(leaf))));
}

/** A search in few words, answered by the test's own keys; see support/search.ts. */
export async function searchFor(
  { store, witness, ...prepared }: PreparedCase,
  actor: Actor,
  brief: object,
  app = prepared.app,
): Promise<Told> {
  const known = { witness, roleOf: await rolesIn(store, brief) };
  const told = await ask(app, actor, 'POST', '/api/availability/search', searchBody(brief, known));
  return inKeys(told, brief, known);
}

/** The roles of those who are named; of somebody whom nobody knows, the clerk’s. */
async function rolesIn(store: Store, brief: object): Promise<(personId: string) => string> {
  const ids = (brief as { participants: { personId?: string }[] }).participants.flatMap(
    ({ personId }) => personId ?? [],
  );
  const items = await store.get(ids.map(personKey));
  const known = new Map(
    items.map((item, at) => [ids[at], item === undefined ? 'clerk' : parsePerson(item).role]),
  );
  return (personId) => known.get(personId) ?? 'clerk';
}
