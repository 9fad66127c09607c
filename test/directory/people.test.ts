import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import { staffRoles } from '../../functions/shared/access/roles.ts';
import { disablePerson, setKeepers } from '../../functions/directory/store.ts';
import { enterPerson } from '../support/in-process.ts';
import { directoryOffice, type DirectoryOffice } from './office.ts';

/** People as officers see them, on the store in memory. */

let office: DirectoryOffice;
beforeEach(async () => {
  office = await directoryOffice();
});

describe('people', () => {
  it('are listed by agency and label, and where somebody protected is stays unsaid', async () => {
    const { people } = await office.read(office.clerk, 'people?role=support-officer');
    const rows = people as { personId: string; label: string; zone?: string }[];
    expect(rows.map(({ label }) => label)).toEqual(rows.map(({ label }) => label).toSorted());
    const zoneOf = ({ personId }: Person) => rows.find((row) => row.personId === personId)?.zone;
    expect(zoneOf(office.supporter)).toBeUndefined();
    expect((await office.read(office.outside, 'people?role=clerk')).people).toMatchObject([
      { zone: 'Asia/Bangkok' },
    ]);
    expect((await office.read(office.clerk, 'people?role=interpreter')).people).toMatchObject([
      { languages: ['my', 'th'] },
    ]);
  });

  it('whose calendars one keeps are those of the own agency and of one that says so, but nobody protected', async () => {
    const second = await enterPerson(office.store, 'clerk');
    const kept = async (by: Person) =>
      ((await office.read(by, 'kept')).people as { personId: string }[])
        .map(({ personId }) => personId)
        .toSorted();
    expect(await kept(office.clerk)).toEqual([office.interpreter.personId, second.personId].toSorted());
    expect(await kept(office.supporter)).toEqual([office.outside.personId]);
    await office.store.write([setKeepers(office.interpreter.agencyId, [])]);
    expect(await kept(office.clerk)).toEqual([second.personId]);
    await office.store.write(disablePerson(second));
    expect(await kept(office.clerk)).toEqual([]);
  });

  it('are told which agencies they keep', async () => {
    const agencies = (await office.read(office.clerk, 'kept')).agencies as { agencyId: string }[];
    expect(agencies.map(({ agencyId }) => agencyId).toSorted()).toEqual(
      [office.clerk.agencyId, office.interpreter.agencyId].toSorted(),
    );
    expect((await office.read(office.outside, 'kept')).agencies).toEqual([
      { agencyId: office.outside.agencyId, name: office.outside.agencyName, country: 'MM' },
    ]);
  });
});

it.each(staffRoles)('a %s keeps their own calendar, and that is entered', async (role) => {
  const person = await enterPerson(office.store, role);
  const { version, calendar } = await office.read(person, 'me/calendar');
  const said = { version, calendar: { ...calendar, notice: 60 } };
  expect((await office.request(person, 'POST', 'me/calendar', said)).body).toEqual({ version: 1 });
  expect((await office.logOf(person)).at(-1)).toMatchObject({ action: 'calendar.changed', actor: { role } });
});
