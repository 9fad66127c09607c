import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { gateBodies } from '../support/interview.ts';
import { now, prepareCase } from '../support/prepared-case.ts';
import { bookKind, cancel } from '../support/session-verbs.ts';
import { preparedHearing, type PreparedHearing } from './prepared-hearing.ts';

/** The interview is from 02:00 to 03:00 UTC on 2 March 2027. */

let here: PreparedHearing;
beforeEach(async () => {
  here = await preparedHearing();
});

const officer = () => here.people['support-officer'];
interface Row {
  readonly task: string;
  readonly dueAt: string;
  readonly state: string;
  readonly late: boolean;
  readonly occasion: string;
}
const tasksOf = async (by = officer()): Promise<Row[]> =>
  (await ask(here.api(), actorOf(by), 'GET', '/api/preparation/tasks')).body.tasks;
const close = (body: object = {}, by = officer(), of = here.prepared) =>
  ask(here.api(), actorOf(by), 'POST', `/api/preparation/tasks/${of.caseId}/${of.witness}`, {
    occasion: here.sessionId,
    task: 'transport',
    state: 'done',
    note: 'Driven back at eleven.',
    ...body,
  });
const ended = '2027-03-02T03:00:00.000Z';
const over = async () => {
  await here.end(ended);
  here.at(ended);
};

describe('after a session in which somebody was heard', () => {
  it('there is nothing to do before it is over, and then each thing by its hour', async () => {
    expect(await tasksOf()).toEqual([]);
    await over();
    expect((await tasksOf()).map(({ task, dueAt }) => [task, dueAt])).toEqual([
      ['transport', '2027-03-02T06:00:00.000Z'],
      ['debrief', '2027-03-03T03:00:00.000Z'],
      ['shelter', '2027-03-03T03:00:00.000Z'],
      ['counselling', '2027-03-05T03:00:00.000Z'],
      ['outcome', '2027-03-16T03:00:00.000Z'],
    ]);
    here.at('2027-03-03T04:00:00.000Z');
    expect((await tasksOf()).filter(({ late }) => late).map(({ task }) => task)).toEqual([
      'transport',
      'debrief',
      'shelter',
    ]);
  });

  it('that nobody ended, they are there once its hours are over', async () => {
    here.at('2027-03-02T04:59:00.000Z');
    expect(await tasksOf()).toEqual([]);
    here.at('2027-03-02T05:00:00.000Z');
    expect(await tasksOf()).toHaveLength(5);
  });

  it('that was called off, or was a visit, there is nothing', async () => {
    await bookKind(here.prepared, '2027-03-01T13:00', 'preparation-visit');
    expect((await cancel(here.prepared, here.sessionId)).status).toBe(201);
    here.at('2027-03-09T00:00:00.000Z');
    expect(await tasksOf()).toEqual([]);
  });

  it('a debrief that is booked is done, and is to do again where it is called off', async () => {
    await over();
    const debrief = async () => (await tasksOf()).find(({ task }) => task === 'debrief')?.state;
    expect(await debrief()).toBe('open');
    const booked = await bookKind(here.prepared, '2027-03-03T09:00', 'debrief');
    expect(booked.status).toBe(201);
    expect(await debrief()).toBe('done');
    await here.move({ status: 'cancelled' }, booked.body.sessionId as string);
    expect(await debrief()).toBe('open');
  });

  it('is forgotten after half a year', async () => {
    await over();
    here.at('2027-08-30T00:00:00.000Z');
    expect(await tasksOf()).toEqual([]);
  });
});

describe('what the risk plan names', () => {
  const plan = async (aftercare: readonly string[], decision: 'go' | 'no-go' = 'go') => {
    const path = `/api/witnesses/${here.prepared.caseId}/${here.prepared.witness}/risk-plan`;
    const body = { ...gateBodies.riskPlan, aftercare, decision };
    const made = await ask(here.api(), actorOf(officer()), 'POST', path, body);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.plan as number;
  };
  const second = async (number: number) => {
    const path = `/api/witnesses/${here.prepared.caseId}/${here.prepared.witness}/risk-plan/word`;
    const body = { decision: 'go', plan: number };
    expect((await ask(here.api(), actorOf(here.people.prosecutor), 'POST', path, body)).status).toBe(201);
  };
  const names = async () => (await tasksOf()).map(({ task }) => task);

  it('is demanded, and nothing else; another plan changes what is open, once it stands', async () => {
    await second(await plan(['transport', 'told-of-outcome']));
    await over();
    expect(await names()).toEqual(['transport', 'outcome']);
    expect((await close({ task: 'shelter' })).body.code).toBe('does-not-fit');
    const other = await plan(['debrief', 'shelter', 'counselling']);
    // One person's word is no plan yet.
    expect(await names()).toEqual(['transport', 'outcome']);
    expect((await close()).status).toBe(201);
    await second(other);
    expect((await tasksOf()).map(({ task, state }) => [task, state])).toEqual([
      ['transport', 'done'],
      ['debrief', 'open'],
      ['shelter', 'open'],
      ['counselling', 'open'],
    ]);
  });

  it('goes on to be, while the plan is looked at again or somebody says no-go', async () => {
    await second(await plan(['debrief']));
    await over();
    const path = `/api/witnesses/${here.prepared.caseId}/${here.prepared.witness}/risk-plan`;
    const again = await ask(here.api(), actorOf(officer()), 'POST', `${path}/review`, { trigger: 'threat' });
    expect(again.status, JSON.stringify(again.body)).toBe(201);
    expect(await names()).toEqual(['debrief']);
    await plan([], 'no-go');
    expect(await names()).toEqual(['debrief']);
  });

  it('is demanded after a withdrawal too', async () => {
    await second(await plan(['counselling', 'transport']));
    const path = `/api/witnesses/${here.prepared.caseId}/${here.prepared.witness}`;
    await ask(here.api(), actorOf(officer()), 'POST', `${path}/consent`, gateBodies.consent);
    expect((await ask(here.api(), actorOf(officer()), 'POST', `${path}/withdrawal`, {})).status).toBe(201);
    expect(await names()).toEqual(['counselling']);
  });
});

describe('after consent was taken back', () => {
  it('somebody sees to them too, whatever became of the session', async () => {
    const path = `/api/witnesses/${here.prepared.caseId}/${here.prepared.witness}`;
    const said = await ask(here.api(), actorOf(officer()), 'POST', `${path}/consent`, gateBodies.consent);
    expect(said.status).toBe(201);
    expect(await tasksOf()).toEqual([]);
    expect((await ask(here.api(), actorOf(officer()), 'POST', `${path}/withdrawal`, {})).status).toBe(201);
    expect((await tasksOf()).map(({ task, occasion }) => [task, occasion])).toEqual([
      ['debrief', 'withdrawal'],
      ['shelter', 'withdrawal'],
      ['counselling', 'withdrawal'],
    ]);
    expect((await close({ occasion: 'withdrawal', task: 'counselling' })).status).toBe(201);
    expect((await close({ occasion: 'withdrawal', task: 'outcome' })).body.code).toBe('does-not-fit');
  });
});

describe('a task', () => {
  it('is done with a note, which the entry seals', async () => {
    await over();
    expect((await close()).body).toEqual({ state: 'done' });
    expect((await tasksOf())[0]).toMatchObject({
      task: 'transport',
      state: 'done',
      note: 'Driven back at eleven.',
      closedAt: ended,
    });
    const entry = (await entriesIn(here.store, here.prepared.caseId)).at(-1);
    expect(entry).toMatchObject({
      action: 'aftercare.closed',
      subject: { kind: 'witness', ref: here.prepared.witness },
      details: { task: 'transport', occasion: here.sessionId, state: 'done' },
    });
    expect(JSON.stringify(entry)).not.toContain('Driven');
  });

  it('is nobody’s but of whoever holds contact, and goes with contact to another', async () => {
    await over();
    const colleague = await enterPerson(here.store, 'support-officer', { agencyId: officer().agencyId });
    const stranger = await prepareCase(here.store);
    expect(await tasksOf(colleague)).toEqual([]);
    expect(await tasksOf(stranger.people['support-officer'])).toEqual([]);
    expect((await close({}, colleague)).status).toBe(404);
    expect((await close({}, stranger.people['support-officer'])).status).toBe(404);
    const second = await preparedHearing();
    expect((await close({}, officer(), second.prepared)).status).toBe(404);
  });

  it('goes to a colleague who is given contact, who then sees it and whoever held it before does not', async () => {
    const colleague = await enterPerson(here.store, 'support-officer');
    const prepared = await prepareCase(here.store, { 'support-officer': officer() }, [colleague]);
    const session = (await bookKind(prepared, '2027-03-04T09:00', 'interview')).body.sessionId as string;
    await here.end('2027-03-04T03:00:00.000Z', session);
    here.at('2027-03-04T03:00:00.000Z');
    expect(await tasksOf(colleague)).toEqual([]);
    const path = `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/holder`;
    const handed = await ask(casesApp(contextOver(here.store, now)), actorOf(officer()), 'POST', path, {
      to: colleague.personId,
    });
    expect(handed.status).toBe(201);
    const of = (rows: Row[]) => rows.filter(({ occasion }) => occasion === session).length;
    expect(of(await tasksOf(colleague))).toBe(5);
    expect(of(await tasksOf())).toBe(0);
    expect((await close({ occasion: session }, officer(), prepared)).body.code).toBe('not-your-role');
    expect((await close({ occasion: session }, colleague, prepared)).status).toBe(201);
  });

  it('of something that did not happen cannot be done', async () => {
    expect((await close()).body.code).toBe('does-not-fit');
    await over();
    expect((await close({ occasion: '4x7k2q9d1m3n5p8r0s6t7v2w4y' })).body.code).toBe('does-not-fit');
  });
});
