import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { partyKey } from '../../functions/cases/port/parties.ts';
import { witnessKey } from '../../functions/cases/port/membership.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import type { Guest } from '../../functions/shared/access/roles.ts';
import { bookedCase } from '../support/booked-case.ts';
import { confirmed } from '../support/confirmed-interpreter.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { follow } from '../support/followed.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask, type Told } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { mediaInMemory } from '../support/media-in-memory.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { now, type PreparedCase } from '../support/prepared-case.ts';
import { wholeApi } from '../support/whole-api.ts';

/** A wish for a woman as interpreter is waived by whoever wished it, on their own page or in their own word, and by nobody else. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
let app: Hono;
const wished = { ...fullConsent, scopes: { ...fullConsent.scopes, womanInterpreter: { answer: 'yes' } } };
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
  app = wholeApi(store, now, mediaInMemory(new Set(), new Map()));
});

const officer = (verb: string, body: object) =>
  ask(
    app,
    actorOf(prepared.people['support-officer']),
    'POST',
    `/api/witnesses/${prepared.caseId}/${prepared.witness}/${verb}`,
    body,
  );
const confirm = () =>
  ask(app, actorOf(prepared.people.clerk), 'POST', `/api/interpreting/${sessionId}/assignment`, confirmed);
const guest = (role: Guest['role'], seatId: string): Guest => ({
  kind: 'guest',
  sessionId,
  seatId,
  role,
  deviceId: 'device',
});
const she = () => guest('witness', prepared.witness);
const waive = (who: Guest, key = newKey()): Promise<Told> =>
  ask(app, who, 'POST', `/api/rooms/${sessionId}/wishes`, { waived: 'womanInterpreter' }, key);
const page = async (who: Guest) => (await ask(app, who, 'GET', `/api/rooms/${sessionId}`)).body;
const doorNow = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const gate = async () => (await doorNow()).gates.interpreter;

/** A wish, and a man who is confirmed. */
async function aManWaits(): Promise<void> {
  expect((await officer('consent', wished)).status).toBe(201);
  expect((await confirm()).body.lacks).toEqual(['woman']);
}

describe('who wished for a supporter too', () => {
  it('waives that alone, as the officer enters it: the other wish stays, and each is entered by its name', async () => {
    expect((await officer('consent', wished)).status).toBe(201);
    const said = { by: 'themselves', how: 'aloud' };
    expect((await officer('wishes', { waived: 'supporter', said })).status).toBe(201);
    expect((await officer('wishes', { waived: 'supporter', said })).body.code).toBe('gate-not-needed');
    const { consent } = (
      await ask(
        app,
        actorOf(prepared.people['support-officer']),
        'GET',
        `/api/witnesses/${prepared.caseId}/${prepared.witness}`,
      )
    ).body as { consent: Record<string, unknown> };
    expect(consent).toHaveProperty('supporterWaivedAt');
    expect(consent).not.toHaveProperty('waivedAt');
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      action: 'consent.wish-waived',
      details: { wish: 'supporter', by: 'themselves', how: 'aloud' },
    });
    expect((await officer('wishes', { waived: 'womanInterpreter', said })).status).toBe(201);
  });
});

describe('who wished for a woman', () => {
  it('reads it on her own page once somebody else waits, and not before', async () => {
    expect((await officer('consent', wished)).status).toBe(201);
    expect(await page(she())).not.toHaveProperty('womanWished');
    expect((await confirm()).status).toBe(201);
    expect(await page(she())).toMatchObject({ womanWished: true });
    const interpreter = (await doorNow()).seats.find(({ seat }) => seat === 'interpreter')?.pseudonym ?? '';
    expect(await page(guest('interpreter', interpreter))).not.toHaveProperty('womanWished');
  });

  it('waives it by herself: the gate opens, and the entry is in her word, once however often it is sent', async () => {
    await aManWaits();
    const before = (await entriesIn(store, prepared.caseId)).length;
    const key = newKey();
    for (let time = 0; time < 3; time += 1)
      expect(await waive(she(), key)).toMatchObject({ status: 201, body: { gate: 'open' } });
    const entries = (await entriesIn(store, prepared.caseId)).slice(before);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: 'consent.wish-waived',
      actor: { role: 'witness', pseudonym: prepared.witness },
      authority: { kind: 'consent', ref: prepared.witness },
      details: { wish: 'womanInterpreter', by: 'themselves', how: 'on-their-page' },
    });
    // She is not asked again while the door has not followed yet.
    expect(await gate()).toBe('missing');
    expect(await page(she())).not.toHaveProperty('womanWished');
    await follow(store, prepared);
    expect(await gate()).toBe('open');
    expect(await page(she())).not.toHaveProperty('womanWished');
    expect((await waive(she())).body.code).toBe('gate-not-needed');
  });

  it('has what she said entered by the officer who holds contact, with how she said it', async () => {
    await aManWaits();
    const said = { by: 'themselves', how: 'by-sign' };
    expect((await officer('wishes', { waived: 'womanInterpreter' })).body.code).toBe('invalid-request');
    const forHer = { waived: 'womanInterpreter', said: { ...said, by: 'guardian' } };
    expect((await officer('wishes', forHer)).body).toMatchObject({
      code: 'does-not-fit',
      errors: [{ pointer: '/said/by' }],
    });
    expect((await officer('wishes', { waived: 'womanInterpreter', said })).status).toBe(201);
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      actor: { role: 'support-officer' },
      authority: { kind: 'consent', ref: prepared.witness },
      details: said,
    });
  });

  it('is spoken for by nobody else: no clerk, no prosecutor, no interpreter, no judge', async () => {
    await aManWaits();
    const before = new Map(store.items);
    const body = { waived: 'womanInterpreter', said: { by: 'themselves', how: 'aloud' } };
    for (const role of ['clerk', 'prosecutor', 'judge', 'central-authority', 'attending-officer'] as const) {
      const actor = actorOf(prepared.people[role]);
      const road = `/api/witnesses/${prepared.caseId}/${prepared.witness}/wishes`;
      expect((await ask(app, actor, 'POST', road, body)).status).toBe(403);
      const own = `/api/rooms/${sessionId}/wishes`;
      expect((await ask(app, actor, 'POST', own, { waived: 'womanInterpreter' })).status).toBe(403);
    }
    const interpreter = (await doorNow()).seats.find(({ seat }) => seat === 'interpreter')?.pseudonym ?? '';
    expect((await waive(guest('interpreter', interpreter))).status).toBe(403);
    expect(await gate()).toBe('missing');
    expect(new Map(store.items)).toEqual(before);
  });
});

describe('of a child who wished for a woman', () => {
  const guardian = () => guest('guardian', 'G-2222');
  beforeEach(async () => {
    await aManWaits();
    const { caseId, witness } = prepared;
    const { table, ...place } = partyKey(caseId, 'G-2222');
    const party = { ...place, caseId, role: 'guardian', pseudonym: 'G-2222', label: 'G', for: witness };
    const door = await doorNow();
    const seats = [...door.seats, { seat: 'guardian', pseudonym: 'G-2222' }];
    await store.write([
      { kind: 'put', table, item: party, onRefused: 'retry' },
      { kind: 'update', key: doorKey(sessionId), set: { seats }, onRefused: 'retry' },
      {
        kind: 'update',
        key: witnessKey(caseId, witness),
        set: { ofAgeOn: '2030-01-01' },
        onRefused: 'retry',
      },
    ]);
  });

  it('the guardian waives it, and is asked; the child is not, and cannot', async () => {
    expect(await page(she())).not.toHaveProperty('womanWished');
    expect((await waive(she())).body.code).toBe('guardian-needed');
    expect(await page(guardian())).toMatchObject({ womanWished: true });
    expect((await waive(guardian())).status).toBe(201);
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      actor: { role: 'guardian', pseudonym: 'G-2222' },
      subject: { kind: 'witness', ref: prepared.witness },
      details: { by: 'guardian', how: 'on-their-page' },
    });
  });

  it('the officer enters the guardian’s word, and not the child’s alone', async () => {
    const say = (by: string) => officer('wishes', { waived: 'womanInterpreter', said: { by, how: 'aloud' } });
    expect((await say('themselves')).body.code).toBe('guardian-needed');
    expect((await say('guardian')).status).toBe(201);
  });

  it('nobody is spoken for any more once they are of age', async () => {
    const key = witnessKey(prepared.caseId, prepared.witness);
    await store.write([{ kind: 'update', key, set: { ofAgeOn: '2027-01-01' }, onRefused: 'retry' }]);
    expect((await waive(guardian())).body.code).toBe('not-your-role');
    expect((await waive(she())).status).toBe(201);
  });
});
