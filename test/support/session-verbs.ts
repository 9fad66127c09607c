import type { Hono } from 'hono';
import type { Person } from '../../functions/directory/port/actor.ts';
import type { SessionKind } from '../../functions/sessions/port/kind-names.ts';
import { parseSession, sessionKey } from '../../functions/sessions/store.ts';
import { actorOf, ask, type Told } from './in-process.ts';
import { nameParty, type PreparedCase } from './prepared-case.ts';
import { movedTo, proposed } from './proposal.ts';

/** What the people of a prepared case do to its sessions, in few words. */

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

/** Books a session of any kind, with no more seats than it needs, by somebody who books such ones. */
export async function bookKind(
  prepared: PreparedCase,
  local: string,
  kind: SessionKind,
  by: Person = prepared.people[bookerOf(kind)],
): Promise<Told> {
  const expert = kind === 'expert' ? await nameParty(prepared, 'expert') : undefined;
  const { seats } = bookingOf(prepared, local);
  const { judge, prosecutor } = prepared.people;
  const officer = { seats: { supportOfficer: seats.supportOfficer } };
  const court = { seats: { ...seats, judge: judge.personId, prosecutor: prosecutor.personId } };
  const chosen = {
    interview: {},
    deposition: court,
    testimony: court,
    expert: { seats: { clerk: seats.clerk, judge: judge.personId, prosecutor: prosecutor.personId, expert } },
    rehearsal: { seats: { ...seats, prosecutor: prosecutor.personId } },
    'preparation-visit': officer,
    debrief: officer,
    'central-authority-meeting': { seats: {} },
  };
  return bookWith(prepared, local, { kind, ...chosen[kind] }, { by });
}

const bookerOf = (kind: SessionKind) =>
  (
    {
      interview: 'prosecutor',
      deposition: 'clerk',
      testimony: 'judge',
      expert: 'judge',
      rehearsal: 'support-officer',
      'preparation-visit': 'support-officer',
      debrief: 'support-officer',
      'central-authority-meeting': 'central-authority',
    } as const
  )[kind];

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
