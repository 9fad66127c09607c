import { beforeEach, describe, expect, it } from 'vitest';
import { caseKey, parseCase } from '../../functions/cases/port/membership.ts';
import { knownByNameIn } from '../../functions/cases/port/by-name.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { headKey, parseHead } from '../../functions/custody/port/append.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { setKeepers } from '../../functions/directory/store.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask, contextOver, court, enterPerson } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, takenByAll, type PreparedCase } from '../support/prepared-case.ts';

/** An agency takes a case: one verb, by whoever acts in it there, and from then on its people are known by name. */

let store: MemoryStore;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store, {}, [], false);
});

const call = (by: Person, method: 'GET' | 'POST', path: string, key = newKey()) =>
  ask(casesApp(contextOver(store, now)), actorOf(by), method, path, undefined, key);
const take = (by: Person, caseId = prepared.caseId, key = newKey()) =>
  call(by, 'POST', `/api/cases/${caseId}/taking`, key);
/** Entries with which a case begins: that it is opened, and who is to be heard. */
const opening = 2;
const takers = async () => parseCase((await store.get([caseKey(prepared.caseId)]))[0]).takenBy;
const entries = async () => {
  const [head] = await store.get([headKey(prepared.caseId)]);
  return parseHead(head)?.frontier.size;
};
const row = async (by: Person) => (await call(by, 'GET', '/api/cases')).body.cases[0].taken as boolean;
const byName = async (by: Person, whom: Person) => {
  const { body } = await call(by, 'GET', `/api/cases/${prepared.caseId}`);
  return (body.members as { personId: string; byName: boolean }[]).find(
    ({ personId }) => personId === whom.personId,
  )?.byName;
};

describe('taking a case', () => {
  it('whoever opens it takes it for the own agency, and for no other', async () => {
    const { prosecutor, clerk } = prepared.people;
    expect(await takers()).toEqual([prosecutor.agencyId]);
    expect([await row(prosecutor), await row(clerk)]).toEqual([true, false]);
    expect([await byName(prosecutor, clerk), await byName(clerk, prosecutor)]).toEqual([false, true]);
    // Nobody is a stranger to the own agency.
    expect(await byName(clerk, clerk)).toBe(true);
  });

  it.each(['clerk', 'support-officer', 'attending-officer', 'central-authority'] as const)(
    'the %s does, and it is entered once',
    async (role) => {
      const { prosecutor, [role]: person } = prepared.people;
      expect((await take(person)).status).toBe(201);
      expect((await take(person)).status).toBe(201);
      expect(await takers()).toEqual([prosecutor.agencyId, person.agencyId]);
      expect(await entries()).toBe(opening + 1);
      expect([await row(person), await byName(prosecutor, person)]).toEqual([true, true]);
      const items = await store.query('custody', `log#${prepared.caseId}`, { prefix: 'entry#' });
      expect(JSON.parse(items[opening]?.['leaf'] as string)).toMatchObject({
        action: 'case.taken',
        actor: { role },
        details: { agency: person.agencyId },
      });
    },
  );

  it('the same request sent again is answered the same and changes nothing', async () => {
    const key = newKey();
    const told = [await take(prepared.people.clerk, prepared.caseId, key)];
    const after = [...store.items];
    told.push(await take(prepared.people.clerk, prepared.caseId, key));
    expect(told.map(({ status, body }) => [status, body])).toEqual([
      [201, { taken: true }],
      [201, { taken: true }],
    ]);
    expect([...store.items]).toEqual(after);
  });

  it('those who take it at once have all taken it', async () => {
    const { clerk, prosecutor, 'support-officer': officer, 'central-authority': authority } = prepared.people;
    await Promise.all([clerk, officer, authority].map((each) => take(each)));
    expect((await takers())?.toSorted()).toEqual(
      [clerk, prosecutor, officer, authority].map(({ agencyId }) => agencyId).toSorted(),
    );
    expect(await entries()).toBe(opening + 3);
  });

  it('nobody takes it who only looks, who is of another case, or whose role is another now', async () => {
    expect((await take(prepared.people.auditor)).status).toBe(403);
    const stranger = await enterPerson(store, 'clerk', { agencyId: prepared.people.prosecutor.agencyId });
    expect((await take(stranger)).status).toBe(404);
    const promoted = { ...prepared.people.clerk, role: 'central-authority' } as const;
    expect((await take(promoted)).status).toBe(403);
    expect(await takers()).toEqual([prepared.people.prosecutor.agencyId]);
    expect(await entries()).toBe(opening);
  });
});

describe('known by name', () => {
  const known = async (opened: { readonly takenBy?: string[] }, viewer: string, agencyId: string) =>
    (await knownByNameIn(store, opened, { agencyId: viewer }, [agencyId]))(agencyId);

  it('is an agency that took the case, or whose keeper did; an unknown one is not', async () => {
    const { interpreter, clerk } = prepared.people;
    expect(await known({ takenBy: [] }, 'viewer', interpreter.agencyId)).toBe(false);
    expect(await known({ takenBy: [interpreter.agencyId] }, 'viewer', interpreter.agencyId)).toBe(true);
    expect(await known({ takenBy: [court] }, 'viewer', interpreter.agencyId)).toBe(true);
    expect(await known({ takenBy: [court] }, 'viewer', 'nowhere')).toBe(false);
    // It is the court that keeps their calendars, and not they the court's.
    expect(await known({ takenBy: [interpreter.agencyId] }, 'viewer', clerk.agencyId)).toBe(false);
    await store.write([setKeepers(interpreter.agencyId, [])]);
    expect(await known({ takenBy: [court] }, 'viewer', interpreter.agencyId)).toBe(false);
  });

  it('is the own agency, and one of which it is the keeper', async () => {
    expect(await known({ takenBy: [] }, 'viewer', 'viewer')).toBe(true);
    expect(await known({ takenBy: [] }, court, prepared.people.interpreter.agencyId)).toBe(true);
  });

  it('are all in a case that was opened before agencies took cases', async () => {
    expect(await known({}, 'viewer', 'anybody')).toBe(true);
  });

  it('reads nothing where all have taken it', async () => {
    const reads = { ...store, get: () => Promise.reject(new Error('read')) };
    await takenByAll(store, prepared.caseId, Object.values(prepared.people));
    const opened = { takenBy: ['one', 'two'] };
    const isKnown = await knownByNameIn(reads, opened, { agencyId: 'one' }, ['one', 'two', 'two']);
    expect([isKnown('one'), isKnown('two')]).toEqual([true, true]);
  });
});
