import { beforeEach, describe, expect, it } from 'vitest';
import { putHolidays } from '../../../functions/directory/port/working-time-store.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { enterRoom, setWorkingTime } from '../../support/calendars.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { search, usualSearch } from '../../support/search.ts';

let store: Store;
let prepared: PreparedCase;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

describe('a session on several days', () => {
  const days = (again: number[], more: object = {}) =>
    search(prepared, {
      ...usualSearch(prepared),
      participants: [{ key: 'clerk', personId: prepared.people.clerk.personId }],
      again,
      ...more,
    });

  it('needs everybody on each', async () => {
    await setWorkingTime(store, prepared.people.clerk, {
      weekly: [
        { weekday: 1, from: '09:00', until: '12:00' },
        { weekday: 2, from: '10:00', until: '11:30' },
      ],
    });
    const told = await days([1440]);
    expect(told.body.bands).toEqual([
      { first: '2027-03-08T03:00:00.000Z', last: '2027-03-08T03:30:00.000Z' },
    ]);
    // It ends on the second day.
    expect(told.body.slots[0].end).toBe('2027-03-09T04:15:00.000Z');
  });

  it('begins each day by the clock of the venue, so no clock there changes between', async () => {
    // On 4 April at three in the morning the clocks of Sydney go back: 16:00 on the day before in UTC.
    const window = { earliest: '2027-04-02T00:00:00Z', latest: '2027-04-06T00:00:00Z' };
    const told = await days([1440], { ...window, zone: 'Australia/Sydney' });
    expect(told.body.bands).toEqual([
      { first: '2027-04-02T00:00:00.000Z', last: '2027-04-02T15:45:00.000Z' },
      { first: '2027-04-03T16:00:00.000Z', last: '2027-04-04T23:00:00.000Z' },
    ]);
  });

  it('is refused where a day begins before the one before it has ended', async () => {
    const told = await days([1440, 1470]);
    expect([told.body.code, told.body.errors[0].pointer]).toEqual([
      'segments-not-possible',
      '/proposal/days/2/local',
    ]);
  });
});

describe('a room', () => {
  it('is never offered outside its hours, without its buffers or at short notice, and is the same on a holiday', async () => {
    const weekly = [{ weekday: 1, from: '09:00', until: '10:00' }];
    const roomId = await enterRoom(store, { weekly, sociable: { from: '20:00', until: '21:00' } });
    await store.write([putHolidays('TH', 2027, [{ day: '2027-03-08', kind: 'holiday', name: 'A day' }], 0)]);
    const told = await search(prepared, {
      ...usualSearch(prepared),
      participants: [{ key: 'room', roomId }],
      outsideHours: true,
      shortNotice: true,
      withoutBuffers: true,
    });
    expect(told.body.bands).toEqual([
      { first: '2027-03-08T02:00:00.000Z', last: '2027-03-08T02:00:00.000Z' },
    ]);
    expect(told.body.slots[0]).toMatchObject({ burdened: 0, seats: [{ warnings: [], needs: [] }] });
  });
});
