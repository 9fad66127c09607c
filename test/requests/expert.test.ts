import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { follow } from '../support/followed.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { bookWith, read } from '../support/session-verbs.ts';

/** An expert is heard from some State too: where that is not the one that asks, it permits it or it does not. */

let store: MemoryStore;
let prepared: PreparedCase;
let judge: Person;
let lao: Person;
beforeEach(async () => {
  store = memoryStore();
  judge = await enterPerson(store, 'judge');
  lao = await enterPerson(store, 'central-authority', { country: 'LA' });
  prepared = await prepareCase(store, {}, [judge, lao]);
});

async function heard(inState: string) {
  const expert = await nameParty(prepared, 'expert', inState);
  const { clerk, prosecutor } = prepared.people;
  const seats = { clerk: clerk.personId, judge: judge.personId, prosecutor: prosecutor.personId, expert };
  const brief = { kind: 'expert', seats, interpreting: 'not-needed' };
  const { status, body } = await bookWith(prepared, '2027-03-02T09:00', brief, { by: clerk });
  expect(status, JSON.stringify(body)).toBe(201);
  const gates = async () =>
    parseDoor((await store.get([doorKey(body.sessionId as string)]))[0]).gates as Record<string, string>;
  const permit = (by: Person) =>
    ask(
      requestsApp(contextOver(store, now)),
      actorOf(by),
      'POST',
      `/api/requests/${prepared.caseId}/${expert}/permission`,
      gateBodies.permission,
    );
  return { expert, gates, permit, sessionId: body.sessionId as string };
}

describe('an expert', () => {
  it('abroad waits for the State where they are, and for no other', async () => {
    const { expert, gates, permit, sessionId } = await heard('LA');
    expect(await gates()).toMatchObject({ permission: 'missing', consent: 'not-needed' });
    expect((await permit(prepared.people['central-authority'])).status).toBe(403);
    expect(await permit(lao)).toMatchObject({ status: 201 });
    await follow(store, { caseId: prepared.caseId, witness: expert });
    expect(await gates()).toMatchObject({ permission: 'open' });
    // The officer who attends is that State's too.
    const mine = async (by: Person) =>
      ((await read(prepared, sessionId, by)).body.gates as { gate: string; mine: boolean }[])
        .filter((each) => each.mine)
        .map(({ gate }) => gate);
    expect(await mine(lao)).toEqual(['permission', 'attendingOfficer']);
    expect(await mine(prepared.people['central-authority'])).toEqual([]);
  });

  it('in the State that asks needs no other one’s permission, nor its officer', async () => {
    const { gates } = await heard('TH');
    expect(await gates()).toMatchObject({ permission: 'not-needed', attendingOfficer: 'not-needed' });
  });

  it.each([
    ['an expert of no State', { role: 'expert', label: 'Expert' }],
    ['a State of somebody who is no expert', { role: 'observer', label: 'Observer', inState: 'MM' }],
  ])('is not named so: %s', async (_, body) => {
    const app = casesApp(contextOver(store, now));
    const by = actorOf(prepared.people.clerk);
    const told = await ask(app, by, 'POST', `/api/cases/${prepared.caseId}/parties`, body);
    expect([told.status, told.body.code, told.body.errors[0].pointer]).toEqual([
      422,
      'does-not-fit',
      '/inState',
    ]);
  });
});
