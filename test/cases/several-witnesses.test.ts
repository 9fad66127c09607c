import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { mostWitnesses } from '../../functions/cases/contract.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { putPage } from '../../functions/sessions/port/page-items.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { takenOn } from '../support/calendars.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { bookWith, read } from '../support/session-verbs.ts';

/** A case in which several are to be heard: each under a name of their own, with a calendar and an order of their own. */

let store: MemoryStore;
let prepared: PreparedCase;
let second: Person;
let fourth: Person;
beforeEach(async () => {
  store = memoryStore();
  second = await enterPerson(store, 'support-officer');
  fourth = await enterPerson(store, 'support-officer');
  prepared = await prepareCase(store, {}, [second, fourth]);
});

const call = (by: Person, method: 'GET' | 'POST', path: string, body?: object) =>
  ask(casesApp(contextOver(store, now)), actorOf(by), method, path, body);
const described = (change: object = {}) => ({
  protected: true,
  holder: second.personId,
  zone: 'Asia/Vientiane',
  mayKnow: [],
  ...change,
});
const name = (change: object = {}, by: Person = prepared.people.prosecutor) =>
  call(by, 'POST', `/api/cases/${prepared.caseId}/witnesses`, described(change));
const fileFor = async (by: Person) =>
  (await call(by, 'GET', `/api/cases/${prepared.caseId}`)).body.witnesses as {
    pseudonym: string;
    holder: string;
    zone?: string;
  }[];

describe('one more who is to be heard', () => {
  it('has a pseudonym of their own, and a place that is told by their own order', async () => {
    const told = await name();
    expect(told.status).toBe(201);
    const pseudonym = told.body.pseudonym as string;
    expect(pseudonym).not.toBe(prepared.witness);
    const zones = async (by: Person) =>
      Object.fromEntries((await fileFor(by)).map((each) => [each.pseudonym, each.zone]));
    expect(await zones(second)).toEqual({ [prepared.witness]: undefined, [pseudonym]: 'Asia/Vientiane' });
    expect(await zones(prepared.people['support-officer'])).toEqual({
      [prepared.witness]: 'Asia/Yangon',
      [pseudonym]: undefined,
    });
    const entries = await entriesIn(store, prepared.caseId);
    expect(entries.at(-1)).toMatchObject({
      action: 'witness.named',
      subject: { kind: 'witness', ref: pseudonym },
    });
    expect(JSON.stringify(entries.at(-1))).not.toContain('Vientiane');
  });

  it('can be heard at the hour at which another is, by others; and the other not twice', async () => {
    const { pseudonym } = (await name()).body as { pseudonym: string };
    const visit = (witness: string, holder: Person) =>
      bookWith(
        prepared,
        '2027-03-02T09:00',
        { kind: 'preparation-visit', seats: { supportOfficer: holder.personId, witness } },
        { by: holder },
      );
    const first = await visit(prepared.witness, prepared.people['support-officer']);
    const other = await visit(pseudonym, second);
    expect([first.status, other.status]).toEqual([201, 201]);
    const own = async (party: string) =>
      (await takenOn(store, `witness#${prepared.caseId}#${party}`)).map(({ sessionId }) => sessionId);
    expect(await own(prepared.witness)).toEqual([first.body.sessionId]);
    expect(await own(pseudonym)).toEqual([other.body.sessionId]);
    // The same one again, at the same hour, by another officer of the case.
    const third = await visit(pseudonym, prepared.people['support-officer']);
    expect(third.body).toMatchObject({ code: 'already-booked' });
    const others = (
      await bookWith(
        prepared,
        '2027-03-02T09:00',
        {
          kind: 'preparation-visit',
          seats: { supportOfficer: fourth.personId, witness: pseudonym },
        },
        { by: fourth },
      )
    ).body;
    expect(others).toMatchObject({ code: 'already-booked' });
    expect(JSON.stringify(others)).toContain('witness');
    // The second one's session shows nothing of the first one's place, and the other way round.
    const shown = await read(prepared, other.body.sessionId as string, second);
    const witness = (
      shown.body.seats as { seat: string; pseudonym?: string; time?: { zone: string } }[]
    ).find(({ seat }) => seat === 'witness');
    expect(witness).toMatchObject({ pseudonym, time: { zone: 'Asia/Vientiane' } });
  });

  it('is not heard twice either where the time still stands on the calendar that the case had before', async () => {
    const earlier = (await bookWith(prepared, '2027-03-09T09:30', {})).body.sessionId as string;
    const taken = [{ start: '2027-03-02T02:00:00Z', end: '2027-03-02T03:00:00Z' }];
    const page = { calendar: `witness#${prepared.caseId}`, week: '2027-02-27', version: 1 } as const;
    const stood = taken.map(({ start, end }) => ({
      start: parseInstant(start),
      end: parseInstant(end),
      sessionId: earlier,
    }));
    await store.write([putPage({ ...page, taken: stood })]);
    const told = await bookWith(prepared, '2027-03-02T09:30', {});
    expect(told.body.code).toBe('already-booked');
    expect((await bookWith(prepared, '2027-03-02T10:00', {})).status).toBe(201);
  });

  it.each<[string, () => object, string]>([
    ['a holder of another role', () => ({ holder: prepared.people.clerk.personId }), 'person-not-suitable'],
    ['a clock that nobody knows', () => ({ zone: 'Asia/Rangun' }), 'unknown-zone'],
    ['somebody outside who may know', () => ({ mayKnow: [prepared.caseId] }), 'person-not-suitable'],
  ])('is not named with %s', async (_, change, code) => {
    expect((await name(change())).body.code).toBe(code);
    expect(await fileFor(second)).toHaveLength(1);
  });

  it('is named by a prosecutor of the case alone', async () => {
    const stranger = await enterPerson(store, 'prosecutor');
    expect((await name({}, stranger)).status).toBe(404);
    expect((await name({}, prepared.people.clerk)).status).toBe(403);
  });

  it(`is the ${mostWitnesses}th at the most`, async () => {
    for (let more = 1; more < mostWitnesses; more += 1) expect((await name()).status).toBe(201);
    expect((await name()).body.code).toBe('does-not-fit');
    expect(new Set((await fileFor(second)).map(({ pseudonym }) => pseudonym)).size).toBe(mostWitnesses);
  });
});
