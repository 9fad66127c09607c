import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { DynamoDBRecord } from 'aws-lambda';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import { readings } from '../../functions/custody/port/enter-reading.ts';
import { sequenceFacts } from '../../functions/custody/port/sequence-facts.ts';
import { putRead, readsPrefix } from '../../functions/custody/reads.ts';
import { hoursIn, unusualOf, watchBrowsing } from '../../functions/custody/watch-browsing.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { everyRoute } from '../support/every-route.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book } from '../support/session-verbs.ts';
import { wholeApi } from '../support/whole-api.ts';

/** Who reads what stands in the access log before the answer leaves. */

let store: MemoryStore;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

type Asker = keyof PreparedCase['people'];
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const read = (by: Asker, path: string, at = now) =>
  ask(wholeApi(store, at), actorOf(prepared.people[by]), 'GET', path);
const sequencer = (at: Date) => ({ store, now: () => at, pause: () => Promise.resolve() });
/** What somebody else of the court read. */
const readBesides = (personId: string) =>
  store.write([
    putRead({
      agencyId: prepared.people.clerk.agencyId,
      personId,
      role: 'clerk',
      pseudonym: 'C-4K7Q',
      hour: '2027-03-01T00',
      kind: 'case',
      what: 'read',
      caseId: prepared.caseId,
    }),
  ]);
async function accessEntries(owner: string, at = minutesLater(600)) {
  await sequenceFacts(sequencer(at), accessLogId(owner), true);
  return entriesIn(store, accessLogId(owner));
}

test('every route by which somebody with an account reads says how that is entered, or stands here with the reason', () => {
  const why: Readonly<Record<string, string>> = {
    'accounts.listAgencyPeople': 'colleagues of one agency, by their administrator: no case, no witness',
    'accounts.readAccount': 'the same, one of them',
    'custody.listAgencyEntries': 'enters its readings by itself (reading.ts)',
    'custody.listCaseEntries': 'enters its readings by itself (reading.ts)',
    'custody.listEntries': 'enters its readings by itself (reading.ts)',
    'custody.readKey': 'a public key',
    'custody.sumAgencyReadings': 'sums of which none tells of a case',
    'exhibits.readShownPage': 'to whom a page is shown stands in the session’s log, for each showing',
    'exhibits.readShown': 'polled by everybody in the room; the same',
    'directory.readHolidays': 'public holidays',
    'directory.readMe': 'the reader’s own record',
    'directory.readMyWorkingTime': 'the reader’s own calendar',
    'help.listCalls': 'polled by whoever is on call; that they were called is in the case’s log',
    'help.listTechnical': 'polled by the technician and whoever runs the session, beside the open room',
    'help.readOwnCall': 'a guest’s own alarm',
    'help.readOwnTechnical': 'one’s own asking for help',
    'interpreting.readOwnDay': 'the reader’s own day, of which nothing tells of a case',
    'interpreting.sumMonth': 'sums of one agency’s own interpreters, of which none tells of a case',
    'requests.readLaw': 'law, of no case',
    'rooms.listInvitations': 'who is asked to come, read beside the open room by whoever runs it',
    'rooms.readCompany':
      'by whoever is heard, of their own session: roles and no name; nobody with an account asks',
    'rooms.readGuestSeat': 'a guest’s own seat',
    'rooms.readRoom': 'polled by everybody in the room, whose being there is in the session’s log',
  };
  const reading = everyRoute.filter(
    ([, { route }]) => (route.method === 'GET' || route.reads === true) && route.entered === undefined,
  );
  expect(reading.map(([name]) => name).toSorted()).toEqual(Object.keys(why).toSorted());
});

describe('a reading', () => {
  it('is entered under the pseudonym of the case, once an hour, and again in the next', async () => {
    const { caseId, witness } = prepared;
    for (const minutes of [0, 1, 59, 60])
      expect((await read('clerk', `/api/cases/${caseId}`, minutesLater(minutes))).status).toBe(200);
    await read('judge', `/api/witnesses/${caseId}/${witness}/identity`, minutesLater(2));
    const entries = await accessEntries(caseId);
    expect(entries.map(({ action, details, subject }) => [action, details['route'], subject?.kind])).toEqual([
      ['data.read', '/api/cases/:caseId', 'case'],
      ['data.read', '/api/witnesses/:caseId/:party/identity', 'witness'],
      ['data.read', '/api/cases/:caseId', 'case'],
    ]);
    expect(entries[0]?.actor).toMatchObject({ role: 'clerk', pseudonym: expect.stringMatching(/^C-/) });
    expect(JSON.stringify(entries)).not.toContain(prepared.people.clerk.personId);
  });

  it('of no case is entered with the agency of the reader, under a pseudonym of that log alone', async () => {
    const { people, caseId } = prepared;
    expect((await read('clerk', '/api/directory/people?role=interpreter')).status).toBe(200);
    expect((await read('clerk', '/api/cases', minutesLater(1))).status).toBe(200);
    const entries = await accessEntries(people.clerk.agencyId);
    expect(entries.map(({ details, subject }) => [details['kind'], subject?.kind])).toEqual([
      ['search', 'agency'],
      ['case', 'agency'],
    ]);
    await read('clerk', `/api/cases/${caseId}`);
    const [inCase] = await accessEntries(caseId);
    expect(entries[0]?.actor).toEqual(entries[1]?.actor);
    expect(entries[0]?.actor).not.toEqual(inCase?.actor);
  });

  it('that is refused is none', async () => {
    expect((await read('clerk', `/api/cases/${newId(randomBytes)}`)).status).toBe(404);
    const { caseId } = prepared;
    expect([...store.items.keys()].filter((name) => name.includes(readsPrefix))).toEqual([]);
    expect(await accessEntries(caseId)).toEqual([]);
  });

  it('that cannot be entered is not shown', async () => {
    const plain = contextOver(store, now);
    const failing = { ...plain, enterReading: () => Promise.reject(new Error('no custody')) };
    const told = await ask(
      casesApp(failing),
      actorOf(prepared.people.clerk),
      'GET',
      `/api/cases/${prepared.caseId}`,
    );
    expect(told).toMatchObject({ status: 500, body: { code: 'internal-fault' } });
    expect(JSON.stringify(told.body)).not.toContain('T 1/2027');
  });

  it('by two processes at once has one place, and moves no head that somebody waits for', async () => {
    const reading = {
      actor: actorOf(prepared.people.clerk),
      kind: 'case',
      route: '/api/cases/:caseId',
      about: { caseId: prepared.caseId },
      at: now,
    } as const;
    const before = await store.get([{ table: 'custody', pk: `log#${prepared.caseId}`, sk: 'head' }]);
    const random = (length: number) => randomBytes(length);
    await Promise.all([1, 2, 3].map(() => readings(store, random)(reading)));
    expect(await accessEntries(prepared.caseId)).toHaveLength(1);
    expect(await store.get([{ table: 'custody', pk: `log#${prepared.caseId}`, sk: 'head' }])).toEqual(before);
  });

  it('is seen in full by the auditor, whose own stands there too, and by nobody else', async () => {
    const { caseId } = prepared;
    const path = `/api/custody/case-logs/${caseId}/readings`;
    expect((await read('auditor', path)).body).toEqual({
      size: 0,
      publishedSize: 0,
      entries: [],
      unusual: [],
    });
    await read('clerk', `/api/cases/${caseId}`, minutesLater(1));
    await accessEntries(caseId);
    const { entries } = (await read('auditor', path)).body;
    expect(entries.map(({ entry }: { entry: { actor: { role: string } } }) => entry.actor.role)).toEqual([
      'auditor',
      'clerk',
    ]);
    expect((await read('clerk', path)).body).toMatchObject({ code: 'not-your-role' });
  });

  it('is told the agency in sums, which name no case', async () => {
    const { caseId, people } = prepared;
    await read('clerk', `/api/cases/${caseId}`);
    await read('clerk', '/api/directory/people?role=interpreter');
    const path = `/api/custody/agency-logs/${people.clerk.agencyId}/readings`;
    const tomorrow = minutesLater(24 * 60);
    // One clerk read, and whoever knows the court knows who that is.
    expect((await read('clerk', path, tomorrow)).body).toEqual({ day: '2027-03-01', sums: [], few: true });
    for (const each of [1, 2]) await readBesides(`colleague ${each}`);
    expect((await read('clerk', path, tomorrow)).body).toEqual({
      day: '2027-03-01',
      sums: [{ role: 'clerk', people: 3, cases: 1, readings: 3, searches: 1 }],
      few: false,
    });
    // A day that goes on is not summed: its sum would grow by one reading at a time.
    expect(await read('clerk', path)).toMatchObject({ status: 200, body: { day: '2027-02-28', sums: [] } });
    expect((await read('clerk', `${path}?day=2027-03-01`)).body).toMatchObject({ code: 'does-not-fit' });
  });
});

describe('the access log of a session', () => {
  it('is the auditor’s: who read its log and who took it away', async () => {
    const { sessionId } = (await book(prepared, '2027-03-02T09:00')).body;
    const path = `/api/custody/logs/${sessionId}/readings`;
    expect((await read('auditor', path)).body).toMatchObject({ size: 0, entries: [], unusual: [] });
    await read('prosecutor', `/api/custody/logs/${sessionId}/entries`);
    const { entries } = (await read('auditor', path, minutesLater(1))).body;
    expect(entries).toMatchObject([{ entry: { action: 'log.read', actor: { role: 'prosecutor' } } }]);
    expect((await read('prosecutor', path)).body).toMatchObject({ code: 'not-your-role' });
    // That the auditor looked stands in the access log of the case.
    expect((await accessEntries(prepared.caseId)).map(({ details }) => details['route'])).toContain(
      '/api/custody/logs/:sessionId/readings',
    );
  });

  it('is not there for the auditor of another case, as one that is not there', async () => {
    const { sessionId } = (await book(prepared, '2027-03-02T09:00')).body;
    const other = actorOf(await enterPerson(store, 'auditor'));
    const bare = async (id: string) => {
      const told = await ask(wholeApi(store, now), other, 'GET', `/api/custody/logs/${id}/readings`);
      return { status: told.status, code: told.body.code };
    };
    expect(await bare(sessionId as string)).toEqual({ status: 404, code: 'not-found' });
    expect(await bare(newId(randomBytes))).toEqual(await bare(sessionId as string));
  });
});

describe('the access log of an agency', () => {
  it('is for the auditor who works there, and for no other', async () => {
    const { clerk, auditor } = prepared.people;
    await read('clerk', '/api/directory/people?role=interpreter');
    await accessEntries(clerk.agencyId);
    const path = `/api/custody/agency-logs/${clerk.agencyId}/access`;
    const own = await enterPerson(store, 'auditor', { agencyId: clerk.agencyId });
    const by = (person: Person) => ask(wholeApi(store, now), actorOf(person), 'GET', path);
    expect((await by(own)).body.entries).toMatchObject([
      { entry: { action: 'data.read', actor: { role: 'clerk' }, details: { kind: 'search' } } },
    ]);
    expect(await by(auditor)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await by(clerk)).body).toMatchObject({ code: 'not-your-role' });
    // Reading it is entered with the reader's own agency, which is this one.
    expect((await accessEntries(clerk.agencyId)).at(-1)).toMatchObject({ actor: { role: 'auditor' } });
  });
});

describe('unusual browsing', () => {
  const hour = '2027-03-01T00';
  const record = (sk: string, agencyId: string): DynamoDBRecord => ({
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: { S: `${readsPrefix}${agencyId}#2027-03-01` }, sk: { S: sk } } },
  });

  it('is told once in the access log of each case, to its auditor', async () => {
    const { agencyId, personId } = prepared.people.clerk;
    const cases = [prepared.caseId, ...Array.from({ length: 11 }, () => newId(randomBytes))];
    await store.write(
      cases.map((caseId) =>
        putRead({
          agencyId,
          personId,
          role: 'clerk',
          pseudonym: 'C-4K7Q',
          hour,
          kind: 'case',
          what: 'read',
          caseId,
        }),
      ),
    );
    const hours = hoursIn([
      record(`${personId}#${hour}#a`, agencyId),
      record(`${personId}#${hour}#b`, agencyId),
    ]);
    expect(hours).toEqual([{ agencyId, personId, hour }]);
    for (let time = 0; time < 2; time += 1) await watchBrowsing(store, () => now, hours);
    expect(await unusualOf(store, prepared.caseId)).toEqual([
      { at: now.toISOString(), role: 'clerk', pseudonym: 'C-4K7Q', rule: 'many-cases', count: 12, before: 0 },
    ]);
    const entries = await accessEntries(prepared.caseId);
    expect(entries.map(({ action, subject }) => [action, subject?.ref])).toEqual([
      ['reading.unusual', 'clerk C-4K7Q'],
    ]);
  });
});
