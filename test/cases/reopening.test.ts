import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { parseStanding, standingKey } from '../../functions/cases/port/standing.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { bookedCase } from '../support/booked-case.ts';
import { fullGo } from '../support/consent-and-plan.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { now, type PreparedCase } from '../support/prepared-case.ts';
import { reviewTriggers } from '../../functions/witnesses/plan/contract.ts';

/** What reopens a risk plan: four things that somebody says, two of which nobody has to remember. */

let store: MemoryStore;
let prepared: PreparedCase;
type Asker = keyof PreparedCase['people'];

beforeEach(async () => {
  ({ store, prepared } = await bookedCase());
});

const call = (app: typeof casesApp, by: Asker, path: string, body?: object) =>
  ask(
    app(contextOver(store, now)),
    actorOf(prepared.people[by]),
    body === undefined ? 'GET' : 'POST',
    path,
    body,
  );
const plan = (by: Asker, verb: string, body: object) =>
  call(witnessesApp, by, `/api/witnesses/${prepared.caseId}/${prepared.witness}/risk-plan${verb}`, body);
const name = (role: string, by: Asker = 'clerk') =>
  call(casesApp, by, `/api/cases/${prepared.caseId}/parties`, { role, label: `One more ${role}` });
const cross = (hostState: string) =>
  call(
    casesApp,
    'support-officer',
    `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/host-state`,
    {
      hostState,
      zone: 'Asia/Vientiane',
    },
  );
const state = async () =>
  parseStanding((await store.get([standingKey(prepared.caseId, prepared.witness, 'riskPlan')]))[0])?.state;
const reason = async () => {
  const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}`;
  return (
    (await call(witnessesApp, 'support-officer', path)).body.riskPlan as { reason?: string } | undefined
  )?.reason;
};
async function go(): Promise<void> {
  const { body } = await plan('support-officer', '', fullGo);
  expect((await plan('prosecutor', '/word', { decision: 'go', plan: body.plan })).body).toEqual({
    gate: 'open',
  });
}

describe('a risk plan that stands', () => {
  beforeEach(go);

  it.each(reviewTriggers)('is looked at again because of %s, whoever of the two says so', async (trigger) => {
    for (const by of ['support-officer', 'prosecutor'] as const) {
      expect((await plan(by, '/review', { trigger })).body).toEqual({ gate: 'missing' });
      expect(await reason()).toBe(trigger);
      await go();
    }
  });

  it('is looked at again by itself when a new accused is named, by whoever names them', async () => {
    for (const by of ['clerk', 'prosecutor'] as const) {
      expect((await name('accused', by)).status).toBe(201);
      expect([await state(), await reason()]).toEqual(['missing', 'new-accused']);
      const entries = await entriesIn(store, prepared.caseId);
      expect(entries.slice(-2).map(({ action }) => action)).toEqual(['party.named', 'risk-plan.reopened']);
      expect(entries.at(-1)?.subject).toEqual({ kind: 'witness', ref: prepared.witness });
      expect(JSON.stringify(entries.at(-1))).not.toContain('new-accused');
      await go();
    }
  });

  it('stays when somebody else is named', async () => {
    await name('observer');
    expect(await state()).toBe('open');
  });

  it('is looked at again by itself in another State, and not in another place of the same', async () => {
    await cross('MM');
    expect(await state()).toBe('open');
    await cross('LA');
    expect([await state(), await reason()]).toEqual(['missing', 'move']);
  });
});

describe('a new accused', () => {
  it('makes nothing of a plan that nobody made', async () => {
    await name('accused');
    expect(await state()).toBeUndefined();
  });

  it('leaves a no-go as it is', async () => {
    await plan('prosecutor', '/word', { decision: 'no-go' });
    await name('accused');
    expect([await state(), await reason()]).toEqual(['refused', undefined]);
  });
});
