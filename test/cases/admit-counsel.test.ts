import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { actorOf, ask, contextOver, enterPerson, type Told } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { admitted, nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { bookKind, bookWith, bookingOf, read } from '../support/session-verbs.ts';

/** The court admits counsel, who see their own sessions and nothing else. */

let store: MemoryStore;
let prepared: PreparedCase;
let accused: string;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  accused = await nameParty(prepared, 'accused');
});

const admit = (personId: string, whom: string, by: Person = prepared.people.judge) =>
  ask(casesApp(contextOver(store, now)), actorOf(by), 'POST', `/api/cases/${prepared.caseId}/counsel`, {
    personId,
    for: whom,
  });
const refused = ({ status, body }: Told) => [status, body.code, body.errors?.[0]?.pointer];

describe('counsel', () => {
  it('are members from then on, bound to the one whom they represent, with an entry of the case', async () => {
    const counsel = await enterPerson(store, 'defence-counsel');
    const told = await admit(counsel.personId, accused);
    expect(told.status).toBe(201);
    expect(told.body.pseudonym).toMatch(/^D-/);
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      action: 'counsel.admitted',
      actor: { role: 'judge' },
      details: { counsel: `defence-counsel ${told.body.pseudonym}`, for: accused },
    });
    const path = `/api/cases/${prepared.caseId}`;
    const app = casesApp(contextOver(store, now));
    const { body } = await ask(app, actorOf(prepared.people.clerk), 'GET', path);
    expect(body.members).toContainEqual(
      expect.objectContaining({ role: 'defence-counsel', for: accused, byName: false }),
    );
    const own = await ask(app, actorOf(counsel), 'GET', '/api/cases');
    expect(own.body.cases).toMatchObject([{ caseId: prepared.caseId, taken: false }]);
    // Of the file itself nothing: neither who else is in it, nor who is heard.
    expect((await ask(app, actorOf(counsel), 'GET', path)).status).toBe(403);
  });

  it('are admitted by the court alone, and represent whom counsel of their kind do', async () => {
    const [defence, victims] = [
      await enterPerson(store, 'defence-counsel'),
      await enterPerson(store, 'victim-counsel'),
    ];
    expect(refused(await admit(defence.personId, accused, prepared.people.prosecutor))).toEqual([
      403,
      'not-your-role',
      undefined,
    ]);
    const fault = [422, 'does-not-fit', '/for'];
    expect(refused(await admit(defence.personId, prepared.witness))).toEqual(fault);
    expect(refused(await admit(victims.personId, accused))).toEqual(fault);
    expect((await admit(victims.personId, prepared.witness)).status).toBe(201);
    expect(refused(await admit(victims.personId, prepared.witness))).toEqual([
      422,
      'does-not-fit',
      '/personId',
    ]);
  });

  it('nobody else comes in by that road', async () => {
    const suit = [422, 'person-not-suitable', undefined];
    const officer = await enterPerson(store, 'prosecutor');
    const gone = await enterPerson(store, 'defence-counsel', { disabled: true });
    expect(refused(await admit(officer.personId, accused))).toEqual(suit);
    expect(refused(await admit(gone.personId, accused))).toEqual(suit);
    expect(refused(await admit('4x7k2q9d1m3n5p8r0s6t7v2w4y', accused))).toEqual(suit);
  });
});

describe('of sessions', () => {
  it('counsel see those in which they have a seat: no gate, and nothing of what anybody does', async () => {
    const counsel = await admitted(prepared, 'defence-counsel', accused);
    const { clerk, judge, prosecutor } = prepared.people;
    const { seats } = bookingOf(prepared, '');
    const court = { ...seats, judge: judge.personId, prosecutor: prosecutor.personId };
    const body = { kind: 'testimony', seats: { ...court, 'defence-counsel': counsel.personId, accused } };
    const told = await bookWith(prepared, '2027-03-02T09:00', body, { by: clerk });
    expect(told.status).toBe(201);
    const seen = await read(prepared, told.body.sessionId as string, counsel);
    expect(seen).toMatchObject({ status: 200, body: { mySeat: 'defence-counsel', gates: [] } });
    expect(JSON.stringify(seen.body.seats)).not.toContain('label');
    const other = await bookKind(prepared, '2027-03-03T09:00', 'testimony');
    const missing = await read(prepared, '4x7k2q9d1m3n5p8r0s6t7v2w4y', counsel);
    const hidden = await read(prepared, other.body.sessionId as string, counsel);
    expect({ ...hidden.body, request: '' }).toEqual({ ...missing.body, request: '' });
    expect(hidden.status).toBe(404);
  });
});
