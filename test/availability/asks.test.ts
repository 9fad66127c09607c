import { beforeEach, describe, expect, it } from 'vitest';
import { asksWindow, mostAsks, oneMore } from '../../functions/availability/asks.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import { sequenceFacts } from '../../functions/custody/port/sequence-facts.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { addMinutes, instantOf, parseInstant } from '../../functions/shared/values/instants.ts';
import { actorOf, ask, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { search, usualSearch } from '../support/search.ts';
import { bookingOf, inFull } from '../support/session-verbs.ts';
import { wholeApi } from '../support/whole-api.ts';

/** Who asks for times, and how often, is counted before anything is looked up; that they did is entered as a reading, once. */

const at = parseInstant('2027-03-01T00:00:00.000Z');
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('one more', () => {
  const refusing = (seconds: number) =>
    expect.objectContaining({ code: 'too-many-searches', facts: { seconds } }) as Error;
  const full = { version: 7, since: at, number: mostAsks };

  it('begins a window, and is counted in it', () => {
    expect(oneMore(undefined, at)).toEqual({ version: 1, since: at, number: 1 });
    const soon = addMinutes(at, asksWindow - 1);
    expect(oneMore({ version: 1, since: at, number: 1 }, soon)).toEqual({ version: 2, since: at, number: 2 });
    expect(oneMore({ ...full, number: mostAsks - 1 }, soon)).toMatchObject({ number: mostAsks });
  });

  it('than the most is refused until the window ends, and it is said when', () => {
    expect(() => oneMore(full, at)).toThrow(refusing(asksWindow * 60));
    const late = instantOf(Date.parse(addMinutes(at, asksWindow)) - 1);
    expect(() => oneMore(full, late)).toThrow(refusing(1));
    expect(oneMore(full, addMinutes(at, asksWindow))).toEqual({
      version: 8,
      since: addMinutes(at, asksWindow),
      number: 1,
    });
  });
});

describe('in a case', () => {
  let store: MemoryStore;
  let prepared: PreparedCase;
  beforeEach(async () => {
    store = memoryStore();
    prepared = await prepareCase(store);
  });

  const searchBy = (by: Person, minutes = 0) =>
    search(prepared, usualSearch(prepared), { by, app: prepared.over(store, minutesLater(minutes)) });
  const previewBy = (by: Person) =>
    ask(
      prepared.app,
      actorOf(by),
      'POST',
      '/api/availability/preview',
      inFull(prepared, bookingOf(prepared, '2027-03-03T10:00')),
    );
  it('is entered once an hour, however often is asked, by pseudonym, in the log of who read what; not for whom', async () => {
    const { prosecutor, clerk } = prepared.people;
    const by = (person: Person, minutes: number) =>
      search(prepared, usualSearch(prepared), { by: person, app: wholeApi(store, minutesLater(minutes)) });
    for (const minutes of [0, 1, 59, 60]) expect((await by(prosecutor, minutes)).status).toBe(200);
    await by(clerk, 2);
    const logId = accessLogId(prepared.caseId);
    const later = minutesLater(600);
    await sequenceFacts({ store, now: () => later, pause: () => Promise.resolve() }, logId, true);
    const entries = await entriesIn(store, logId);
    expect(
      entries.map(({ action, actor, details }) => [action, 'role' in actor && actor.role, details['kind']]),
    ).toEqual([
      ['data.read', 'prosecutor', 'search'],
      ['data.read', 'clerk', 'search'],
      ['data.read', 'prosecutor', 'search'],
    ]);
    expect(entries[1]).toMatchObject({
      actor: { pseudonym: expect.stringMatching(/^C-/) as string },
      subject: { kind: 'case', ref: prepared.caseId },
    });
    expect(JSON.stringify(entries)).not.toContain(prosecutor.personId);
  });

  it('whoever is not of it is told that it is not there, and nothing is entered or counted', async () => {
    const stranger = await enterPerson(store, 'prosecutor');
    const before = [...store.items];
    expect((await searchBy(stranger)).status).toBe(404);
    expect((await previewBy(stranger)).status).toBe(404);
    expect([...store.items]).toEqual(before);
  });

  it('searches and previews count together, in all cases of a person, and of each person alone', async () => {
    const { prosecutor, clerk } = prepared.people;
    const key = { table: 'availability', pk: `asker#${prosecutor.personId}`, sk: 'asks' };
    const asks = { version: 1, since: at, number: mostAsks - 2 };
    await store.write([{ kind: 'put', table: key.table, item: { ...key, ...asks }, onRefused: 'retry' }]);
    expect((await searchBy(prosecutor)).status).toBe(200);
    expect((await previewBy(prosecutor)).status).toBe(200);
    const one = await searchBy(prosecutor);
    expect([one.status, one.body.code]).toEqual([429, 'too-many-searches']);
    const other = await prepareCase(store, { prosecutor });
    const elsewhere = await search(other, usualSearch(other));
    expect([elsewhere.status, elsewhere.body.facts]).toEqual([429, { seconds: asksWindow * 60 }]);
    expect((await previewBy(prosecutor)).status).toBe(429);
    expect((await searchBy(clerk)).status).toBe(200);
    expect((await searchBy(prosecutor, asksWindow)).status).toBe(200);
  });

  it('those who ask at once are all counted', async () => {
    const { prosecutor } = prepared.people;
    const told = await Promise.all(Array.from({ length: 4 }, () => searchBy(prosecutor)));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [item] = await store.get([
      { table: 'availability', pk: `asker#${prosecutor.personId}`, sk: 'asks' },
    ]);
    expect(item).toMatchObject({ number: 4 });
  });

  it('the answer says when to ask again', async () => {
    const { prosecutor } = prepared.people;
    const item = { pk: `asker#${prosecutor.personId}`, sk: 'asks', version: 1, since: at, number: mostAsks };
    await store.write([{ kind: 'put', table: 'availability', item, onRefused: 'retry' }]);
    const response = await prepared.app.request('/api/availability/preview', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-actor': JSON.stringify(actorOf(prosecutor)) },
      body: JSON.stringify(inFull(prepared, bookingOf(prepared, '2027-03-03T10:00'))),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, String(asksWindow * 60)]);
  });
});
