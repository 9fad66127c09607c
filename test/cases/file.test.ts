import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';

/** A case as its members find it, on the store in memory. */

let store: MemoryStore;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

const call = (by: Person, method: 'GET' | 'POST', path: string, body?: object) =>
  ask(casesApp(contextOver(store, now)), actorOf(by), method, path, body);
const open = async (reference: string) => {
  const { prosecutor, 'support-officer': holder } = prepared.people;
  const { body } = await call(prosecutor, 'POST', '/api/cases', {
    reference,
    requestingState: 'TH',
    hostState: 'MM',
    members: [holder.personId],
    witnesses: [{ protected: false, holder: holder.personId, zone: 'Asia/Yangon', mayKnow: [] }],
  });
  return body.caseId as string;
};
const referencesOf = async (by: Person) =>
  ((await call(by, 'GET', '/api/cases')).body.cases as { reference: string }[]).map(
    ({ reference }) => reference,
  );

describe('the cases of somebody', () => {
  it('are those in which they are, by file number', async () => {
    await open('T 3/2027');
    await open('T 2/2027');
    const { prosecutor, 'support-officer': holder, clerk } = prepared.people;
    expect(await referencesOf(prosecutor)).toEqual(['T 1/2027', 'T 2/2027', 'T 3/2027']);
    expect(await referencesOf(holder)).toEqual(['T 1/2027', 'T 2/2027', 'T 3/2027']);
    expect(await referencesOf(clerk)).toEqual(['T 1/2027']);
    expect(await referencesOf(await enterPerson(store, 'clerk'))).toEqual([]);
  });

  it('say where they come from and whether the own agency has taken each', async () => {
    const caseId = await open('T 2/2027');
    const { 'support-officer': holder } = prepared.people;
    expect((await call(holder, 'GET', '/api/cases')).body.cases).toEqual([
      {
        caseId: prepared.caseId,
        reference: 'T 1/2027',
        requestingState: 'TH',
        hostState: 'MM',
        state: 'open',
        taken: true,
      },
      {
        caseId,
        reference: 'T 2/2027',
        requestingState: 'TH',
        hostState: 'MM',
        state: 'open',
        taken: false,
        namedAs: expect.stringMatching(/^S-/),
      },
    ]);
  });
});

describe('the file', () => {
  const fileFor = (by: Person) => call(by, 'GET', `/api/cases/${prepared.caseId}`);

  it('is not there for whoever is not of the case', async () => {
    expect(await fileFor(await enterPerson(store, 'clerk'))).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });

  it('tells where the witness is to those alone who may know', async () => {
    const knows = async (role: keyof PreparedCase['people']) =>
      ((await fileFor(prepared.people[role])).body.witnesses as { zone?: string }[])[0]?.zone;
    expect([await knows('support-officer'), await knows('attending-officer')]).toEqual([
      'Asia/Yangon',
      'Asia/Yangon',
    ]);
    for (const role of ['prosecutor', 'clerk', 'central-authority', 'auditor'] as const)
      expect(await knows(role)).toBeUndefined();
  });
});

it('the first entry of the case’s log says who is of it by pseudonym, and nobody’s name or file number', async () => {
  const entries = await entriesIn(store, prepared.caseId);
  const { members, witnesses } = (await call(prepared.people.clerk, 'GET', `/api/cases/${prepared.caseId}`))
    .body as {
    members: { personId: string; role: string; pseudonym: string }[];
    witnesses: { pseudonym: string }[];
  };
  const nameOf = ({ personId }: Person) => members.find((each) => each.personId === personId)?.pseudonym;
  const { prosecutor, 'support-officer': holder, 'attending-officer': officer } = prepared.people;
  const [first, second] = entries;
  expect(first).toMatchObject({
    action: 'case.opened',
    occurredAt: now.toISOString(),
    actor: { role: 'prosecutor', pseudonym: nameOf(prosecutor) },
    subject: { kind: 'case', ref: prepared.caseId },
    details: {
      requestingState: 'TH',
      hostState: 'MM',
    },
  });
  expect(second).toMatchObject({
    action: 'witness.named',
    subject: { kind: 'witness', ref: witnesses[0]?.pseudonym },
    details: { protected: true, holder: nameOf(holder), mayKnowPlace: [nameOf(officer)] },
  });
  const named = (first?.details['members'] ?? []) as string[];
  expect(named.toSorted()).toEqual(
    members
      .filter(({ role }) => role !== 'interpreter')
      .map(({ role, pseudonym }) => `${role} ${pseudonym}`)
      .toSorted(),
  );
  expect(Object.keys(first?.sealed ?? {})).toEqual(['reference']);
  expect(JSON.stringify(first)).not.toContain('T 1/2027');
  expect(JSON.stringify(first)).not.toContain(prosecutor.personId);
});
