import { beforeEach, describe, expect, it } from 'vitest';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { personKey } from '../../functions/directory/port/actor.ts';
import { actorOf, ask, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { admitted, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { wholeApi } from '../support/whole-api.ts';

/** The log of a case: who belongs to it and what stands for those who are heard, for its members who answer for it. */

let store: MemoryStore;
let prepared: PreparedCase;
let app: ReturnType<typeof wholeApi>;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  app = wholeApi(store, now);
});

const read = (by: Person, caseId = prepared.caseId) =>
  ask(app, actorOf(by), 'GET', `/api/custody/case-logs/${caseId}/entries`);
const consent = () =>
  ask(
    app,
    actorOf(prepared.people['support-officer']),
    'POST',
    `/api/witnesses/${prepared.caseId}/${prepared.witness}/consent`,
    gateBodies.consent,
  );

describe('the log of a case', () => {
  it.each(['prosecutor', 'clerk', 'support-officer', 'judge', 'auditor'] as const)(
    'is read by its %s, and that they did is entered',
    async (role) => {
      expect((await consent()).status).toBe(201);
      const told = await read(prepared.people[role]);
      expect(told.status).toBe(200);
      const actions = (told.body.entries as { entry: { action: string } }[]).map(({ entry }) => entry.action);
      expect(actions.slice(0, 2)).toEqual(['case.opened', 'witness.named']);
      expect(actions.at(-1)).toBe('consent.given');
      const entered = await entriesIn(store, accessLogId(prepared.caseId));
      expect(entered.map(({ action, actor }) => [action, actor])).toEqual([
        ['log.read', expect.objectContaining({ role })],
      ]);
      // What was said stays sealed, and where somebody is stands nowhere.
      expect(JSON.stringify(told.body)).not.toMatch(/Yangon|thumbprint/);
    },
  );

  it('is not for counsel, nor for whoever sees to the rooms', async () => {
    expect((await read(prepared.people.technician)).status).toBe(403);
    const counsel = await admitted(prepared, 'victim-counsel', prepared.witness);
    expect((await read(counsel)).status).toBe(403);
  });

  it('is not there for whoever is not of the case, and under no other id', async () => {
    const stranger = await enterPerson(store, 'prosecutor');
    expect((await read(stranger)).status).toBe(404);
    expect((await read(prepared.people.clerk, prepared.people.clerk.agencyId)).status).toBe(404);
    expect(await entriesIn(store, accessLogId(prepared.caseId))).toEqual([]);
  });

  it('is closed to a member whose role has changed since', async () => {
    const { clerk } = prepared.people;
    await store.write([
      { kind: 'update', key: personKey(clerk.personId), set: { role: 'prosecutor' }, onRefused: 'retry' },
    ]);
    expect((await read({ ...clerk, role: 'prosecutor' })).body.code).toBe('not-your-role');
  });
});
