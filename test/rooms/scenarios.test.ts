import { beforeEach, describe, expect, it } from 'vitest';
import { caseKey } from '../../functions/cases/port/membership.ts';
import { closeForDoor } from '../../functions/rooms/close-for-door.ts';
import { evictReplaced } from '../../functions/rooms/evict-replaced.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import type { Actor, Guest, Role } from '../../functions/shared/access/roles.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { randomBytes } from 'node:crypto';
import { castInProcess, shortlyBefore, type CastInProcess } from '../support/cast-in-process.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { mediaInMemory } from '../support/media-in-memory.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { wholeApi } from '../support/whole-api.ts';
import { device } from './hearing.ts';

/** Scenarios of the field's list (domain notes, e), as far as one room goes. */

let store: MemoryStore;
let cast: CastInProcess;
let rooms: Set<string>;
beforeEach(async () => {
  store = memoryStore();
  cast = await castInProcess(store);
  rooms = new Set();
}, 30_000);

const media = () => mediaInMemory(rooms, new Map());
const post = (by: Actor, path: string, body: object = {}, at = shortlyBefore) =>
  ask(wholeApi(store, at, media()), by, 'POST', path, body);
const inRoom = (seat: Role, verb: string, body: object = {}, at = shortlyBefore) =>
  post(cast.actors[seat], `/api/rooms/${cast.place.sessionId}/${verb}`, body, at);

async function opened(): Promise<void> {
  const expert = (cast.actors.expert as Guest).seatId;
  const permission = `/api/requests/${cast.place.caseId}/${expert}/permission`;
  await post(cast.actors['central-authority'], permission, gateBodies.permission);
  await inRoom('support-officer', 'today', { takesPart: 'yes' });
  await inRoom('attending-officer', 'identity', {
    found: 'established',
    how: 'document-seen',
    detail: 'A travel document of the State.',
    pseudonym: (cast.actors.witness as Guest).seatId,
  });
  for (const seat of ['attending-officer', 'prosecutor', 'interpreter', 'witness'] as const)
    await inRoom(seat, 'arrivals', device);
  expect((await inRoom('clerk', 'opening')).status).toBe(201);
  for (const seat of ['attending-officer', 'prosecutor', 'interpreter', 'witness'] as const)
    expect((await inRoom('clerk', 'admissions', { seat })).status).toBe(201);
}

describe('scenario 25: the witness withdraws at T-10 min or in the middle of the session', () => {
  const tenBefore = new Date('2027-03-01T01:50:00.000Z');

  it('ten minutes before: no room opens, nobody is let in, and the session’s log says why its gate closed', async () => {
    expect((await inRoom('witness', 'withdrawal', {}, tenBefore)).body).toEqual({ gate: 'refused' });
    await inRoom('support-officer', 'today', { takesPart: 'yes' }, tenBefore);
    const told = await inRoom('clerk', 'opening');
    expect(told.body.code).toBe('gates-closed');
    expect(told.body.facts.gates).toContain('consent');
    for (const seat of ['witness', 'interpreter'] as const)
      expect((await inRoom(seat, 'passes')).status).toBe(409);
    expect((await entriesIn(store, cast.place.caseId)).at(-1)?.action).toBe('consent.withdrawn');
  });

  it('in the middle: from that moment no pass is minted, the room is taken away, and it cannot be opened again', async () => {
    await opened();
    expect((await inRoom('witness', 'passes')).status).toBe(201);
    // The hearing, hers, in which she waits to be called, and the screened side's.
    expect(rooms.size).toBe(3);
    expect((await inRoom('witness', 'withdrawal')).status).toBe(201);
    for (const seat of ['prosecutor', 'interpreter', 'witness', 'clerk'] as const)
      expect((await inRoom(seat, 'passes')).status).toBe(409);
    // As the stream of her standing does, within seconds.
    await closeForDoor(contextOver(store, shortlyBefore), async () => media(), cast.place.sessionId);
    expect(rooms.size).toBe(0);
    expect((await inRoom('clerk', 'opening')).body.code).toBe('gates-closed');
    const { body } = await ask(
      wholeApi(store, shortlyBefore, media()),
      cast.actors.witness,
      'GET',
      `/api/rooms/${cast.place.sessionId}`,
    );
    // What she is shown presses her to nothing: no gate, nobody who waits for her.
    expect(body).not.toHaveProperty('doorOpen');
    expect((body.seats as object[]).length).toBe(1);
  });
});

describe('scenario 23: an interpreter bound to the prosecution', () => {
  it('has no way into a session in which they have no seat: no pass, no view, as if it were not there', async () => {
    await opened();
    const bound = cast.actors.interpreter as Guest;
    expect((await inRoom('interpreter', 'passes')).status).toBe(201);
    // The defence's own, of which they know the address.
    const { sessionId } = await theDefences();
    const missing = newId(randomBytes);
    for (const [method, verb] of [
      ['POST', 'passes'],
      ['POST', 'arrivals'],
      ['POST', 'listening'],
      ['GET', ''],
    ] as const) {
      const at = (id: string) =>
        ask(
          wholeApi(store, shortlyBefore, media()),
          bound,
          method,
          `/api/rooms/${id}${verb === '' ? '' : `/${verb}`}`,
          verb === 'arrivals' ? device : {},
        );
      const [there, nowhere] = [await at(sessionId), await at(missing)];
      expect([verb, there.status]).toEqual([verb, 404]);
      expect({ ...there.body, request: '' }).toEqual({ ...nowhere.body, request: '' });
    }
  });

  /** A preparation of the other side on the same day, with an interpreter of its own: another session, another room. */
  async function theDefences(): Promise<{ sessionId: string }> {
    const { people, place, actors } = cast;
    const seats = [
      { seat: 'support-officer', ids: [people['support-officer'].personId] },
      { seat: 'witness', ids: [cast.about.witness] },
    ];
    const body = {
      caseId: place.caseId,
      kind: 'debrief',
      zone: 'Asia/Bangkok',
      days: [{ local: '2027-03-01T15:00' }],
      parts: [{ kind: 'main', at: 0, minutes: 30 }],
      seats,
      interpreting: 'not-needed',
    };
    const told = await post(actors['support-officer'], '/api/sessions', body);
    expect([told.status, told.body.code]).toEqual([201, undefined]);
    return { sessionId: told.body.sessionId as string };
  }
});

describe('scenario 39: the presiding judge is replaced five minutes before the start', () => {
  it('the one before is out at once with every pass, whoever comes presides, and the log shows both', async () => {
    await opened();
    await inRoom('judge', 'arrivals', device);
    expect((await inRoom('clerk', 'admissions', { seat: 'judge' })).status).toBe(201);
    const pass = async (seat: Role) => (await inRoom(seat, 'passes')).body.token?.split(' ')[0] as string;
    const [before, clerks] = [await pass('judge'), await pass('clerk')];
    expect(before).toBe(clerks);
    expect(rooms.has(before)).toBe(true);
    const { judge } = cast.people;
    const former = await pseudonymOf(judge.personId);

    // Of the same court, who has had nothing to do with the case.
    const another = await enterPerson(store, 'judge', { agencyId: judge.agencyId });
    const { caseId, sessionId } = cast.place;
    const brought = await post(cast.actors.judge, `/api/cases/${caseId}/members`, {
      personId: another.personId,
    });
    expect(brought.status).toBe(201);
    const change = { seat: 'judge', ids: [another.personId], inPlaceOf: former };
    const replace = () =>
      post(cast.actors.clerk, `/api/sessions/${sessionId}/replacements`, { ...change, reason: 'ill' });
    expect((await replace()).body.code).toBe('approval-needed');
    const word = { change: { what: 'replacement', ...change } };
    expect((await post(cast.actors.judge, `/api/sessions/${sessionId}/approvals`, word)).status).toBe(201);
    const replaced = await replace();
    expect([replaced.status, replaced.body.code]).toEqual([201, undefined]);
    const newcomer = replaced.body.pseudonym as string;

    // Before any stream has run: no pass, no view and no act of a judge for whoever was one.
    for (const [verb, body] of [
      ['passes', {}],
      ['record', { record: 'off' }],
      ['ending', {}],
    ] as const)
      expect([verb, (await inRoom('judge', verb, body)).status]).toEqual([verb, 404]);
    await evictReplaced(contextOver(store, shortlyBefore), async () => media(), sessionId);
    // A pass cannot be taken back: the room for which it was is gone, and the others have another.
    expect(rooms.has(before)).toBe(false);
    const after = await pass('clerk');
    expect(after).not.toBe(before);
    expect(rooms.has(after)).toBe(true);

    const presides = actorOf(another);
    const path = `/api/rooms/${sessionId}`;
    expect((await post(presides, `${path}/arrivals`, device)).status).toBe(201);
    expect((await post(presides, `${path}/passes`)).status).toBe(409);
    expect((await inRoom('clerk', 'admissions', { seat: 'judge' })).status).toBe(201);
    expect((await post(presides, `${path}/passes`)).body.token?.split(' ')[0]).toBe(after);
    expect((await post(presides, `${path}/record`, { record: 'off' })).status).toBe(201);

    const log = await entriesIn(store, sessionId);
    expect(log.find(({ action }) => action === 'participant.replaced')?.details).toMatchObject({
      seat: 'judge',
      reason: 'ill',
      participant: newcomer,
      inPlaceOf: former,
      approvedBy: `judge ${former}`,
    });
    expect(log.find(({ action }) => action === 'seat.replaced')?.details).toMatchObject({ former: [former] });
    const acted = log
      .filter(({ actor }) => 'role' in actor && actor.role === 'judge')
      .map(({ actor }) => actor);
    expect(acted).toContainEqual({ role: 'judge', pseudonym: former });
    expect(acted.at(-1)).toEqual({ role: 'judge', pseudonym: newcomer });
  });

  const pseudonymOf = async (personId: string) =>
    parseDoor((await store.get([doorKey(cast.place.sessionId)]))[0]).seats.find(
      (each) => each.personId === personId,
    )?.pseudonym ?? '';
});

it('scenario 31: names of rooms and of people there, passes, and an invitation say nothing of the case', async () => {
  await opened();
  const { caseId, sessionId } = cast.place;
  const [kase] = await store.get([caseKey(caseId)]);
  const said = [String(kase?.['reference']), caseId, ...Object.values(cast.people).map(({ label }) => label)];
  expect(said.every((each) => each.length > 3)).toBe(true);
  const seats = ['witness', 'interpreter', 'prosecutor'] as const;
  const passes = await Promise.all(seats.map(async (seat) => (await inRoom(seat, 'passes')).body));
  const invitation = await inRoom('clerk', 'invitations', { seat: 'observer', language: 'th' });
  const app = wholeApi(store, shortlyBefore, media());
  const view = await ask(app, cast.actors.interpreter, 'GET', `/api/rooms/${sessionId}`);
  expect([invitation.status, view.status, rooms.size]).toEqual([201, 200, 3]);
  const shown = JSON.stringify([invitation.body, [...rooms], passes, view.body]);
  for (const each of said) expect(shown).not.toContain(each);
  // A name at the media server tells of neither session nor seat.
  const names = JSON.stringify([[...rooms], passes.map(({ token, identity }) => [token, identity])]);
  for (const each of [sessionId, 'hearing', ...seats]) expect(names).not.toContain(each);
});
