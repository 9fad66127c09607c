import { beforeEach, describe, expect, it } from 'vitest';
import { checkMayErase } from '../../../functions/cases/port/case-state.ts';
import { standingKey, parseStanding, type StandingGate } from '../../../functions/cases/port/standing.ts';
import { casesApp } from '../../../functions/cases/routes.ts';
import { requestsApp } from '../../../functions/requests/routes.ts';
import { witnessesApp } from '../../../functions/witnesses/routes.ts';
import { actorOf, ask, contextOver, enterPerson } from '../../support/in-process.ts';
import { gateBodies } from '../../support/interview.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { nameParty, now, prepareCase, takenByAll, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, cancel } from '../../support/session-verbs.ts';
import { codeOf, lifeOf } from './life.ts';

/** A case is closed, held for an appeal, and opened again. */

let store: MemoryStore;
let prepared: PreparedCase;
let life: ReturnType<typeof lifeOf>;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  life = lifeOf(prepared);
});

const local = '2027-03-02T09:00';
const close = (by = prepared.people.prosecutor, more: object = {}) =>
  life(by, 'closing', { reason: 'decided', ...more });
const stateNow = async () => {
  const app = casesApp(contextOver(store, now));
  const told = await ask(app, actorOf(prepared.people.clerk), 'GET', `/api/cases/${prepared.caseId}`);
  return told.body.state as string;
};
const lastEntry = async () => (await entriesIn(store, prepared.caseId)).at(-1);
const standing = async (gate: StandingGate) =>
  parseStanding((await store.get([standingKey(prepared.caseId, prepared.witness, gate)]))[0]);
const aboutHer = (verb: string, body: object, by = prepared.people['support-officer']) =>
  ask(
    witnessesApp(contextOver(store, now)),
    actorOf(by),
    'POST',
    `/api/witnesses/${prepared.caseId}/${prepared.witness}/${verb}`,
    body,
  );

describe('a case that is closed', () => {
  it.each(['prosecutor', 'clerk', 'judge'] as const)(
    'is so by the word of the %s, with a reason',
    async (role) => {
      expect(await close(prepared.people[role])).toMatchObject({ status: 201, body: { state: 'closed' } });
      expect(await stateNow()).toBe('closed');
      expect(await lastEntry()).toMatchObject({
        action: 'case.closed',
        actor: { role },
        details: { reason: 'decided' },
      });
    },
  );

  it('by nobody of another State, and by nobody outside it', async () => {
    const foreign = await enterPerson(store, 'clerk', { country: 'MM', agencyId: '3'.repeat(26) });
    await life(prepared.people.prosecutor, 'members', { personId: foreign.personId });
    expect(codeOf(await close(foreign))).toEqual([409, 'case-not-taken']);
    await takenByAll(store, prepared.caseId, [foreign]);
    expect(codeOf(await close(foreign))).toEqual([403, 'not-your-role']);
    expect(codeOf(await close(await enterPerson(store, 'prosecutor')))).toEqual([404, 'not-found']);
    expect(await stateNow()).toBe('open');
  });

  it('keeps what is said beside the reason sealed', async () => {
    const said = 'The court of appeal has the file';
    await close(undefined, { note: said });
    const entry = await lastEntry();
    expect(Object.keys(entry?.sealed ?? {})).toEqual(['note']);
    expect(JSON.stringify(await entriesIn(store, prepared.caseId))).not.toContain(said);
  });

  it('is not, while a session is to come, held or running: the answer names them', async () => {
    const booked = await book(prepared, local);
    const sessionId = booked.body.sessionId as string;
    const refused = await close();
    expect(codeOf(refused)).toEqual([409, 'sessions-to-come']);
    expect(refused.body.facts).toEqual({ sessions: [sessionId] });
    expect((await cancel(prepared, sessionId)).status).toBe(201);
    expect((await close()).status).toBe(201);
  });

  it('books nothing, takes nobody in, and what was cancelled stays so', async () => {
    const sessionId = (await book(prepared, local)).body.sessionId as string;
    await cancel(prepared, sessionId);
    await close();
    const before = new Map(store.items);
    expect(codeOf(await book(prepared, '2027-03-03T09:00'))).toEqual([409, 'case-closed']);
    expect(codeOf(await act(prepared, sessionId, 'restoration'))).toEqual([409, 'case-closed']);
    const late = await enterPerson(store, 'clerk');
    expect(codeOf(await life(prepared.people.prosecutor, 'members', { personId: late.personId }))).toEqual([
      409,
      'case-closed',
    ]);
    await expect(nameParty(prepared, 'accused')).rejects.toThrow('case-closed');
    const witness = {
      protected: true,
      holder: prepared.people['support-officer'].personId,
      zone: 'Asia/Yangon',
      mayKnow: [],
    };
    expect(codeOf(await life(prepared.people.prosecutor, 'witnesses', witness))).toEqual([
      409,
      'case-closed',
    ]);
    for (const key of before.keys()) expect(store.items.get(key)).toEqual(before.get(key));
  });

  it('still hears a withdrawal, and whoever holds contact can be another', async () => {
    await aboutHer('consent', gateBodies.consent);
    await close();
    expect((await aboutHer('withdrawal', {})).status).toBe(201);
    expect((await standing('consent'))?.state).toBe('refused');
  });

  it('is closed once', async () => {
    await close();
    expect(codeOf(await close())).toEqual([409, 'changed-meanwhile']);
  });
});

describe('a case that is held for an appeal', () => {
  const hold = (by = prepared.people.prosecutor) => life(by, 'appeal', { reason: 'appeal-lodged' });

  it('lets nothing of it be erased; one that is closed or open does', async () => {
    await hold();
    expect(await stateNow()).toBe('appeal');
    const { caseId } = prepared;
    expect(() => checkMayErase({ caseId, state: 'appeal' })).toThrow('case-closed');
    for (const state of ['open', 'closed', undefined] as const)
      expect(checkMayErase({ caseId, state })).toMatchObject({ kind: 'check', when: { state } });
  });

  it('is let go by the court alone: to be closed, once the appeal is decided, or to go on', async () => {
    await close();
    expect((await hold()).status).toBe(201);
    const reopen = { reason: 'appeal-hearing' };
    expect(codeOf(await life(prepared.people.prosecutor, 'reopening', reopen))).toEqual([
      403,
      'not-your-role',
    ]);
    const decided = { reason: 'appeal-decided' };
    expect(codeOf(await life(prepared.people.prosecutor, 'closing', decided))).toEqual([
      403,
      'not-your-role',
    ]);
    expect(codeOf(await life(prepared.people.clerk, 'closing', { reason: 'decided' }))).toEqual([
      409,
      'changed-meanwhile',
    ]);
    expect((await life(prepared.people.clerk, 'closing', decided)).status).toBe(201);
    await hold();
    expect((await life(prepared.people.judge, 'reopening', reopen)).status).toBe(201);
    expect(await stateNow()).toBe('open');
  });
});

describe('a case that is opened again', () => {
  it('takes nothing for granted that stood: what was open is asked anew, what was withdrawn stays so', async () => {
    const app = requestsApp(contextOver(store, now));
    const permission = `/api/requests/${prepared.caseId}/${prepared.witness}/permission`;
    const authority = actorOf(prepared.people['central-authority']);
    expect((await ask(app, authority, 'POST', permission, gateBodies.permission)).status).toBe(201);
    await aboutHer('consent', gateBodies.consent);
    expect((await standing('consent'))?.state).toBe('open');
    await close();
    await aboutHer('withdrawal', {});
    await life(prepared.people.prosecutor, 'reopening', { reason: 'new-evidence' });
    expect((await standing('permission'))?.state).toBe('missing');
    expect((await standing('consent'))?.state).toBe('refused');
    expect(await lastEntry()).toMatchObject({
      action: 'case.reopened',
      details: { reason: 'new-evidence', standingsFell: 1 },
    });
    const sessionId = (await book(prepared, local)).body.sessionId as string;
    expect(sessionId).toBeDefined();
  });
});

describe('what fell when a case was opened again', () => {
  const later = new Date(now.getTime() + 3_600_000);
  const again = async () => {
    await close();
    const { status } = await life(
      prepared.people.prosecutor,
      'reopening',
      { reason: 'new-evidence' },
      { at: later },
    );
    expect(status).toBe(201);
  };

  it('is not brought back by the prosecutor’s word on the plan of before', async () => {
    const { body } = await aboutHer('risk-plan', gateBodies.riskPlan);
    const word = { decision: 'go', plan: body.plan as number };
    expect((await aboutHer('risk-plan/word', word, prepared.people.prosecutor)).body.gate).toBe('open');
    await again();
    expect((await standing('riskPlan'))?.state).toBe('missing');
    const told = await aboutHer('risk-plan/word', word, prepared.people.prosecutor);
    expect(codeOf(told)).toEqual([409, 'changed-meanwhile']);
    expect((await standing('riskPlan'))?.state).toBe('missing');
  });

  it('is not brought back by the wish of before that somebody waives', async () => {
    const scopes = { ...gateBodies.consent.scopes, womanInterpreter: { answer: 'yes' } };
    expect((await aboutHer('consent', { ...gateBodies.consent, scopes })).status).toBe(201);
    expect((await standing('consent'))?.wishes).toContain('woman-interpreter');
    await again();
    const waived = await aboutHer('wishes', {
      waived: 'womanInterpreter',
      said: { by: 'themselves', how: 'aloud' },
    });
    expect(codeOf(waived)).toEqual([409, 'gate-not-needed']);
    expect((await standing('consent'))?.state).toBe('missing');
  });
});
