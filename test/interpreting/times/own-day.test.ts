import { beforeEach, describe, expect, it } from 'vitest';
import { begun, stopped } from '../../../functions/rooms/port/at-work.ts';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { bookedCase } from '../../support/booked-case.ts';
import { confirmed, spokenOath } from '../../support/confirmed-interpreter.ts';
import { actorOf, ask, enterPerson } from '../../support/in-process.ts';
import { entriesIn } from '../../support/log-entries.ts';
import type { MemoryStore } from '../../support/memory-store.ts';
import type { PreparedCase } from '../../support/prepared-case.ts';
import { bookWith } from '../../support/session-verbs.ts';
import { wholeApi } from '../../support/whole-api.ts';

/** What an interpreter reads and says by an account of their own. The session is from 02:00 to 03:00 UTC, 13:00 in Sydney. */

const at = (clock: string, day = '2027-03-02') => new Date(`${day}T${clock}:00.000Z`);
const before = at('00:30');

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
let pseudonym: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
  pseudonym = (await door()).seats.find(({ seat }) => seat === 'interpreter')?.pseudonym ?? '';
});

const door = async (of = sessionId) => parseDoor((await store.get([doorKey(of)]))[0]);
const as = (by: Person, method: 'GET' | 'POST', path: string, body?: object, now = before) =>
  ask(wholeApi(store, now), actorOf(by), method, `/api/interpreting/${path}`, body);
const own = (method: 'GET' | 'POST', path: string, body?: object, now = before) =>
  as(prepared.people.interpreter, method, path, body, now);
const days = async (month = '2027-03', now = before) =>
  (await own('GET', `own/days?month=${month}`, undefined, now)).body;
const { onPaper: _, ...alone } = confirmed;
const confirm = (more: object = {}) =>
  as(prepared.people.clerk, 'POST', `${sessionId}/assignment`, { ...alone, ...more });
const say = (verb: string, body: object, by = prepared.people.interpreter) =>
  as(by, 'POST', `${sessionId}/${verb}`, body);
const none = { declaration: { conflict: 'none' } };
const conflict = { declaration: { conflict: 'declared', kinds: ['community'], reason: 'The same street.' } };
const briefing = async () => (await own('GET', `${sessionId}/briefing`)).body.briefing;

/** A session of the next day with a colleague, in the same case. */
async function bookSecond(
  who: (own: { interpreter: string }, second: string) => object,
): Promise<{ sessionId: string }> {
  const { clerk, interpreter, 'support-officer': supportOfficer } = prepared.people;
  const second = await enterPerson(store, 'interpreter', { agencyId: interpreter.agencyId });
  const { body } = await bookWith(prepared, '2027-03-03T09:00', {
    seats: {
      clerk: clerk.personId,
      supportOfficer: supportOfficer.personId,
      ...who({ interpreter: interpreter.personId }, second.personId),
    },
  });
  expect(body).toHaveProperty('sessionId');
  return body as { sessionId: string };
}

describe('an interpreter’s own day', () => {
  it('says when, and nothing of what, until they are confirmed', async () => {
    expect(await days()).toEqual({
      month: '2027-03',
      minutes: { booked: 0, worked: 0 },
      sessions: [
        {
          sessionId,
          pseudonym,
          days: [{ start: '2027-03-02T02:00:00.000Z', end: '2027-03-02T03:00:00.000Z' }],
          lacks: ['confirmation', 'declaration', 'oath', 'briefing'],
        },
      ],
    });
    expect(await briefing()).toBeUndefined();
    await say('declaration', none);
    await confirm();
    expect((await days()).sessions[0]).toMatchObject({
      lacks: ['oath', 'briefing'],
      confirmed: {
        kind: 'interview',
        between: ['my', 'th'],
        direction: 'both',
        mode: 'consecutive',
        part: 'lead',
      },
    });
  });

  it('has the minutes that they worked, and of another month none', async () => {
    const work = {
      [pseudonym]: stopped(begun(undefined, '2027-03-02T01:00:00.000Z', at('02:05')), at('02:50')),
    };
    const item = { pk: `session#${sessionId}`, sk: 'room', sessionId, version: 1, work };
    await store.write([{ kind: 'put', table: 'rooms', item, onRefused: 'retry' }]);
    const { minutes, sessions } = await days('2027-03', at('04:00'));
    expect(minutes).toEqual({ booked: 60, worked: 45 });
    expect(sessions[0].days[0].worked).toBe(45);
    expect((await days('2027-04')).sessions).toEqual([]);
  });

  it('is by their own clock: the last evening of a month in UTC is the next month in Sydney', async () => {
    const { body } = await bookWith(prepared, '2027-03-31T21:00', {});
    expect(body.sessionId).toBeDefined();
    expect((await days('2027-04')).sessions).toMatchObject([{ sessionId: body.sessionId }]);
    expect((await days('2027-03')).sessions).toMatchObject([{ sessionId }]);
  });

  it('has nothing that is only held, and nothing of which somebody else has the seat', async () => {
    await store.write([
      { kind: 'update', key: doorKey(sessionId), set: { status: 'held' }, onRefused: 'retry' },
    ]);
    expect((await days()).sessions).toEqual([]);
    const seats = (await door()).seats.map((each) =>
      each.seat === 'interpreter' ? { ...each, pseudonym: 'I-2222' } : each,
    );
    await store.write([
      { kind: 'update', key: doorKey(sessionId), set: { status: 'booked', seats }, onRefused: 'retry' },
    ]);
    expect((await days()).sessions).toEqual([]);
    expect((await own('GET', `${sessionId}/briefing`)).body.code).toBe('not-found');
    expect((await say('declaration', none)).body.code).toBe('not-found');
  });
});

describe('what they say themselves', () => {
  it('stands under their own pseudonym, not as from paper, and opens the gate with the oath that a clerk hears', async () => {
    expect(await say('declaration', none)).toMatchObject({ status: 201, body: {} });
    await confirm();
    const { hash } = await briefing();
    expect(await say('briefing', { hash })).toMatchObject({ status: 201, body: {} });
    expect((await days()).sessions[0].lacks).toEqual(['oath']);
    await say('oath', { oath: spokenOath }, prepared.people.clerk);
    expect((await door()).gates.interpreter).toBe('open');
    const entries = await entriesIn(store, sessionId);
    expect(entries.filter(({ actor }) => 'role' in actor && actor.role === 'interpreter')).toMatchObject([
      { action: 'interpreter.without-conflict', actor: { pseudonym }, subject: { ref: pseudonym } },
      { action: 'interpreter.briefed', actor: { pseudonym }, details: { onPaper: false } },
    ]);
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      action: 'interpreter.declared',
      actor: { pseudonym },
      details: { conflict: 'none', onPaper: false },
    });
  });

  it('is of nobody else of the team, whomever they name', async () => {
    const body = await bookSecond(({ interpreter }, second) => ({ interpreter, moreInterpreters: [second] }));
    const team = (await door(body.sessionId)).seats.filter(({ seat }) => seat === 'interpreter');
    const other = team.find((each) => each.pseudonym !== pseudonym)?.pseudonym;
    expect(other).toBeDefined();
    const path = `${body.sessionId}/declaration`;
    expect((await own('POST', path, { ...conflict, pseudonym: other })).status).toBe(201);
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({ subject: { ref: pseudonym } });
  });

  it('a conflict closes the gate, is told no more of the session, and why is sealed', async () => {
    await say('declaration', none);
    await confirm();
    expect((await briefing()).heard).toHaveLength(1);
    expect((await say('declaration', conflict)).status).toBe(201);
    expect((await door()).gates.interpreter).toBe('refused');
    expect(await briefing()).toBeUndefined();
    const [session] = (await days()).sessions;
    expect(session.lacks).toEqual(['conflict']);
    expect(session).not.toHaveProperty('confirmed');
    expect(JSON.stringify(await entriesIn(store, prepared.caseId))).not.toContain('street');
    expect((await say('declaration', none)).body.code).toBe('conflict-declared');
  });

  it('is entered once, however often it is said: a flood is no log', async () => {
    await say('declaration', none);
    await confirm();
    const { hash } = await briefing();
    await say('briefing', { hash });
    const entries = (await entriesIn(store, sessionId)).length;
    expect((await say('declaration', none)).body.code).toBe('nothing-to-decide');
    expect((await say('briefing', { hash })).body.code).toBe('nothing-to-decide');
    expect((await entriesIn(store, sessionId)).length).toBe(entries);
  });
});

describe('nothing else of the case', () => {
  it('is there for them: no other session of it, though they are its member', async () => {
    const body = await bookSecond((_own, second) => ({ interpreter: second }));
    const others = await own('GET', `${body.sessionId}/briefing`);
    const missing = await own('GET', `${'0'.repeat(26)}/briefing`);
    expect(others.body.code).toBe('not-found');
    expect({ ...others.body, request: '' }).toEqual({ ...missing.body, request: '' });
    expect((await days()).sessions.map((each: { sessionId: string }) => each.sessionId)).toEqual([sessionId]);
  });

  it.each(['times', ''])('not even how their own session stands: %s', async (verb) => {
    expect((await own('GET', `${sessionId}/${verb}`.replace(/\/$/, ''))).body.code).toBe('not-your-role');
  });
});
