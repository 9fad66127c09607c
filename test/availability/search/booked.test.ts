import { beforeEach, describe, expect, it } from 'vitest';
import { putProfile, usualProfile } from '../../../functions/directory/port/working-time-store.ts';
import type { InterpreterProfile } from '../../../functions/directory/port/working-time.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { pageOf, setDuty, setUsualWorkingTime, setWorkingTime } from '../../support/calendars.ts';
import type { Told } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { search, usualSearch } from '../../support/search.ts';
import { book, cancel } from '../../support/session-verbs.ts';

let store: Store;
let prepared: PreparedCase;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

describe('a search beside what is booked', () => {
  it('does not offer what is booked, with the buffers around it, unless that session is the one to be moved', async () => {
    await setUsualWorkingTime(prepared, 'prosecutor');
    const booked = await book(prepared, '2027-03-08T12:00');
    // Between two sessions the longer of the two buffers is enough: the same free time serves both.
    await setWorkingTime(store, prepared.people.clerk, { bufferBefore: 30, bufferAfter: 10 });
    const { sessionId } = booked.body as { sessionId: string };
    const bands = (told: Told) => told.body.bands.slice(0, 2) as unknown[];
    const day = { ...usualSearch(prepared), latest: '2027-03-09T00:00:00Z' };
    expect(bands(await search(prepared, day))).toEqual([
      { first: '2027-03-08T01:30:00.000Z', last: '2027-03-08T03:30:00.000Z' },
      { first: '2027-03-08T06:30:00.000Z', last: '2027-03-08T08:30:00.000Z' },
    ]);
    const whole = [{ first: '2027-03-08T01:30:00.000Z', last: '2027-03-08T08:30:00.000Z' }];
    expect(bands(await search(prepared, { ...day, moving: sessionId }))).toEqual(whole);
    const other = await prepareCase(store);
    const foreign = await search(
      prepared,
      { ...day, caseId: other.caseId, moving: sessionId },
      { by: other.people.prosecutor },
    );
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found' } });
    await cancel(prepared, sessionId);
    expect(bands(await search(prepared, day))).toEqual(whole);
  });

  it('offers the rest of a session that ended early', async () => {
    await setUsualWorkingTime(prepared, 'prosecutor', 'clerk');
    const { sessionId } = (await book(prepared, '2027-03-08T12:00')).body as { sessionId: string };
    // It began before the clock of this test, and was to last until one o’clock in Bangkok.
    const going = { start: '2027-02-28T23:30:00.000Z', end: '2027-03-01T06:00:00.000Z', sessionId };
    await store.write([pageOf(prepared.people.clerk, [going], { week: '2027-02-27' })]);
    const today = {
      ...usualSearch(prepared),
      earliest: '2027-03-01T00:00:00Z',
      latest: '2027-03-02T00:00:00Z',
    };
    expect((await search(prepared, today)).body.bands[0].first).toBe('2027-03-01T06:00:00.000Z');
    await store.write([
      {
        kind: 'update',
        key: { table: 'sessions', pk: `session#${sessionId}`, sk: 'door' },
        set: { status: 'ended', endedAt: '2027-02-28T23:45:00.000Z' },
        when: 'present',
        onRefused: 'not-found',
      },
    ]);
    expect((await search(prepared, today)).body.bands[0].first).toBe('2027-03-01T01:30:00.000Z');
  });

  it('offers the days that are left of a session on several days that ended early', async () => {
    const { sessionId } = (await book(prepared, '2027-03-08T12:00')).body as { sessionId: string };
    const { clerk } = prepared.people;
    const [start, end] = ['2027-02-25T03:00:00.000Z', '2027-02-25T04:00:00.000Z'];
    // It began on a day that the search would not look at, and was to go on tomorrow.
    const tomorrow = { start: '2027-03-02T03:00:00.000Z', end: '2027-03-02T04:00:00.000Z', sessionId };
    await store.write([
      pageOf(clerk, [{ start, end, sessionId }], { week: '2027-02-20' }),
      pageOf(clerk, [tomorrow], { week: '2027-02-27' }),
    ]);
    const day = {
      ...usualSearch(prepared),
      earliest: '2027-03-02T02:00:00Z',
      latest: '2027-03-02T05:00:00Z',
    };
    const bandsNow = async () => (await search(prepared, day)).body.bands as object[];
    expect(await bandsNow()).toHaveLength(2);
    await store.write([
      {
        kind: 'update',
        key: { table: 'sessions', pk: `session#${sessionId}`, sk: 'door' },
        set: { status: 'ended', endedAt: end },
        when: 'present',
        onRefused: 'not-found',
      },
    ]);
    expect(await bandsNow()).toEqual([
      { first: '2027-03-02T02:00:00.000Z', last: '2027-03-02T04:00:00.000Z' },
    ]);
  });

  it('counts what a session that has begun took of a day, when it is to be moved', async () => {
    const { interpreter } = prepared.people;
    const { sessionId } = (await book(prepared, '2027-03-08T09:00')).body as { sessionId: string };
    // Half of it is over.
    const later = prepared.over(store, new Date('2027-03-08T02:30:00Z'));
    const day = {
      ...usualSearch(prepared),
      earliest: '2027-03-08T03:00:00Z',
      latest: '2027-03-08T12:00:00Z',
      participants: [{ key: 'interpreter', personId: interpreter.personId }],
      moving: sessionId,
    };
    const slots = async () => (await search(prepared, day, { app: later })).body.slots as object[];
    await setDuty(store, interpreter, { dayMinutes: 89, changeover: 30 });
    expect(await slots()).toEqual([]);
    const profile = usualProfile(interpreter) as InterpreterProfile;
    const duty = { ...profile.duty, dayMinutes: 90 };
    await store.write([putProfile(interpreter.personId, { ...profile, duty }, 1)]);
    expect(await slots()).not.toEqual([]);
  });
});
