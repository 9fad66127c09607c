import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../../functions/cases/routes.ts';
import { personKey, type Person } from '../../../functions/directory/port/actor.ts';
import { actorOf, ask, contextOver, enterPerson } from '../../support/in-process.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { admitted, nameParty, now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, bookWith, cancel, read } from '../../support/session-verbs.ts';
import { wholeApi } from '../../support/whole-api.ts';
import { codeOf, lifeOf } from './life.ts';

/** Members come and go with their agency's word. */

let store: MemoryStore;
let prepared: PreparedCase;
let life: ReturnType<typeof lifeOf>;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  life = lifeOf(prepared);
});

const get = (by: Person, path: string) => ask(wholeApi(store, now), actorOf(by), 'GET', path);
const fileFor = (by: Person) => get(by, `/api/cases/${prepared.caseId}`);
const pseudonymOf = async (person: Person): Promise<string> => {
  const { body } = await fileFor(prepared.people.auditor);
  const members = body.members as { personId: string; pseudonym: string }[];
  return members.find(({ personId }) => personId === person.personId)?.pseudonym ?? '';
};
const leaves = async (by: Person, whom: Person, reason = 'other-duties') =>
  life(by, 'leaving', { member: await pseudonymOf(whom), reason });
const local = '2027-03-02T09:00';

describe('whoever has left', () => {
  it('reads and does nothing of the case, and has it in no list; what they did stays under their pseudonym', async () => {
    const { technician, clerk } = prepared.people;
    const sessionId = (await bookWith(prepared, local, {})).body.sessionId as string;
    await act(prepared, sessionId, 'cancellation', { reason: 'other' });
    const { 'attending-officer': officer } = prepared.people;
    for (const each of [technician, officer]) expect((await leaves(each, each)).status).toBe(201);
    expect((await get(technician, '/api/cases')).body).toEqual({ cases: [] });
    for (const path of [
      `/api/cases/${prepared.caseId}`,
      `/api/sessions?caseId=${prepared.caseId}`,
      `/api/sessions/${sessionId}`,
      `/api/witnesses/${prepared.caseId}/${prepared.witness}`,
    ])
      expect([path, (await get(officer, path)).status]).toEqual([path, 404]);
    expect((await read(prepared, sessionId, clerk)).status).toBe(200);
    const { body } = await fileFor(clerk);
    expect((body.former as { role: string }[]).map(({ role }) => role)).toEqual([
      'attending-officer',
      'technician',
    ]);
    const entry = (await entriesIn(store, prepared.caseId)).at(-1);
    expect(entry).toMatchObject({ action: 'member.left', details: { reason: 'other-duties' } });
  });

  it('is among those who may know a place no more, and can be given no seat', async () => {
    const { 'attending-officer': officer, 'central-authority': authority } = prepared.people;
    await leaves(officer, officer);
    const witness = store.items.get([...store.items.keys()].find((key) => key.includes('witness#')) ?? '');
    expect(witness?.['mayKnow']).toEqual([]);
    const sessionId = (await book(prepared, local)).body.sessionId as string;
    const named = await act(
      prepared,
      sessionId,
      'attending-officer',
      { personId: officer.personId },
      { by: authority },
    );
    expect(codeOf(named)).toEqual([422, 'person-not-suitable']);
  });

  it('cannot be booked, nor be in what is restored', async () => {
    const { clerk, prosecutor } = prepared.people;
    const sessionId = (await book(prepared, local)).body.sessionId as string;
    await cancel(prepared, sessionId);
    expect((await leaves(clerk, clerk)).status).toBe(201);
    expect(codeOf(await book(prepared, '2027-03-03T09:00'))).toEqual([422, 'person-not-suitable']);
    expect(codeOf(await act(prepared, sessionId, 'restoration'))).toEqual([422, 'person-not-suitable']);
    expect((await life(prosecutor, 'members', { personId: clerk.personId })).status).toBe(201);
    expect((await act(prepared, sessionId, 'restoration')).status).toBe(201);
  });
});

describe('nobody leaves', () => {
  it('who has a seat to come, holds contact, or prosecutes alone; the answer says what to do first', async () => {
    const sessionId = (await book(prepared, local)).body.sessionId as string;
    const { clerk, prosecutor, 'support-officer': holder } = prepared.people;
    const facts = async (who: Person) => {
      const told = await leaves(who, who);
      expect(codeOf(told)).toEqual([409, 'still-needed']);
      return told.body.facts as object;
    };
    expect(await facts(clerk)).toEqual({ sessions: [sessionId], witnesses: [], lastProsecutor: false });
    expect(await facts(holder)).toEqual({
      sessions: [sessionId],
      witnesses: [prepared.witness],
      lastProsecutor: false,
    });
    await cancel(prepared, sessionId);
    expect(await facts(prosecutor)).toEqual({ sessions: [], witnesses: [], lastProsecutor: true });
    expect((await leaves(clerk, clerk)).status).toBe(201);
  });

  it('by the word of a stranger, of another agency, or of the prosecutor', async () => {
    const { technician, prosecutor, clerk } = prepared.people;
    expect(codeOf(await leaves(prosecutor, technician))).toEqual([403, 'not-your-role']);
    expect(codeOf(await leaves(clerk, technician))).toEqual([403, 'not-your-role']);
    const stranger = await enterPerson(store, 'clerk');
    expect(codeOf(await leaves(stranger, technician))).toEqual([404, 'not-found']);
  });
});

describe('a colleague', () => {
  it('of the agency comes and is taken out; of another agency they come by the prosecutor alone', async () => {
    const { prosecutor, judge } = prepared.people;
    const second = await enterPerson(store, 'prosecutor', { agencyId: prosecutor.agencyId });
    expect(codeOf(await life(judge, 'members', { personId: second.personId }))).toEqual([
      422,
      'person-not-suitable',
    ]);
    expect((await life(prosecutor, 'members', { personId: second.personId })).status).toBe(201);
    const before = await pseudonymOf(second);
    expect((await leaves(prosecutor, second)).status).toBe(201);
    // Whoever comes back has the pseudonym that they had.
    expect((await life(prosecutor, 'members', { personId: second.personId })).body.pseudonym).toBe(before);
    expect(codeOf(await life(prosecutor, 'members', { personId: second.personId }))).toEqual([
      422,
      'does-not-fit',
    ]);
    expect((await get(second, '/api/cases')).body.cases).toHaveLength(1);
  });

  it('who is disabled or interprets comes by no such road', async () => {
    const gone = await enterPerson(store, 'clerk', { disabled: true });
    for (const { personId } of [gone, await enterPerson(store, 'interpreter')])
      expect(codeOf(await life(prepared.people.prosecutor, 'members', { personId }))).toEqual([
        422,
        'person-not-suitable',
      ]);
  });
});

describe('counsel', () => {
  it('is taken out by the court, by nobody else, and admitted again under the same pseudonym', async () => {
    const accused = await nameParty(prepared, 'accused');
    const counsel = await admitted(prepared, 'defence-counsel', accused);
    const { prosecutor, judge } = prepared.people;
    const before = await pseudonymOf(counsel);
    expect(codeOf(await leaves(prosecutor, counsel))).toEqual([403, 'not-your-role']);
    expect((await leaves(judge, counsel)).status).toBe(201);
    const again = await life(judge, 'counsel', { personId: counsel.personId, for: accused });
    expect([again.status, again.body.pseudonym]).toEqual([201, before]);
  });

  it.each(['prosecutor', 'judge'] as const)('was never the %s of the case', async (role) => {
    const accused = await nameParty(prepared, 'accused');
    const { prosecutor, judge } = prepared.people;
    const second = await enterPerson(store, role, { agencyId: prosecutor.agencyId });
    await life(prosecutor, 'members', { personId: second.personId });
    await leaves(second, second);
    const turned = { role: 'defence-counsel', agencyId: '4'.repeat(26) };
    await store.write([{ kind: 'update', key: personKey(second.personId), set: turned, onRefused: 'retry' }]);
    expect(codeOf(await life(judge, 'counsel', { personId: second.personId, for: accused }))).toEqual([
      422,
      'opposed-side',
    ]);
  });

  it('is not of an agency that prosecutes or stands by a victim here', async () => {
    const accused = await nameParty(prepared, 'accused');
    const { prosecutor, judge, 'support-officer': holder } = prepared.people;
    for (const { agencyId } of [prosecutor, holder]) {
      const counsel = await enterPerson(store, 'defence-counsel', { agencyId });
      const told = await life(judge, 'counsel', { personId: counsel.personId, for: accused });
      expect(codeOf(told)).toEqual([422, 'opposed-side']);
    }
    const counsel = await admitted(prepared, 'defence-counsel', accused);
    const opposed = await enterPerson(store, 'prosecutor', { agencyId: counsel.agencyId });
    expect(codeOf(await life(prosecutor, 'members', { personId: opposed.personId }))).toEqual([
      422,
      'opposed-side',
    ]);
  });
});

describe('an agency that lets a case go', () => {
  it('leaves it with all of its people, is known by name no more, and can be asked again', async () => {
    const { clerk, prosecutor, technician } = prepared.people;
    const second = await enterPerson(store, 'clerk', { agencyId: clerk.agencyId });
    await life(clerk, 'members', { personId: second.personId });
    const told = await life(clerk, 'release', { reason: 'mandate-ended' });
    expect(told.status).toBe(201);
    expect(told.body.left).toHaveLength(2);
    for (const each of [clerk, second]) expect((await fileFor(each)).status).toBe(404);
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      action: 'case.let-go',
      details: { agency: clerk.agencyId, reason: 'mandate-ended' },
    });
    expect((await get(technician, '/api/cases')).body.cases).toHaveLength(1);
    expect(codeOf(await book(prepared, local))).toEqual([422, 'person-not-suitable']);
    await life(prosecutor, 'members', { personId: clerk.personId });
    expect(codeOf(await book(prepared, local))).toEqual([409, 'case-not-taken']);
    const taken = await ask(
      casesApp(contextOver(store, now)),
      actorOf(clerk),
      'POST',
      `/api/cases/${prepared.caseId}/taking`,
    );
    expect(taken.status).toBe(201);
    expect((await book(prepared, local)).status).toBe(201);
  });

  it('is refused while one of its people is needed', async () => {
    const sessionId = (await book(prepared, local)).body.sessionId as string;
    const before = new Map(store.items);
    const told = await life(prepared.people.clerk, 'release', { reason: 'other' });
    expect(codeOf(told)).toEqual([409, 'still-needed']);
    expect(told.body.facts.sessions).toEqual([sessionId]);
    expect(new Map(store.items)).toEqual(before);
  });
});
