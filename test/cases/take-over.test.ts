import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { personKey, type Person } from '../../functions/directory/port/actor.ts';
import { standingKey } from '../../functions/cases/port/standing.ts';
import { memberKey } from '../../functions/cases/port/membership.ts';
import { parseTask, tasksPartition, tasksWithin } from '../../functions/notices/port/case-tasks.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';

/** Taking over from a holder who is ill: one asks, another one confirms, and the holder may come back. */

let store: MemoryStore;
let prepared: PreparedCase;
let holder: Person;
/** Two of the holder's agency, and one of another, who are of the case; the administrators of both agencies. */
let taker: Person;
let colleague: Person;
let other: Person;
let head: Person;
let otherHead: Person;

beforeEach(async () => {
  store = memoryStore();
  holder = await enterPerson(store, 'support-officer');
  const { agencyId } = holder;
  taker = await enterPerson(store, 'support-officer', { agencyId });
  colleague = await enterPerson(store, 'support-officer', { agencyId });
  other = await enterPerson(store, 'support-officer', { agencyId: '0'.repeat(26) });
  head = await enterPerson(store, 'agency-administrator', { agencyId });
  otherHead = await enterPerson(store, 'agency-administrator', { agencyId: other.agencyId });
  prepared = await prepareCase(store, { 'support-officer': holder }, [taker, colleague, other]);
});

const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const call = (by: Person, method: 'GET' | 'POST', path: string, body?: object, at = now) =>
  ask(casesApp(contextOver(store, at)), actorOf(by), method, `/api/cases/${path}`, body);
const road = (verb = '') => `${prepared.caseId}/witnesses/${prepared.witness}/take-over${verb}`;
const asks = (by = taker, at = now) => call(by, 'POST', road(), { reason: 'ill' }, at);
const confirms = (by = colleague, number = 1, at = now) =>
  call(by, 'POST', road('/confirmation'), { number }, at);
const ends = (by = holder, number = 1, at = now) => call(by, 'POST', road('/end'), { number }, at);
const read = async (by: Person, at = now) => (await call(by, 'GET', road(), undefined, at)).body;
const waiting = async (by = head, at = now) =>
  (await call(by, 'GET', 'take-overs', undefined, at)).body.takeOvers as { takeOverId: string }[];
const confirmsFor = async (by = head, at = now) => {
  const [first] = await waiting(head);
  return call(by, 'POST', 'take-overs', { takeOverId: first?.takeOverId ?? '0'.repeat(26) }, at);
};
const holds = async () => {
  const { body } = await call(holder, 'GET', prepared.caseId);
  return (body.witnesses as { holder: string }[])[0]?.holder;
};
const told = async () =>
  (await store.query('notices', tasksPartition(prepared.caseId), tasksWithin)).map(parseTask);
const lastEntry = async () => (await entriesIn(store, prepared.caseId)).at(-1);

async function refusedWith(code: string, act: () => Promise<{ body: { code?: unknown } }>) {
  const before = new Map(store.items);
  expect((await act()).body.code).toBe(code);
  expect(new Map(store.items)).toEqual(before);
}

describe('an asking', () => {
  it('changes nothing, tells the holder at once, and stands in the log with its reason sealed', async () => {
    expect((await asks()).body).toEqual({ number: 1 });
    expect(await holds()).toBe(holder.personId);
    expect(await told()).toMatchObject([
      { personId: holder.personId, since: now.toISOString(), dueAt: days(7).toISOString() },
    ]);
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'witness.take-over-asked', actor: { role: 'support-officer' } });
    expect(JSON.stringify(entry)).not.toContain('ill"');
    expect(Object.keys(entry?.sealed ?? {})).toEqual(['reason']);
    expect((await read(holder)).last).toMatchObject({ state: 'asked', mayEnd: true, mayConfirm: true });
    expect((await read(colleague)).last).toMatchObject({ mayConfirm: true, mayEnd: false });
    expect((await read(taker)).last).toMatchObject({ mayConfirm: false, mayEnd: true });
  });

  it('is not confirmed by whoever asked, by whatever road', async () => {
    await asks();
    await refusedWith('second-person-needed', () => confirms(taker));
    expect(await holds()).toBe(holder.personId);
  });

  it.each<[string, () => Person, string]>([
    ['the holder', () => holder, 'does-not-fit'],
    ['an officer whose agency holds contact with nobody here', () => other, 'does-not-fit'],
    ['another role', () => prepared.people.prosecutor, 'not-your-role'],
    ['an administrator', () => head, 'not-your-role'],
  ])('is not made by %s', async (_, by, code) => {
    await refusedWith(code, () => asks(by()));
    expect(await told()).toEqual([]);
  });

  it('is not made, nor confirmed, by a stranger of the same agency or of another', async () => {
    const { agencyId } = holder;
    for (const more of [{ agencyId }, {}]) {
      const stranger = await enterPerson(store, 'support-officer', more);
      await refusedWith('not-found', () => asks(stranger));
    }
    await asks();
    const stranger = await enterPerson(store, 'support-officer', { agencyId });
    await refusedWith('not-found', () => confirms(stranger));
    await refusedWith('not-found', () => ends(stranger));
    expect((await call(stranger, 'GET', road())).body.code).toBe('not-found');
  });

  it('is not made by whoever is on the accused’s side, or whom a plan keeps from somebody', async () => {
    // Somebody of that agency defended meanwhile.
    const counsel = await enterPerson(store, 'defence-counsel', { agencyId: taker.agencyId });
    const { caseId } = prepared;
    const { pk, sk } = memberKey(caseId, counsel.personId);
    const member = {
      caseId,
      personId: counsel.personId,
      role: 'defence-counsel',
      pseudonym: 'D-2222',
      label: 'C',
    };
    await store.write([{ kind: 'put', table: 'cases', item: { pk, sk, ...member }, onRefused: 'retry' }]);
    await refusedWith('opposed-side', () => asks());
    await store.write([{ kind: 'delete', key: memberKey(caseId, counsel.personId), onRefused: 'retry' }]);
    await asks();
    const self = (await call(taker, 'GET', caseId)).body.members.find(
      ({ personId }: { personId: string }) => personId === taker.personId,
    ) as { pseudonym: string };
    const plan = standingKey(caseId, prepared.witness, 'riskPlan');
    const standing = {
      caseId,
      pseudonym: prepared.witness,
      gate: 'riskPlan',
      version: 1,
      state: 'missing',
      recordedAt: now.toISOString(),
      noContact: [self.pseudonym],
      leafHash: '',
    };
    const item = { pk: plan.pk, sk: plan.sk, ...standing };
    await store.write([{ kind: 'put', table: 'cases', item, onRefused: 'retry' }]);
    await refusedWith('opposed-side', () => confirms());
    expect(await holds()).toBe(holder.personId);
  });

  it('of two at once one stands, and another waits until it is over', async () => {
    const both = await Promise.all([asks(taker), asks(colleague)]);
    expect(both.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([201, 409]);
    expect(await told()).toHaveLength(1);
    const [winner, loser] = both[0]?.status === 201 ? [taker, colleague] : [colleague, taker];
    await refusedWith('changed-meanwhile', () => asks(loser));
    expect((await ends(winner)).status).toBe(201);
    expect((await asks(loser)).body).toEqual({ number: 3 });
  });

  it('lapses after seven days, and then somebody can ask anew', async () => {
    await asks();
    await refusedWith('changed-meanwhile', () => confirms(colleague, 1, days(7)));
    expect(await waiting(head, days(7))).toEqual([]);
    expect((await asks(colleague, days(7))).body).toEqual({ number: 2 });
    expect(await waiting(head, days(7))).toHaveLength(1);
  });
});

describe('confirmed by a second person', () => {
  it('contact goes over at once: the new holder speaks for them, the old one does not, and is told', async () => {
    await asks();
    expect((await confirms()).body).toEqual({ holder: taker.personId });
    expect(await holds()).toBe(taker.personId);
    expect(await lastEntry()).toMatchObject({
      action: 'witness.taken-over',
      details: { from: expect.any(String) },
    });
    expect(await told()).toMatchObject([{ personId: holder.personId, dueAt: days(7).toISOString() }]);
    const protect = (by: Person) =>
      call(by, 'POST', `${prepared.caseId}/witnesses/${prepared.witness}/protection`, {
        protected: true,
        zone: 'Asia/Yangon',
        mayKnow: [],
      });
    expect((await protect(holder)).body.code).toBe('not-your-role');
    expect((await protect(taker)).status).toBe(201);
  });

  it('a withdrawal is entered by any support officer all along, whoever holds contact', async () => {
    await asks();
    const withdraw = (by: Person) =>
      ask(
        witnessesApp(contextOver(store, now)),
        actorOf(by),
        'POST',
        `/api/witnesses/${prepared.caseId}/${prepared.witness}/withdrawal`,
        {},
      );
    expect((await withdraw(other)).status).toBe(201);
  });

  it('by the administrator of the agency that holds contact, who learns nothing of the case', async () => {
    await asks();
    const lines = await waiting();
    expect(lines).toEqual([
      {
        takeOverId: expect.any(String),
        askedBy: taker.personId,
        from: holder.personId,
        reason: 'ill',
        askedAt: now.toISOString(),
        until: days(7).toISOString(),
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain(prepared.caseId);
    expect(JSON.stringify(lines)).not.toContain(prepared.witness);
    expect((await confirmsFor()).body).toEqual({ confirmed: true });
    expect(await holds()).toBe(taker.personId);
    expect(await lastEntry()).toMatchObject({
      action: 'witness.taken-over',
      actor: { role: 'agency-administrator', pseudonym: expect.stringMatching(/^M-/) },
    });
    expect(await waiting()).toEqual([]);
    await refusedWith('not-found', () => confirmsFor());
  });

  it('not by an administrator of another agency, to whom it is not there', async () => {
    await asks();
    expect(await waiting(otherHead)).toEqual([]);
    await refusedWith('not-found', () => confirmsFor(otherHead));
  });

  it('not once whoever asked has no account, or left the case', async () => {
    await asks();
    await store.write([
      { kind: 'update', key: personKey(taker.personId), set: { disabled: true }, onRefused: 'retry' },
    ]);
    await refusedWith('person-not-suitable', () => confirms());
    await refusedWith('person-not-suitable', () => confirmsFor());
    expect(await holds()).toBe(holder.personId);
  });

  it('not after the holder came back, or handed over by themselves', async () => {
    await asks();
    expect((await ends(holder)).body).toEqual({ holder: holder.personId });
    await refusedWith('changed-meanwhile', () => confirms());
    await refusedWith('not-found', () => confirmsFor());
    await refusedWith('does-not-fit', () => asks());
    expect((await asks(taker, days(8))).status).toBe(201);
    const to = { to: colleague.personId };
    await call(holder, 'POST', `${prepared.caseId}/witnesses/${prepared.witness}/holder`, to);
    await refusedWith('changed-meanwhile', () => confirms(colleague, 3, days(8)));
  });

  it('of the holder who comes back and the one who confirms at the same moment, one wins', async () => {
    await asks();
    const [back, over] = await Promise.all([ends(holder), confirms()]);
    if (over.status === 201) {
      // The word that they are there came after, and takes contact back.
      expect(await holds()).toBe(back.status === 201 ? holder.personId : taker.personId);
      return;
    }
    expect([back.status, over.body.code]).toEqual([201, 'changed-meanwhile']);
    expect(await holds()).toBe(holder.personId);
  });

  it('of two who confirm at once, one has', async () => {
    await asks();
    const both = await Promise.all([confirms(colleague), confirmsFor()]);
    expect(both.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    const entries = (await entriesIn(store, prepared.caseId)).map(({ action }) => action);
    expect(entries.filter((action) => action === 'witness.taken-over')).toHaveLength(1);
  });
});

describe('the one who held contact', () => {
  it('takes it back within seven days, by their own word, and nobody else does', async () => {
    await asks();
    await confirms();
    await refusedWith('not-your-role', () => ends(colleague));
    await refusedWith('changed-meanwhile', () => ends(taker));
    expect((await read(holder)).last).toMatchObject({ state: 'confirmed', mayEnd: true });
    expect((await ends(holder, 1, days(6))).body).toEqual({ holder: holder.personId });
    expect(await holds()).toBe(holder.personId);
    expect(await told()).toEqual([]);
    expect(await lastEntry()).toMatchObject({
      action: 'witness.take-over-ended',
      details: { takenBack: true },
    });
    await refusedWith('changed-meanwhile', () => ends(holder, 1, days(6)));
    await refusedWith('does-not-fit', () => asks(taker, days(7)));
  });

  it('gets it back also where it was passed on to somebody else meanwhile', async () => {
    await asks();
    await confirms();
    const to = { to: other.personId };
    const handed = await call(taker, 'POST', `${prepared.caseId}/witnesses/${prepared.witness}/holder`, to);
    expect(handed.status).toBe(201);
    expect((await ends(holder)).body).toEqual({ holder: holder.personId });
    expect(await holds()).toBe(holder.personId);
  });

  it('does not after seven days', async () => {
    await asks();
    await confirms();
    await refusedWith('changed-meanwhile', () => ends(holder, 1, days(7)));
    expect(await holds()).toBe(taker.personId);
  });
});
