import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import { enterPerson } from '../support/in-process.ts';
import { now } from '../support/prepared-case.ts';
import { directoryOffice, type DirectoryOffice } from './office.ts';

/** Holidays and who corrects them, on the store in memory. */

let office: DirectoryOffice;
beforeEach(async () => {
  office = await directoryOffice();
});

describe('holidays', () => {
  const correct = (by: Person, change: object = {}) =>
    office.request(by, 'POST', 'holidays', {
      country: 'TH',
      year: 2027,
      version: 0,
      day: '2027-06-17',
      kind: 'holiday',
      name: 'Day of mourning',
      ...change,
    });
  const year = (by: Person, country = 'TH') => office.read(by, `holidays?country=${country}&year=2027`);

  it('are those shipped, with what was corrected, when and by whom', async () => {
    const before = await year(office.clerk);
    expect([before.version, before.history, before.shipped]).toEqual([0, [], true]);
    expect((await correct(office.clerk)).body).toEqual({ version: 1 });
    const after = await year(office.clerk);
    expect(after.holidays).toHaveLength((before.holidays as object[]).length + 1);
    expect(after.asShipped).toEqual(before.asShipped);
    expect(after.history).toMatchObject([
      {
        version: 1,
        day: '2027-06-17',
        kind: 'holiday',
        name: 'Day of mourning',
        at: now.toISOString(),
        role: 'clerk',
        agency: office.clerk.agencyName,
      },
    ]);
    expect((await office.logOf(office.clerk)).at(-1)).toMatchObject({
      action: 'holidays.corrected',
      subject: { kind: 'holidays', ref: 'TH-2027' },
      details: { version: 1, day: '2027-06-17', kind: 'holiday' },
    });
    expect(await office.refusalOf(() => correct(office.clerk, { day: '2027-06-18' }))).toBe(
      'changed-meanwhile',
    );
  });

  it('are corrected by officers of their country, or by any where nobody there is in the directory', async () => {
    const authority = await enterPerson(office.store, 'central-authority');
    expect(await office.refusalOf(() => correct(authority))).toBe('not-your-role');
    expect([(await year(office.clerk)).mayCorrect, (await year(authority)).mayCorrect]).toEqual([
      true,
      false,
    ]);
    expect((await year(office.clerk, 'JP')).mayCorrect).toBe(true);
    expect((await year(office.outside, 'MM')).mayCorrect).toBe(false);
    expect((await correct(authority, { country: 'JP' })).status).toBe(200);
  });
});
