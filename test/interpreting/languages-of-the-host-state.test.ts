import { beforeEach, expect, it } from 'vitest';
import { interpretingApp } from '../../functions/interpreting/routes.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { bookedCase } from '../support/booked-case.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { now, type PreparedCase } from '../support/prepared-case.ts';

/** A host State may name the languages in which somebody is heard: no interpreter of another one is confirmed. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
});

const permit = async (languages: readonly string[]) => {
  const by = actorOf(prepared.people['central-authority']);
  const path = `/api/requests/${prepared.caseId}/${prepared.witness}/permission`;
  const body = { ...gateBodies.permission, languages, conditions: ['languages'] };
  expect((await ask(requestsApp(contextOver(store, now)), by, 'POST', path, body)).status).toBe(201);
};
const confirm = () =>
  ask(
    interpretingApp(contextOver(store, now)),
    actorOf(prepared.people.clerk),
    'POST',
    `/api/interpreting/${sessionId}/assignment`,
    gateBodies.interpreter,
  );

it('refuses the language that is not named, and writes nothing', async () => {
  await permit(['th', 'shn']);
  const before = new Map(store.items);
  const told = await confirm();
  expect(told).toMatchObject({
    status: 409,
    body: {
      code: 'condition-not-kept',
      facts: { condition: 'languages' },
      errors: [{ pointer: '/between/0' }],
    },
  });
  expect(new Map(store.items)).toEqual(before);
});

it('takes those that are', async () => {
  await permit(['th', 'my']);
  expect((await confirm()).status).toBe(201);
});
