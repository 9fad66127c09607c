import { beforeEach, describe, expect, it } from 'vitest';
import {
  putWorkingTime,
  putHolidays,
  usualWorkingTime,
} from '../../../functions/directory/port/working-time-store.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import type { Told } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { search, usualSearch } from '../../support/search.ts';

let store: Store;
let prepared: PreparedCase;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

describe('where a protected person is', () => {
  const asked = () => ({
    ...usualSearch(prepared),
    participants: [
      { key: 'prosecutor', personId: prepared.people.prosecutor.personId },
      { key: 'witness', witness: true },
      { key: 'supporter', personId: prepared.people['support-officer'].personId },
      { key: 'officer', personId: prepared.people['attending-officer'].personId },
    ],
  });
  const seat = (told: Told, key: string) =>
    (told.body.slots[0].seats as { key: string }[]).find((each) => each.key === key);

  it('is shown to her holder, and to nobody else', async () => {
    const holder = await search(prepared, asked(), { by: prepared.people['support-officer'] });
    const other = await search(prepared, asked());
    const known = { time: { zone: 'Asia/Yangon' }, warnings: [] };
    for (const key of ['witness', 'supporter', 'officer']) expect(seat(other, key)).toEqual({ key });
    expect(JSON.stringify(other.body)).not.toMatch(/Yangon|06:30/);
    // And each of those beside her is known to the own agency.
    expect([seat(holder, 'witness'), seat(holder, 'supporter')]).toMatchObject([known, known]);
    expect(seat(holder, 'officer')).toEqual({ key: 'officer' });
  });

  it('does not show in the order of slots, in warnings or in reasons', async () => {
    // The same free hours, written down in two places of the world: nothing that is answered may differ.
    const answers = [];
    const away = { start: '2027-03-08T11:00:00.000Z', end: '2027-03-08T20:00:00.000Z' } as never;
    for (const [zone, from, until] of [
      ['Asia/Yangon', '08:00', '18:00'],
      ['Asia/Tokyo', '10:30', '20:30'],
    ] as const) {
      const hidden = prepared.people['support-officer'];
      const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, until }));
      const country = zone === 'Asia/Tokyo' ? 'JP' : 'MM';
      const holidays = zone === 'Asia/Tokyo' ? ['2027-03-09'] : [];
      await store.write([
        putWorkingTime(
          hidden.personId,
          { ...usualWorkingTime(zone, country), weekly, blocks: [away] },
          answers.length,
        ),
        ...holidays.map((day) => putHolidays('JP', 2027, [{ day, kind: 'holiday', name: 'A day' }], 0)),
      ]);
      const participants = asked().participants.filter(
        ({ key }) => key === 'prosecutor' || key === 'supporter',
      );
      const many = await search(prepared, { ...asked(), participants, outsideHours: true, rows: true });
      const none = await search(prepared, {
        ...asked(),
        participants,
        earliest: '2027-03-08T11:00:00Z',
        latest: '2027-03-08T20:00:00Z',
        outsideHours: true,
      });
      answers.push([many.body, none.body]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]?.slots.length).toBeGreaterThan(5);
    expect(answers[0]?.[1]?.nothing).toMatchObject({ binding: [{ keys: ['supporter'] }] });
    expect(JSON.stringify(answers[0]?.[1]?.nothing.changes)).not.toContain('supporter');
  });
});
