import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { personKey, type Person } from '../../functions/directory/port/actor.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { follow } from '../support/followed.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book } from '../support/session-verbs.ts';

/** What protects somebody who is heard is kept by the one who holds contact, and by nobody else. */

let store: MemoryStore;
let prepared: PreparedCase;
let holder: Person;
/** Of the same case and agency; of the same case and another agency; an authority of another State. */
let colleague: Person;
let second: Person;
let lao: Person;

beforeEach(async () => {
  store = memoryStore();
  holder = await enterPerson(store, 'support-officer');
  colleague = await enterPerson(store, 'support-officer', { agencyId: holder.agencyId });
  second = await enterPerson(store, 'support-officer', { agencyId: '0'.repeat(26) });
  lao = await enterPerson(store, 'central-authority', { country: 'LA' });
  prepared = await prepareCase(store, { 'support-officer': holder }, [colleague, second, lao]);
});

const post = (by: Person, verb: string, body: object) =>
  ask(
    casesApp(contextOver(store, now)),
    actorOf(by),
    'POST',
    `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/${verb}`,
    body,
  );
const witnessFor = async (by: Person) => {
  const app = casesApp(contextOver(store, now));
  const { body } = await ask(app, actorOf(by), 'GET', `/api/cases/${prepared.caseId}`);
  return (body.witnesses as { holder: string; zone?: string; protected: boolean }[])[0];
};
const permit = (by: Person) =>
  ask(
    requestsApp(contextOver(store, now)),
    actorOf(by),
    'POST',
    `/api/requests/${prepared.caseId}/${prepared.witness}/permission`,
    gateBodies.permission,
  );
const lastEntry = async () => (await entriesIn(store, prepared.caseId)).at(-1);
const unchanged = async (work: () => Promise<{ status: number; body: { code?: string } }>) => {
  const before = new Map(store.items);
  const told = await work();
  expect(new Map(store.items)).toEqual(before);
  return [told.status, told.body.code];
};

describe('the protection', () => {
  it('is the holder’s word in place of all that the opener typed', async () => {
    const { prosecutor, 'attending-officer': officer } = prepared.people;
    expect((await witnessFor(officer))?.zone).toBe('Asia/Yangon');
    const said = { protected: true, zone: 'Asia/Vientiane', mayKnow: [prosecutor.personId] };
    expect(await post(holder, 'protection', said)).toMatchObject({ status: 201 });
    expect((await witnessFor(officer))?.zone).toBeUndefined();
    expect((await witnessFor(prosecutor))?.zone).toBe('Asia/Vientiane');
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'witness.protected', details: { protected: true } });
    expect(JSON.stringify(entry)).not.toContain('Vientiane');
    expect(Object.keys(entry?.sealed ?? {})).toEqual(['zone']);
  });

  it.each<[string, () => Person]>([
    ['the opener', () => prepared.people.prosecutor],
    ['a colleague', () => colleague],
    ['the clerk', () => prepared.people.clerk],
  ])('is not said by %s', async (_, by) => {
    const said = { protected: false, zone: 'Asia/Bangkok', mayKnow: [by().personId] };
    expect(await unchanged(() => post(by(), 'protection', said))).toEqual([403, 'not-your-role']);
  });

  it('names members of the case alone', async () => {
    const stranger = await enterPerson(store, 'prosecutor');
    const said = { protected: true, zone: 'Asia/Yangon', mayKnow: [stranger.personId] };
    expect(await unchanged(() => post(holder, 'protection', said))).toEqual([422, 'person-not-suitable']);
  });
});

describe('a hand-over', () => {
  it('makes a colleague the one who speaks for them, at once and alone', async () => {
    expect(await post(holder, 'holder', { to: second.personId })).toMatchObject({ status: 201 });
    expect(await lastEntry()).toMatchObject({ action: 'witness.handed-over' });
    const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}/consent`;
    const app = witnessesApp(contextOver(store, now));
    const consent = (by: Person) => ask(app, actorOf(by), 'POST', path, gateBodies.consent);
    expect((await consent(holder)).body.code).toBe('not-your-role');
    expect((await consent(second)).status).toBe(201);
    expect(await unchanged(() => post(holder, 'holder', { to: holder.personId }))).toEqual([
      403,
      'not-your-role',
    ]);
  });

  it('is made by a colleague of the agency where the holder has no account any more, and by nobody else', async () => {
    const take = (by: Person) => post(by, 'holder', { to: by.personId });
    expect(await unchanged(() => take(colleague))).toEqual([403, 'not-your-role']);
    await store.write([
      { kind: 'update', key: personKey(holder.personId), set: { disabled: true }, onRefused: 'retry' },
    ]);
    expect(await unchanged(() => take(second))).toEqual([403, 'not-your-role']);
    expect((await take(colleague)).status).toBe(201);
    expect((await witnessFor(colleague))?.holder).toBe(colleague.personId);
  });

  it.each<[string, () => string]>([
    ['another role', () => prepared.people.clerk.personId],
    ['somebody outside the case', () => '7'.repeat(26)],
  ])('goes to no %s', async (_, to) => {
    expect(await unchanged(() => post(holder, 'holder', { to: to() }))).toEqual([422, 'person-not-suitable']);
  });
});

describe('scenario 15: the witness crosses a border after the grant', () => {
  it('what was permitted falls, the doors close, and the State in which they are now decides', async () => {
    const { 'central-authority': burmese } = prepared.people;
    expect((await permit(burmese)).status).toBe(201);
    const sessionId = (await book(prepared, '2027-03-02T09:00')).body.sessionId as string;
    const gate = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]).gates.permission;
    expect(await gate()).toBe('open');
    const to = { hostState: 'LA', zone: 'Asia/Vientiane' };
    expect(await post(holder, 'host-state', to)).toMatchObject({ status: 201, body: { hostState: 'LA' } });
    expect(await lastEntry()).toMatchObject({
      action: 'witness.crossed-border',
      details: { from: 'MM', to: 'LA', permissionFell: true },
    });
    await follow(store, prepared);
    expect(await gate()).toBe('missing');
    expect(await unchanged(() => permit(burmese))).toEqual([403, 'host-state-decides']);
    expect((await permit(lao)).status).toBe(201);
    await follow(store, prepared);
    expect(await gate()).toBe('open');
  });

  it('to another place in the same State leaves the grant as it is', async () => {
    await permit(prepared.people['central-authority']);
    await post(holder, 'host-state', { hostState: 'MM', zone: 'Asia/Yangon' });
    expect((await lastEntry())?.details).toEqual({ from: 'MM', to: 'MM', permissionFell: false });
  });

  it('is said by any support officer of the case, if the holder is ill, and by nobody else', async () => {
    const to = { hostState: 'LA', zone: 'Asia/Vientiane' };
    expect(await unchanged(() => post(lao, 'host-state', to))).toEqual([403, 'not-your-role']);
    expect(await post(second, 'host-state', to)).toMatchObject({ status: 201, body: { hostState: 'LA' } });
    expect(await lastEntry()).toMatchObject({
      action: 'witness.crossed-border',
      actor: { role: 'support-officer' },
      details: { from: 'MM', to: 'LA' },
    });
    // It is the holder still who may know where she is.
    expect((await witnessFor(second))?.zone).toBeUndefined();
  });

  it('where nothing falls by it, the place is the holder’s to say', async () => {
    const within = { hostState: 'MM', zone: 'Asia/Yangon' };
    expect(await unchanged(() => post(second, 'host-state', within))).toEqual([403, 'not-your-role']);
    expect((await post(holder, 'host-state', within)).status).toBe(201);
  });
});
