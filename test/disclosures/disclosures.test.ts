import { beforeEach, describe, expect, it } from 'vitest';
import { headKey } from '../../functions/custody/port/append.ts';
import { disclosuresSchema } from '../../functions/custody/port/disclosures-file.ts';
import { memberKey } from '../../functions/cases/port/membership.ts';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { personPartition } from '../../functions/cases/port/standing-decision.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { admitted, nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book } from '../support/session-verbs.ts';
import { wholeApi } from '../support/whole-api.ts';

/** A sealed field of the log is disclosed on an order: to one person, exactly those fields, as long as it stands. */

let store: MemoryStore;
let prepared: PreparedCase;
let app: ReturnType<typeof wholeApi>;
let counsel: Person;
let judge: Person;
let index: number;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  app = wholeApi(store, now);
  ({ judge } = prepared.people);
  counsel = await admitted(prepared, 'defence-counsel', await nameParty(prepared, 'accused'));
  const holder = prepared.people['support-officer'];
  const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}/consent`;
  await post(holder, path, gateBodies.consent);
  index = await placeOf('consent.given');
});

const post = (by: Person, path: string, body: object, key?: string) =>
  ask(app, actorOf(by), 'POST', path, body, key);
const entries = () => entriesIn(store, prepared.caseId);
const placeOf = async (action: string) => (await entries()).findLastIndex((entry) => entry.action === action);
const named = async ({ personId }: Person) =>
  (await store.get([memberKey(prepared.caseId, personId)]))[0]?.['pseudonym'] as string;
const base = () => `/api/disclosures/${prepared.caseId}`;
const order = async (by: Person, more: object = {}, key?: string) =>
  post(
    by,
    `${base()}/orders`,
    {
      index,
      fields: ['recording', 'takePart'],
      to: await named(counsel),
      basis: 'Criminal Procedure Code, s. 172',
      reason: 'The defence asks what was agreed to.',
      ...more,
    },
    key,
  );
const read = (by: Person, orderId: string) => post(by, `${base()}/readings`, { orderId });
const take = (by: Person, orderId: string) => post(by, `${base()}/files`, { orderId });
const list = (by: Person) => ask(app, actorOf(by), 'GET', base());
const lift = (by: Person, orderId: string) =>
  post(by, `${base()}/liftings`, { orderId, reason: 'It was too much.' });
const agree = (by: Person, orderId: string) => post(by, `${base()}/agreements`, { orderId });

describe('a judge', () => {
  it('orders it: the one who is named reads exactly those fields, which open the digests of the log', async () => {
    const done = await order(judge);
    expect(done).toMatchObject({ status: 201, body: { state: 'stands' } });
    const told = await read(counsel, done.body.orderId);
    expect(told.status).toBe(201);
    const entry = (await entries())[index];
    const fields = told.body.fields as { name: string; value: string; disclosure: string }[];
    expect(fields.map(({ name }) => name)).toEqual(['recording', 'takePart']);
    for (const { name, value, disclosure } of fields)
      expect(openDisclosure(disclosure, entry?.sealed?.[name] ?? '')).toEqual({ name, value });
    expect(told.body).not.toHaveProperty('reason');
  });

  it('is held to it: it stands in the log of the case, and why is sealed', async () => {
    const before = (await entries()).length;
    const { orderId } = (await order(judge)).body;
    const all = await entries();
    expect(all).toHaveLength(before + 1);
    expect(all.at(-1)).toMatchObject({
      action: 'disclosure.ordered',
      actor: { role: 'judge' },
      subject: { kind: 'witness', ref: prepared.witness },
      details: {
        order: orderId,
        entry: index,
        fields: ['recording', 'takePart'],
        to: `defence-counsel ${await named(counsel)}`,
      },
      sealed: { reason: expect.any(String) as string },
    });
    expect(JSON.stringify(all)).not.toContain('The defence asks');
  });

  it('who asks again with the same key orders once', async () => {
    const key = newKey();
    const [one, again] = [await order(judge, {}, key), await order(judge, {}, key)];
    expect(again.body).toEqual(one.body);
    expect((await list(judge)).body.orders).toHaveLength(1);
  });

  it('lifts it: from then on nobody reads by it, and it is lifted once', async () => {
    const { orderId } = (await order(judge)).body;
    expect((await lift(judge, orderId)).body).toEqual({ state: 'lifted' });
    expect((await read(counsel, orderId)).status).toBe(404);
    expect((await list(counsel)).body.orders).toEqual([]);
    expect((await lift(judge, orderId)).body.code).toBe('nothing-to-decide');
    expect((await entries()).at(-1)?.action).toBe('disclosure.lifted');
  });

  it('discloses nothing that tells who or where somebody is, whatever is named', async () => {
    const before = await entries();
    const zone = (await entries()).findIndex(({ action }) => action === 'case.opened');
    const refused = [
      { fields: ['language'] },
      { fields: ['mark'] },
      { fields: ['recording', 'born'] },
      { fields: ['nothing'] },
      { index: zone, fields: ['reference'] },
      { index: 4_000, fields: ['recording'] },
    ];
    for (const each of refused) expect((await order(judge, each)).body.code).toBe('does-not-fit');
    expect(await entries()).toEqual(before);
    expect((await list(judge)).body.orders).toEqual([]);
  });

  it('names somebody of the case who may receive it, and not themselves', async () => {
    for (const who of [prepared.people.auditor, prepared.people.technician, judge])
      expect((await order(judge, { to: await named(who) })).body.code).toBe('person-not-suitable');
    expect((await order(judge, { to: 'D-2222' })).body.code).toBe('person-not-suitable');
  });
});

describe('nobody else', () => {
  it('reads by it: counsel of another accused, who ordered it, the auditor, a stranger', async () => {
    const { orderId } = (await order(judge)).body;
    const other = await admitted(prepared, 'defence-counsel', await nameParty(prepared, 'accused'));
    for (const by of [other, judge, prepared.people.prosecutor, await enterPerson(store, 'defence-counsel')])
      expect(await read(by, orderId)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await read(prepared.people.auditor, orderId)).body.code).toBe('not-your-role');
    expect((await list(other)).body.orders).toEqual([]);
  });

  it('goes on reading who has left the case, or is of another role now', async () => {
    const { orderId } = (await order(judge)).body;
    const key = memberKey(prepared.caseId, counsel.personId);
    await store.write([{ kind: 'update', key, set: { role: 'victim-counsel' }, onRefused: 'retry' }]);
    expect((await read({ ...counsel, role: 'victim-counsel' }, orderId)).status).toBe(404);
    await store.write([
      { kind: 'update', key, set: { role: 'defence-counsel', left: now.toISOString() }, onRefused: 'retry' },
    ]);
    expect((await read(counsel, orderId)).status).toBe(404);
  });

  it('orders it while the case is before a judge', async () => {
    for (const role of ['prosecutor', 'clerk'] as const)
      expect((await order(prepared.people[role])).body.code).toBe('not-your-role');
    expect((await order(counsel)).body.code).toBe('not-your-role');
  });

  it('of a court of another State orders it, judge or clerk', async () => {
    for (const by of [judge, prepared.people.clerk]) {
      const abroad = { ...by, country: 'MM' };
      expect((await order(abroad)).body.code).toBe('not-your-role');
      expect((await list(abroad)).body).toMatchObject({ may: 'nothing' });
    }
  });

  it('sees in the list what is to another: the auditor sees all, and no value', async () => {
    await order(judge);
    const seen = (await list(prepared.people.auditor)).body;
    expect(seen).toMatchObject({ may: 'nothing', to: [], orders: [{ state: 'stands', mine: false }] });
    expect(JSON.stringify(seen)).not.toContain('The defence asks');
    expect((await list(counsel)).body.orders).toMatchObject([{ mine: true }]);
  });
});

describe('in a case without a judge', () => {
  beforeEach(async () => {
    const key = memberKey(prepared.caseId, judge.personId);
    await store.write([{ kind: 'update', key, set: { left: now.toISOString() }, onRefused: 'retry' }]);
  });
  const asked = async (more: object = {}) => {
    const done = await order(prepared.people.prosecutor, more);
    expect(done.body.state).toBe('asked');
    return done.body.orderId as string;
  };

  it('one asks and another of another role and agency agrees, and until then nobody reads', async () => {
    const orderId = await asked();
    expect((await read(counsel, orderId)).status).toBe(404);
    expect((await agree(prepared.people.prosecutor, orderId)).body.code).toBe('second-agency-needed');
    expect((await agree(prepared.people.clerk, orderId)).body).toEqual({ state: 'stands' });
    expect((await read(counsel, orderId)).status).toBe(201);
    const said = (await entries())
      .slice(-2)
      .map(({ action, actor }) => [action, 'role' in actor && actor.role]);
    expect(said).toEqual([
      ['disclosure.asked-for', 'prosecutor'],
      ['disclosure.agreed', 'clerk'],
    ]);
  });

  it('an agreement is to what was asked: it is used once, and for no other fields', async () => {
    const [one, other] = [await asked({ fields: ['recording'] }), await asked({ fields: ['method'] })];
    await agree(prepared.people.clerk, one);
    expect((await agree(prepared.people.clerk, one)).body.code).toBe('nothing-to-decide');
    expect((await read(counsel, other)).status).toBe(404);
    expect((await read(counsel, one)).body.fields).toMatchObject([{ name: 'recording' }]);
    // One that was lifted is not brought back by agreeing to it.
    await lift(prepared.people.clerk, other);
    expect((await agree(prepared.people.clerk, other)).body.code).toBe('nothing-to-decide');
  });

  it('two who agree and lift at once: one is first, and a lifted order does not stand', async () => {
    const orderId = await asked();
    await Promise.all([agree(prepared.people.clerk, orderId), lift(prepared.people.prosecutor, orderId)]);
    expect((await list(prepared.people.clerk)).body.orders).toMatchObject([{ state: 'lifted' }]);
  });

  it('whoever left meanwhile is not agreed to', async () => {
    const orderId = await asked();
    const key = memberKey(prepared.caseId, counsel.personId);
    await store.write([{ kind: 'update', key, set: { left: now.toISOString() }, onRefused: 'retry' }]);
    expect((await agree(prepared.people.clerk, orderId)).body.code).toBe('person-not-suitable');
  });
});

describe('what opens a field', () => {
  it('that was erased stays erased: the order stands, and there is no value', async () => {
    const { orderId } = (await order(judge)).body;
    const pk = personPartition(prepared.caseId, prepared.witness);
    for (const [name, item] of store.items)
      if (item.pk === pk && item.sk.startsWith('consent#'))
        store.items.set(name, { ...item, disclosures: {} });
    expect((await read(counsel, orderId)).body.fields).toEqual([{ name: 'recording' }, { name: 'takePart' }]);
  });

  it('of another field, or made up, opens nothing', async () => {
    const { orderId } = (await order(judge)).body;
    const pk = personPartition(prepared.caseId, prepared.witness);
    for (const [name, item] of store.items)
      if (item.pk === pk && item.sk.startsWith('consent#')) {
        const had = item['disclosures'] as Record<string, string>;
        store.items.set(name, {
          ...item,
          disclosures: { ...had, recording: had['language'], takePart: 'AAAA' },
        });
      }
    expect((await read(counsel, orderId)).body.fields).toEqual([{ name: 'recording' }, { name: 'takePart' }]);
  });
});

describe('the log of a session', () => {
  let sessionId: string;
  let at: number;
  const logged = () => entriesIn(store, sessionId);
  beforeEach(async () => {
    sessionId = (await book(prepared, '2027-03-02T09:00')).body.sessionId as string;
    const path = `/api/interpreting/${sessionId}/assignment`;
    await post(prepared.people.clerk, path, gateBodies.interpreter);
    at = (await logged()).findLastIndex(({ action }) => action === 'interpreter.confirmed');
  });
  const ofSession = (more: object = {}) =>
    order(judge, { sessionId, index: at, fields: ['vetting'], ...more });

  it('is opened as the case’s is: by whom somebody was vetted, to the one who is named', async () => {
    const done = await ofSession();
    expect(done).toMatchObject({ status: 201, body: { state: 'stands' } });
    const { body } = await read(counsel, done.body.orderId);
    const [{ name, value, disclosure }] = body.fields as [
      { name: string; value: string; disclosure: string },
    ];
    expect(JSON.parse(value)).toEqual(gateBodies.interpreter.vetting);
    const digest = (await logged())[at]?.sealed?.['vetting'] ?? '';
    expect(openDisclosure(disclosure, digest)).toEqual({ name, value });
    expect((await entries()).at(-1)).toMatchObject({
      action: 'disclosure.ordered',
      subject: { kind: 'interpreter' },
      details: { session: sessionId, entry: at, fields: ['vetting'] },
    });
    expect((await list(counsel)).body.orders).toMatchObject([{ sessionId, index: at, mine: true }]);
  });

  it('opens no language, no venue and no room, and nothing of the entry at the same place of the case’s log', async () => {
    const booked = (await logged()).findIndex(({ action }) => action === 'session.booked');
    const before = [await entries(), await logged()];
    for (const more of [
      { fields: ['between'] },
      { fields: ['dialect'] },
      { fields: ['oath'] },
      { index: booked, fields: ['venue'] },
      { fields: ['recording'] },
      { sessionId: undefined, fields: ['vetting'] },
    ])
      expect((await ofSession(more)).body.code).toBe('does-not-fit');
    expect([await entries(), await logged()]).toEqual(before);
  });

  it('of another case, of who read it, or of no session opens nothing, all alike', async () => {
    const other = await prepareCase(store, {}, [judge]);
    const elsewhere = (await book(other, '2027-03-09T09:00')).body.sessionId as string;
    const path = `/api/interpreting/${elsewhere}/assignment`;
    expect((await post(other.people.clerk, path, gateBodies.interpreter)).status).toBe(201);
    const there = (await entriesIn(store, elsewhere)).findLastIndex(
      ({ action }) => action === 'interpreter.confirmed',
    );
    const alike = async (more: object) => {
      const { status, body } = await ofSession(more);
      return { status, ...body, request: '' };
    };
    const nowhere = await alike({ sessionId: '0'.repeat(26) });
    expect(nowhere).toMatchObject({ status: 404, code: 'not-found' });
    expect(await alike({ sessionId: elsewhere, index: there })).toEqual(nowhere);
    expect(await alike({ sessionId: prepared.caseId })).toEqual(nowhere);
    // A head that says it is another's.
    const key = headKey(sessionId);
    await store.write([{ kind: 'update', key, set: { class: 'access' }, onRefused: 'retry' }]);
    expect(await alike({})).toMatchObject({ status: 422, code: 'does-not-fit' });
  });

  it('in a case without a judge takes two people, as the case’s does', async () => {
    const key = memberKey(prepared.caseId, judge.personId);
    await store.write([{ kind: 'update', key, set: { left: now.toISOString() }, onRefused: 'retry' }]);
    const asked = await order(prepared.people.prosecutor, { sessionId, index: at, fields: ['vetting'] });
    expect(asked.body.state).toBe('asked');
    expect((await read(counsel, asked.body.orderId)).status).toBe(404);
    await agree(prepared.people.clerk, asked.body.orderId);
    expect((await read(counsel, asked.body.orderId)).status).toBe(201);
  });
});

describe('a file of what was disclosed', () => {
  it('holds what opens the fields that the order names, of that entry, and nothing else', async () => {
    const { orderId } = (await order(judge)).body;
    const told = await take(counsel, orderId);
    expect(told.status).toBe(201);
    const text = told.body.file as string;
    const file = disclosuresSchema.parse(JSON.parse(text));
    const entry = (await entries())[index];
    expect(file).toMatchObject({ logId: prepared.caseId, entry: index });
    const opened = file.disclosures.map((each, n) =>
      openDisclosure(each, entry?.sealed?.[['recording', 'takePart'][n] ?? ''] ?? ''),
    );
    expect(opened.map((each) => each?.name)).toEqual(['recording', 'takePart']);
    expect(Object.keys(told.body)).toEqual(['file']);
  });

  it('is for nobody to whom it was not disclosed, and for nobody once it is lifted', async () => {
    const { orderId } = (await order(judge)).body;
    const other = await admitted(prepared, 'defence-counsel', await nameParty(prepared, 'accused'));
    for (const by of [other, judge, prepared.people.prosecutor, await enterPerson(store, 'defence-counsel')])
      expect(await take(by, orderId)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await take(prepared.people.auditor, orderId)).body.code).toBe('not-your-role');
    await lift(judge, orderId);
    expect((await take(counsel, orderId)).status).toBe(404);
  });

  it('leaves out what was erased; of nothing that is left there is none', async () => {
    const { orderId } = (await order(judge)).body;
    const pk = personPartition(prepared.caseId, prepared.witness);
    const erase = (kept: readonly string[]) => {
      for (const [name, item] of store.items)
        if (item.pk === pk && item.sk.startsWith('consent#')) {
          const had = Object.entries((item['disclosures'] ?? {}) as Record<string, string>);
          const disclosures = Object.fromEntries(had.filter(([field]) => kept.includes(field)));
          store.items.set(name, { ...item, disclosures });
        }
    };
    erase(['takePart']);
    const left = JSON.parse((await take(counsel, orderId)).body.file as string) as { disclosures: string[] };
    expect(left.disclosures).toHaveLength(1);
    erase([]);
    expect((await take(counsel, orderId)).body.code).toBe('nothing-to-decide');
  });
});
