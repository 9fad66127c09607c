import { beforeEach, describe, expect, it } from 'vitest';
import { caseKey, memberKey, parseCase } from '../../functions/cases/port/membership.ts';
import { knownByNameIn } from '../../functions/cases/port/by-name.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { headKey, parseHead } from '../../functions/custody/port/append.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { keyName } from '../../functions/shared/store/store.ts';
import { setKeepers } from '../../functions/directory/store.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask, contextOver, court, enterPerson, type Told } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { wholeApi } from '../support/whole-api.ts';
import { lifeOf } from './life/life.ts';
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
    expect(await byName(prosecutor, clerk)).toBe(false);
    await take(clerk);
    expect([await byName(prosecutor, clerk), await byName(clerk, prosecutor)]).toEqual([true, true]);
  });

  it.each(['clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'] as const)(
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

  it('nobody takes it who is of another case, or whose role is another now', async () => {
    const stranger = await enterPerson(store, 'clerk', { agencyId: prepared.people.prosecutor.agencyId });
    expect((await take(stranger)).status).toBe(404);
    const promoted = { ...prepared.people.clerk, role: 'central-authority' } as const;
    expect((await take(promoted)).status).toBe(403);
    expect(await takers()).toEqual([prepared.people.prosecutor.agencyId]);
    expect(await entries()).toBe(opening);
  });
});

describe('whoever was only named', () => {
  const wrong = () => prepared.people['support-officer'];
  const get = (by: Person, path: string) => ask(wholeApi(store, now), actorOf(by), 'GET', path);
  const leaves = (by: Person, member: string) =>
    ask(wholeApi(store, now), actorOf(by), 'POST', `/api/cases/${prepared.caseId}/leaving`, {
      member,
      reason: 'other',
    });
  const unchanged = async (work: () => Promise<Told>) => {
    const before = new Map(store.items);
    const told = await work();
    expect(new Map(store.items)).toEqual(before);
    return [told.status, told.body.code];
  };
  const notTaken = [409, 'case-not-taken'];

  it('reads one row and nothing else of the case, and says nothing in it, until their agency takes it', async () => {
    const { body } = await get(wrong(), '/api/cases');
    expect(body.cases).toMatchObject([
      { caseId: prepared.caseId, taken: false, namedAs: expect.any(String) },
    ]);
    const paths = [
      `/api/cases/${prepared.caseId}`,
      `/api/sessions?caseId=${prepared.caseId}`,
      `/api/witnesses/${prepared.caseId}/${prepared.witness}`,
      `/api/requests/${prepared.caseId}/${prepared.witness}`,
      `/api/custody/case-logs/${prepared.caseId}/entries`,
      `/api/orders/${prepared.caseId}`,
    ];
    for (const path of paths) {
      const told = await get(wrong(), path);
      expect([path, told.status, told.body.code]).toEqual([path, ...notTaken]);
    }
    const verbs: readonly (readonly [string, object])[] = [
      [`/api/witnesses/${prepared.caseId}/${prepared.witness}/withdrawal`, {}],
      [`/api/witnesses/${prepared.caseId}/${prepared.witness}/risk-plan/review`, { trigger: 'release' }],
      [`/api/cases/${prepared.caseId}/members`, { personId: prepared.people.clerk.personId }],
      [
        `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/host-state`,
        { hostState: 'LA', zone: 'Asia/Vientiane' },
      ],
    ];
    for (const [path, said] of verbs)
      expect([
        path,
        await unchanged(() => ask(wholeApi(store, now), actorOf(wrong()), 'POST', path, said)),
      ]).toEqual([path, notTaken]);
    expect((await take(wrong())).status).toBe(201);
    for (const path of paths) expect([path, (await get(wrong(), path)).status]).toEqual([path, 200]);
    expect((await get(wrong(), '/api/cases')).body.cases[0]).not.toHaveProperty('namedAs');
  });

  it('is let in by the word of a colleague, as all of the agency are who were named, and nobody else is', async () => {
    const second = await enterPerson(store, 'support-officer', { agencyId: wrong().agencyId });
    const life = lifeOf(prepared);
    expect((await life(prepared.people.prosecutor, 'members', { personId: second.personId })).status).toBe(
      201,
    );
    await take(second);
    for (const by of [second, wrong()])
      expect((await call(by, 'GET', `/api/cases/${prepared.caseId}`)).status).toBe(200);
    expect((await call(prepared.people.clerk, 'GET', `/api/cases/${prepared.caseId}`)).status).toBe(409);
  });

  it('leaves by themselves, taking nobody with them', async () => {
    const { clerk, technician } = prepared.people;
    const own = async (by: Person) => (await get(by, '/api/cases')).body.cases[0].namedAs as string;
    const other = await own(technician);
    expect(await unchanged(() => leaves(clerk, other))).toEqual(notTaken);
    expect((await leaves(clerk, await own(clerk))).status).toBe(201);
    expect((await get(clerk, '/api/cases')).body.cases).toEqual([]);
  });

  it('is taken out by the prosecutor, by whose word they came, until their agency took the case', async () => {
    const { prosecutor, judge, clerk } = prepared.people;
    await take(judge);
    const named = (await get(clerk, '/api/cases')).body.cases[0].namedAs as string;
    expect(await unchanged(() => leaves(judge, named))).toEqual([403, 'not-your-role']);
    await take(clerk);
    expect(await unchanged(() => leaves(prosecutor, named))).toEqual([403, 'not-your-role']);
    const technician = (await get(prepared.people.technician, '/api/cases')).body.cases[0].namedAs as string;
    expect((await leaves(prosecutor, technician)).status).toBe(201);
    expect((await get(prepared.people.technician, '/api/cases')).body.cases).toEqual([]);
  });

  it('was named as holding contact, and is replaced by an officer whose agency took the case', async () => {
    const { prosecutor } = prepared.people;
    const right = await enterPerson(store, 'support-officer');
    const life = lifeOf(prepared);
    await life(prosecutor, 'members', { personId: right.personId });
    const path = `witnesses/${prepared.witness}/holder`;
    const over = () => life(right, path, { to: right.personId });
    expect(await unchanged(over)).toEqual(notTaken);
    await take(right);
    const named = (await get(wrong(), '/api/cases')).body.cases[0].namedAs as string;
    expect(await unchanged(() => leaves(prosecutor, named))).toEqual([409, 'still-needed']);
    expect((await over()).status).toBe(201);
    expect((await leaves(prosecutor, named)).status).toBe(201);
  });

  it('can be given nothing: neither contact nor the place of somebody', async () => {
    await take(wrong());
    const { clerk, 'support-officer': holder } = prepared.people;
    const life = lifeOf(prepared);
    const named = await enterPerson(store, 'support-officer');
    await life(prepared.people.prosecutor, 'members', { personId: named.personId });
    const at = `witnesses/${prepared.witness}`;
    for (const [verb, said] of [
      ['holder', { to: named.personId }],
      ['protection', { protected: true, zone: 'Asia/Yangon', mayKnow: [clerk.personId] }],
    ] as const)
      expect(await unchanged(() => life(holder, `${at}/${verb}`, said))).toEqual([
        422,
        'person-not-suitable',
      ]);
  });

  it('takes it once more where more of an agency were named than one press reaches', async () => {
    const agencyId = '5'.repeat(26);
    const letters = '24679CDFGHJKMNPQRTVW';
    const many = await Promise.all(
      Array.from({ length: 95 }, () => enterPerson(store, 'technician', { agencyId })),
    );
    await store.write(
      many.map(({ personId, role, label }, at) => {
        const member = {
          caseId: prepared.caseId,
          personId,
          role,
          label,
          pseudonym: `T-CC${letters[Math.floor(at / 20)]}${letters[at % 20]}`,
          untaken: true,
        };
        const { table, pk, sk } = memberKey(prepared.caseId, personId);
        return { kind: 'put' as const, table, item: { pk, sk, ...member }, onRefused: 'retry' as const };
      }),
    );
    const untaken = () => many.filter(({ personId }) => !reads(personId));
    const reads = (personId: string) =>
      store.items.get(keyName(memberKey(prepared.caseId, personId)))?.['untaken'] === undefined;
    const last = many.at(-1) as Person;
    expect((await take(last)).status).toBe(201);
    expect([reads(last.personId), untaken().length]).toEqual([true, 5]);
    expect((await take(untaken()[0] as Person)).status).toBe(201);
    expect(untaken()).toEqual([]);
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
