import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../functions/custody/port/entry.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { disablePerson } from '../../functions/directory/store.ts';
import { enterPerson, type Told } from '../support/in-process.ts';
import { directoryOffice, type DirectoryOffice } from './office.ts';

/** Calendars and profiles as officers keep them, on the store in memory. */

let office: DirectoryOffice;
beforeEach(async () => {
  office = await directoryOffice();
});

/** Of whoever acted. */
const pseudonymOf = (entry: Entry | undefined): string | undefined =>
  entry !== undefined && 'pseudonym' in entry.actor ? entry.actor.pseudonym : undefined;
const said = ({ status, body }: Told) => [status, body.code];

describe('a calendar', () => {
  const path = () => `people/${office.interpreter.personId}/calendar`;
  const set = async (by: Person, change: object, version?: number) => {
    const standing = await office.read(office.clerk, path());
    return office.request(by, 'POST', path(), {
      version: version ?? standing.version,
      calendar: { ...standing.calendar, ...change },
    });
  };

  it('is set by whoever keeps it, by the version that was read; the log says by whom and not what', async () => {
    expect((await set(office.clerk, { notice: 777 })).body).toEqual({ version: 1 });
    expect((await office.read(office.clerk, path())).calendar.notice).toBe(777);
    expect(await office.refusalOf(() => set(office.clerk, { notice: 60 }, 0))).toBe('changed-meanwhile');
    expect((await set(office.clerk, { notice: 60 })).body).toEqual({ version: 2 });
    const [first, second] = await office.logOf(office.interpreter);
    expect([first?.action, first?.details, second?.details]).toEqual([
      'calendar.changed',
      { version: 1 },
      { version: 2 },
    ]);
    // The same people under the same pseudonyms, and two different ones.
    expect(second?.actor).toEqual(first?.actor);
    expect(second?.subject).toEqual(first?.subject);
    expect(first?.subject?.ref).not.toBe(pseudonymOf(first));
    expect(JSON.stringify([first, second])).not.toContain('777');
  });

  it('of others, of somebody protected, or of one who was taken out is not there', async () => {
    expect(await office.refusalOf(() => set(office.outside, {}))).toBe('not-found');
    const others = `people/${office.supporter.personId}/calendar`;
    expect(said(await office.request(office.outside, 'GET', others))).toEqual([404, 'not-found']);
    expect((await office.request(office.supporter, 'GET', 'me/calendar')).status).toBe(200);
    await office.store.write(disablePerson(office.interpreter));
    expect(said(await office.request(office.clerk, 'GET', path()))).toEqual([404, 'not-found']);
  });

  it('of one’s own is entered as one’s own', async () => {
    const { version, calendar } = await office.read(office.clerk, 'me/calendar');
    await office.request(office.clerk, 'POST', 'me/calendar', {
      version,
      calendar: { ...calendar, notice: 5 },
    });
    const entry = (await office.logOf(office.clerk)).at(-1);
    expect(entry?.subject?.ref).toBe(pseudonymOf(entry));
  });
});

describe('an interpreter’s profile', () => {
  const path = () => `people/${office.interpreter.personId}/profile`;

  it('is what the directory says until it is set, and then the languages follow it', async () => {
    const { version, profile } = await office.read(office.clerk, path());
    expect(version).toBe(0);
    const directions = [{ ...profile.directions[0], from: 'km', to: 'en' }];
    const set = (before: number) =>
      office.request(office.clerk, 'POST', path(), { version: before, profile: { ...profile, directions } });
    expect(await office.refusalOf(() => set(1))).toBe('changed-meanwhile');
    expect((await set(0)).body).toEqual({ version: 1 });
    expect((await office.read(office.clerk, path())).profile.directions).toEqual(directions);
    expect((await office.read(office.clerk, 'people?role=interpreter')).people[0].languages).toEqual([
      'en',
      'km',
    ]);
    expect((await office.logOf(office.interpreter)).at(-1)).toMatchObject({
      action: 'interpreter.profile-changed',
      details: { version: 1 },
    });
  });

  it('is not there of somebody who does not interpret, nor for others', async () => {
    const second = await enterPerson(office.store, 'clerk');
    expect(said(await office.request(office.clerk, 'GET', `people/${second.personId}/profile`))).toEqual([
      404,
      'not-found',
    ]);
    expect(said(await office.request(office.outside, 'GET', path()))).toEqual([404, 'not-found']);
  });
});
