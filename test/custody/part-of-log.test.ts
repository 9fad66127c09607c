import { beforeEach, describe, expect, it } from 'vitest';
import { witnessKey } from '../../functions/cases/port/membership.ts';
import { custodyApp } from '../../functions/custody/routes.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { bookWith } from '../support/session-verbs.ts';
import { wholeApi } from '../support/whole-api.ts';
import { memoryExports } from './memory-exports.ts';
import { signer } from './sample-log.ts';

/** A case with two witnesses, each held by an officer of another agency: what each who reads a part reads of its logs. */

let store: MemoryStore;
let prepared: PreparedCase;
let app: ReturnType<typeof wholeApi>;
let hers: Person;
let other: Person;
let second: string;

beforeEach(async () => {
  store = memoryStore();
  other = await enterPerson(store, 'support-officer');
  prepared = await prepareCase(store, {}, [other]);
  app = wholeApi(store, now);
  hers = prepared.people['support-officer'];
  const body = { protected: true, holder: other.personId, zone: 'Asia/Yangon', mayKnow: [] };
  const named = await post(prepared.people.prosecutor, `/api/cases/${prepared.caseId}/witnesses`, body);
  second = named.body.pseudonym as string;
  await consent(hers, prepared.witness);
  await consent(other, second);
});

const post = (by: Person, path: string, body: object = {}) => ask(app, actorOf(by), 'POST', path, body);
async function consent(by: Person, party: string) {
  const done = await post(by, `/api/witnesses/${prepared.caseId}/${party}/consent`, gateBodies.consent);
  expect(done.status).toBe(201);
}
const read = (by: Person, caseId = prepared.caseId) =>
  ask(app, actorOf(by), 'GET', `/api/custody/case-logs/${caseId}/entries`);
const readSession = (by: Person, sessionId: string) =>
  ask(app, actorOf(by), 'GET', `/api/custody/logs/${sessionId}/entries`);

interface Shown {
  readonly entry: {
    readonly action: string;
    readonly index: number;
    readonly subject?: { readonly ref: string };
  };
}
const about = (told: Awaited<ReturnType<typeof read>>, action: string) =>
  (told.body.entries as Shown[])
    .filter(({ entry }) => entry.action === action)
    .map(({ entry }) => entry.subject?.ref);

describe('the log of a case', () => {
  it('is whole for those who answer for it, and they are not told that it is a part', async () => {
    for (const role of ['prosecutor', 'clerk', 'judge', 'auditor'] as const) {
      const told = await read(prepared.people[role]);
      expect(about(told, 'consent.given')).toEqual([prepared.witness, second]);
      expect(told.body).toMatchObject({ size: told.body.entries.length });
      expect(told.body).not.toHaveProperty('part');
    }
  });

  it('is for a support officer what concerns the one whom she holds, and says that it is a part and of how many', async () => {
    for (const [officer, held] of [
      [hers, prepared.witness],
      [other, second],
    ] as const) {
      const told = await read(officer);
      expect(about(told, 'consent.given')).toEqual([held]);
      expect(about(told, 'witness.named')).toEqual([held]);
      expect(told.body.part).toBe('support-officer');
      expect(told.body.size).toBeGreaterThan(told.body.entries.length);
    }
    expect(JSON.stringify((await read(hers)).body)).not.toContain(second);
  });

  it('is for a colleague at the agency of the one who holds contact the same', async () => {
    const colleague = await enterPerson(store, 'support-officer', { agencyId: hers.agencyId });
    const path = `/api/cases/${prepared.caseId}/members`;
    expect((await post(hers, path, { personId: colleague.personId })).status).toBe(201);
    expect(about(await read(colleague), 'consent.given')).toEqual([prepared.witness]);
  });

  it('goes with contact: who hands over to another agency reads it no more', async () => {
    const key = witnessKey(prepared.caseId, prepared.witness);
    const set = { holder: other.personId };
    await store.write([{ kind: 'update', key, set, onRefused: 'retry' }]);
    expect(about(await read(hers), 'consent.given')).toEqual([]);
    expect(about(await read(other), 'consent.given')).toEqual([prepared.witness, second]);
  });

  it('is for a central authority and an attending officer neither consent nor plan', async () => {
    for (const role of ['central-authority', 'attending-officer'] as const) {
      const told = await read(prepared.people[role]);
      expect(told.status).toBe(200);
      expect(about(told, 'consent.given')).toEqual([]);
      expect(about(told, 'case.opened')).toEqual([prepared.caseId]);
      expect(told.body.part).toBe(role);
    }
  });

  it('is not there for an officer whose agency let the case go', async () => {
    const path = `/api/cases/${prepared.caseId}/release`;
    expect((await post(prepared.people['attending-officer'], path, { reason: 'mandate-ended' })).status).toBe(
      201,
    );
    expect((await read(prepared.people['attending-officer'])).status).toBe(404);
  });

  it('shows of entries from before actions said who reads them nothing to those who read a part', async () => {
    for (const [name, item] of store.items)
      if (item.sk.startsWith('entry#')) {
        const { part: _, ...bare } = item;
        store.items.set(name, bare);
      }
    expect((await read(hers)).body.entries).toEqual([]);
    expect((await read(prepared.people.clerk)).body.entries.length).toBeGreaterThan(3);
  });

  it('is entered as read in part', async () => {
    await read(hers);
    await read(prepared.people.clerk);
    const entered = await entriesIn(store, accessLogId(prepared.caseId));
    expect(entered.map(({ actor, details }) => [actor, details['part']])).toEqual([
      [expect.objectContaining({ role: 'support-officer' }), true],
      [expect.objectContaining({ role: 'clerk' }), undefined],
    ]);
  });
});

describe('the log of a session', () => {
  const booked = async () => {
    const made = await bookWith(prepared, '2027-03-02T09:00', {});
    expect(made.status).toBe(201);
    return made.body.sessionId as string;
  };

  it('is whole for whoever sits in it, or whose witness does', async () => {
    const sessionId = await booked();
    for (const by of [prepared.people.clerk, hers]) {
      const told = await readSession(by, sessionId);
      expect(told.body.entries.length).toBe(told.body.size);
      expect(told.body).not.toHaveProperty('part');
    }
  });

  it('is a part for whoever does not: the authority follows when it is held, others read what names them', async () => {
    const sessionId = await booked();
    const authority = await readSession(prepared.people['central-authority'], sessionId);
    expect(about(authority, 'session.booked')).toEqual([sessionId]);
    expect(authority.body.part).toBe('central-authority');
    const officer = await readSession(prepared.people['attending-officer'], sessionId);
    expect(officer.body).toMatchObject({ part: 'attending-officer', entries: [] });
    expect((await readSession(other, sessionId)).body).toMatchObject({
      part: 'support-officer',
      entries: [],
    });
  });
});

describe('the file', () => {
  const files = memoryExports();
  const archive = { put: async () => {} };
  const custody = () =>
    custodyApp(contextOver(store, now), { publisher: { store, archive, signer: async () => signer }, files });
  const base = () => `/api/custody/case-logs/${prepared.caseId}/exports`;
  const begin = async (by: Person) =>
    (await ask(custody(), actorOf(by), 'POST', base())).body.exportId as string;
  const carryOn = (by: Person, exportId: string) =>
    ask(custody(), actorOf(by), 'POST', `${base()}/parts`, { exportId });

  it('of a part verifies against the signed root, and holds of the others the hashes alone', async () => {
    const exportId = await begin(hers);
    expect((await carryOn(hers, exportId)).body.download).toBeDefined();
    const bytes = files.whole.get(exportId) as Buffer;
    const report = verifyExport(bytes, { key: signer });
    const told = await read(hers);
    expect(report).toMatchObject({
      verdict: 'intact',
      size: told.body.size,
      shown: told.body.entries.length,
      part: { role: 'support-officer' },
    });
    expect(bytes.toString()).toContain(`"ref":"${prepared.witness}"`);
    expect(bytes.toString()).not.toContain(second);
    const entered = await entriesIn(store, accessLogId(prepared.caseId));
    expect(entered.find(({ action }) => action === 'log.exported')?.details).toMatchObject({ part: true });
  });

  it('of the whole is as it was, for those who answer for it', async () => {
    const { clerk } = prepared.people;
    const exportId = await begin(clerk);
    await carryOn(clerk, exportId);
    const report = verifyExport(files.whole.get(exportId) as Buffer, { key: signer });
    expect(report).toMatchObject({ verdict: 'intact', part: undefined, shown: report.size });
  });

  it('that another began is carried on by nobody else, whatever they may read', async () => {
    const [mine, whole] = [await begin(hers), await begin(prepared.people.clerk)];
    expect((await carryOn(other, mine)).status).toBe(404);
    expect((await carryOn(prepared.people.clerk, mine)).status).toBe(404);
    expect((await carryOn(hers, whole)).status).toBe(404);
  });
});
