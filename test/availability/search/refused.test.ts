import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../functions/shared/store/store.ts';
import { newId } from '../../../functions/shared/values/ids.ts';
import { pageOf } from '../../support/calendars.ts';
import { availabilityApp } from '../../../functions/availability/routes.ts';
import { contextOver, enterPerson } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { search, usualSearch } from '../../support/search.ts';

let store: Store;
let prepared: PreparedCase;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

/** An id of the right form that belongs to nothing. */
const nobody = newId(randomBytes);

// Whole searches, some of them large.
describe('what cannot be searched is refused', { timeout: 30_000 }, () => {
  const member = (key: string, role: keyof PreparedCase['people']) => ({
    key,
    personId: prepared.people[role].personId,
  });
  const main = { kind: 'main', at: 0, minutes: 60 };
  const cases: [string, () => object, string, string?][] = [
    [
      'an end before the start',
      () => ({ latest: '2027-03-07T00:00:00Z' }),
      'search-window-not-possible',
      '/latest',
    ],
    ['the past', () => ({ earliest: '2027-02-20T00:00:00Z' }), 'search-window-not-possible', '/earliest'],
    [
      'half a year and a day',
      () => ({ latest: '2027-09-05T00:00:00Z' }),
      'search-window-not-possible',
      '/latest',
    ],
    [
      'years without known clocks',
      () => ({ earliest: '2037-12-01T00:00:00Z', latest: '2038-01-20T00:00:00Z' }),
      'search-window-not-possible',
      '/latest',
    ],
    ['nobody', () => ({ participants: [] }), 'seats-not-possible', '/proposal/seats'],
    [
      'the same person twice',
      () => ({ participants: [member('one', 'clerk'), member('two', 'clerk')] }),
      'seats-not-possible',
      '/proposal/seats/0/ids/1',
    ],
    [
      'two pools of one key',
      () => ({ pools: [1, 2].map(() => ({ key: 'pool', kind: 'room' })) }),
      'seats-not-possible',
      '/pools/1/key',
    ],
    [
      'a seat that the kind has not',
      () => ({ kind: 'preparation-visit' }),
      'seats-not-possible',
      '/proposal/seats/0/seat',
    ],
    ['no parts', () => ({ segments: [] }), 'invalid-request', '/proposal/parts'],
    [
      'no main part',
      () => ({ segments: [{ ...main, kind: 'pre' }] }),
      'segments-not-possible',
      '/proposal/parts',
    ],
    [
      'parts that overlap',
      () => ({ segments: [main, { kind: 'post', at: 55, minutes: 15 }] }),
      'segments-not-possible',
      '/proposal/parts/1/at',
    ],
    [
      'parts out of order',
      () => ({ segments: [main, { kind: 'pre', at: 60, minutes: 15 }] }),
      'segments-not-possible',
      '/proposal/parts/1/kind',
    ],
    [
      'a part for nobody who is there',
      () => ({
        segments: [
          { kind: 'pre', at: 0, minutes: 15, needs: ['usher'] },
          { ...main, at: 15 },
        ],
      }),
      'invalid-request',
      '/proposal/parts/0/needs/0',
    ],
    [
      'a main part without somebody, which could not be booked',
      () => ({ segments: [{ ...main, needs: ['clerk'] }] }),
      'segments-not-possible',
      '/proposal/parts/0/needs',
    ],
    ['an unknown zone', () => ({ zone: 'Asia/Bankok' }), 'unknown-zone', '/proposal/zone'],
    [
      'an unknown language',
      () => ({ pools: [{ key: 'pool', kind: 'interpreter', between: ['my', 'xx-nowhere'] }] }),
      'invalid-request',
      '/pools/0/between/1',
    ],
    ['a grid of seven minutes', () => ({ grid: 7 }), 'invalid-request', '/grid'],
    ['a time without a zone', () => ({ earliest: '2027-03-08T09:00' }), 'invalid-request', '/earliest'],
    [
      'a person who is not there',
      () => ({ participants: [{ key: 'one', personId: nobody }] }),
      'person-not-suitable',
    ],
    [
      'a room that is not there',
      () => ({ participants: [{ key: 'one', roomId: nobody }] }),
      'person-not-suitable',
    ],
    ['a field that nobody knows', () => ({ colour: 'blue' }), 'invalid-request'],
  ];

  it.each(cases)('%s', async (_, more, code, pointer) => {
    const told = await search(prepared, { ...usualSearch(prepared), ...more() });
    expect(told.body.code).toBe(code);
    expect(told.status).toBe(code === 'invalid-request' ? 400 : 422);
    if (pointer !== undefined) expect(told.body.errors[0].pointer).toBe(pointer);
  });

  it('too many people at too many times, but not as many at fewer', async () => {
    await Promise.all(Array.from({ length: 170 }, () => enterPerson(store, 'interpreter')));
    const pools = ['one', 'two', 'three'].map((key) => ({ key, kind: 'interpreter', between: ['my', 'th'] }));
    const half = { ...usualSearch(prepared), latest: '2027-09-03T00:00:00Z', pools, most: 1 };
    const longTrial = {
      ...half,
      grid: 5,
      again: Array.from({ length: 29 }, (_, day) => (day + 1) * 1440),
      segments: ['pre', 'main', 'post'].map((kind, at) => ({ kind, at: at * 90, minutes: 60 })),
    };
    const told = await search(prepared, longTrial);
    expect([told.status, told.body.code]).toEqual([422, 'search-too-large']);
    // It is said at each field that would help.
    expect(told.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/latest',
      '/proposal/days',
      '/proposal/parts',
      '/grid',
      '/pools',
    ]);
    expect((await search(prepared, { ...half, grid: 5 })).status).toBe(200);
  });

  it('what takes too long by the clock, and says the same', async () => {
    let reads = 0;
    // Every look at the clock is an hour later.
    const running = prepared.over(store);
    const context = {
      ...contextOver(store, now),
      now: () => new Date(now.getTime() + 3_600_000 * (reads += 1)),
    };
    await Promise.all(Array.from({ length: 40 }, () => enterPerson(store, 'interpreter')));
    const pools = [{ key: 'one', kind: 'interpreter', between: ['my', 'th'], count: 4 }];
    const asked = { ...usualSearch(prepared), latest: '2027-08-30T00:00:00Z', grid: 5, pools };
    expect((await search(prepared, asked, { app: running })).status).toBe(200);
    const told = await search(prepared, asked, { app: availabilityApp(context) });
    expect([told.status, told.body.code]).toEqual([422, 'search-too-large']);
  });

  it('a second heavy question of one person while the first is worked on, and not another’s', async () => {
    await Promise.all(Array.from({ length: 60 }, () => enterPerson(store, 'interpreter')));
    const pools = [{ key: 'one', kind: 'interpreter', between: ['my', 'th'] }];
    const heavy = {
      ...usualSearch(prepared),
      latest: '2027-08-30T00:00:00Z',
      pools,
      again: Array.from({ length: 24 }, (_, day) => (day + 1) * 1440),
      segments: ['pre', 'main', 'post'].map((kind, at) => ({ kind, at: at * 90, minutes: 60 })),
    };
    expect((await search(prepared, heavy)).status).toBe(200);
    const again = await search(prepared, heavy);
    expect([again.status, again.body.code, again.body.facts]).toEqual([
      429,
      'too-many-searches',
      { seconds: 2 },
    ]);
    expect((await search(prepared, usualSearch(prepared))).status).toBe(200);
    expect((await search(prepared, heavy, { by: prepared.people.clerk })).status).toBe(200);
    const later = prepared.over(store, new Date(now.getTime() + 2000));
    expect((await search(prepared, heavy, { app: later })).status).toBe(200);
  });

  it('more than ten thousand times on one calendar', async () => {
    const taken = Array.from({ length: 10_001 }, (_, at) => ({
      start: new Date(Date.UTC(2027, 2, 8) + at * 30_000).toISOString(),
      end: new Date(Date.UTC(2027, 2, 8) + at * 30_000 + 20_000).toISOString(),
      sessionId: `session-${at}`,
    }));
    const { clerk } = prepared.people;
    await store.write([pageOf(clerk, taken)]);
    expect((await search(prepared, usualSearch(prepared))).body.code).toBe('search-too-large');
    await store.write([pageOf(clerk, taken.slice(1), { version: 2 })]);
    expect((await search(prepared, usualSearch(prepared))).status).toBe(200);
  });

  it('a case of others, exactly as one that is not there', async () => {
    const other = await prepareCase(store);
    const foreign = await search(prepared, { ...usualSearch(prepared), caseId: other.caseId });
    const missing = await search(prepared, { ...usualSearch(prepared), caseId: nobody });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect({ ...foreign.body, request: '' }).toEqual({ ...missing.body, request: '' });
  });

  it('somebody of another case, exactly as somebody who is not there', async () => {
    const other = await prepareCase(store);
    const told = (personId: string) =>
      search(prepared, { ...usualSearch(prepared), participants: [{ key: 'one', personId }] });
    const foreign = await told(other.people.clerk.personId);
    expect(foreign.body.code).toBe('person-not-suitable');
    expect({ ...foreign.body, request: '' }).toEqual({ ...(await told(nobody)).body, request: '' });
  });
});
