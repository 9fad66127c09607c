import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import {
  workingTimeKey,
  holidaysKey,
  profileKey,
  versionKey,
} from '../../functions/directory/port/working-time-store.ts';
import type { StaffRole } from '../../functions/shared/access/roles.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { personKey } from '../../functions/directory/port/actor.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { newKey, send, type Answer, type Sent } from '../support/http.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

let stack: DeployedStack;
let home: Office;
let foreign: Office;
beforeAll(async () => {
  stack = deployedStack();
  [home, foreign] = await Promise.all([newOffice(stack), newOffice(stack)]);
});

const at = (
  method: 'GET' | 'POST',
  path: string,
  role: StaffRole,
  body?: unknown,
  more: Partial<Sent> = {},
) => send(stack.apiUrl, method, `/api/directory/${path}`, { token: home.tokens[role], body, ...more });
const get = (path: string, role: StaffRole) => at('GET', path, role);

const agencyOf = async (personId: string): Promise<string> => {
  const [item] = await storeOf(stack).get([personKey(personId)]);
  return String(item?.['agencyId']);
};
/** The entries of the log of somebody's agency. */
const logOf = async (personId: string) => entriesOf(stack, await agencyOf(personId));
const said = ({ status, body }: Answer) => ({ status, body: { ...body, request: undefined } });

const pseudonymIn = (entry: Entry | undefined): string | undefined =>
  entry !== undefined && 'pseudonym' in entry.actor ? entry.actor.pseudonym : undefined;

interface Read {
  readonly version: number;
  readonly calendar: Record<string, unknown>;
}
const read = async (path: string, role: StaffRole): Promise<Read> => (await get(path, role)).body as Read;

describe('the own calendar', () => {
  it('is the usual week at first, then what was set; each version is in the agency’s log, sealed', async () => {
    const { personId, path } = { personId: home.ids.prosecutor, path: 'me/calendar' };
    const { version, calendar } = await read(path, 'prosecutor');
    expect(version).toBe(0);
    expect(calendar).toMatchObject({ zone: 'Asia/Bangkok', country: 'TH' });
    const mine = { ...calendar, daysOff: ['2026-12-31'], notice: 60 };
    const answer = await at('POST', path, 'prosecutor', { version, calendar: mine });
    expect([answer.status, answer.body]).toEqual([200, { version: 1 }]);
    expect(await read(path, 'prosecutor')).toEqual({ version: 1, calendar: mine });

    const entry = (await logOf(personId)).findLast(({ action }) => action === 'calendar.changed');
    expect(entry).toMatchObject({
      actor: { role: 'prosecutor', pseudonym: expect.stringMatching(/^P-/) as string },
      details: { version: 1 },
    });
    expect(entry?.subject).toEqual({ kind: 'person', ref: pseudonymIn(entry) });
    expect(JSON.stringify(entry)).not.toMatch(new RegExp(`Bangkok|2026-12-31|${personId}`));
    const [kept] = await storeOf(stack).get([versionKey(workingTimeKey(personId), 1)]);
    const opened = openDisclosure(String(kept?.['disclosure']), entry?.sealed?.['calendar'] ?? '');
    expect(JSON.parse(opened?.value ?? '')).toEqual(mine);
  });

  it('that somebody else has changed is not overwritten', async () => {
    const { version, calendar } = await read('me/calendar', 'auditor');
    const set = (notice: number) =>
      at('POST', 'me/calendar', 'auditor', { version, calendar: { ...calendar, notice } });
    const answers = await Promise.all([1, 2, 3, 4].map(set));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'changed-meanwhile')).toHaveLength(3);
    expect((await read('me/calendar', 'auditor')).version).toBe(version + 1);
  });

  it('set twice with one key has one effect', async () => {
    const { version, calendar } = await read('me/calendar', 'attending-officer');
    const before = (await logOf(home.ids['attending-officer'])).length;
    const key = newKey();
    const set = () => at('POST', 'me/calendar', 'attending-officer', { version, calendar }, { key });
    const [one, other] = await Promise.all([set(), set()]);
    expect([one.status, one.body]).toEqual([200, { version: version + 1 }]);
    expect([other.status, other.body]).toEqual([one.status, one.body]);
    expect((await logOf(home.ids['attending-officer'])).length).toBe(before + 1);
  });

  it.each([
    [
      'hours that overlap',
      { weekly: [8, 9].map((hour) => ({ weekday: 1, from: `0${hour}:00`, until: '12:00' })) },
      '/calendar/weekly/1',
    ],
    ['an unknown zone', { zone: 'Asia/Rangon' }, '/calendar/zone', [422, 'unknown-zone']],
    ['an unknown country', { country: 'XX' }, '/calendar/country'],
    ['a day that is none', { daysOff: ['2027-02-29'] }, '/calendar/daysOff/0'],
    ['a day beyond the zone table', { daysOff: ['2038-01-01'] }, '/calendar/daysOff/0'],
    [
      'a block that ends before it begins',
      { blocks: [{ start: '2027-01-02T00:00:00Z', end: '2027-01-01T00:00:00Z' }] },
      '/calendar/blocks/0',
    ],
    ['a buffer that is longer than a working day', { bufferAfter: 481 }, '/calendar/bufferAfter'],
    [
      'sociable hours that go backwards',
      { sociable: { from: '20:00', until: '08:00' } },
      '/calendar/sociable',
    ],
  ])('with %s is refused, and stays', async (_, parts, pointer, told = [400, 'invalid-request']) => {
    const before = await read('me/calendar', 'clerk');
    const answer = await at('POST', 'me/calendar', 'clerk', {
      version: before.version,
      calendar: { ...before.calendar, ...parts },
    });
    expect([answer.status, answer.code]).toEqual(told);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
    expect(await read('me/calendar', 'clerk')).toEqual(before);
  });
});

describe('the calendar of somebody else', () => {
  const of = (name: keyof Office['ids'], office: Office = home) => `people/${office.ids[name]}/calendar`;

  it('is read and set by an officer of the same agency', async () => {
    const { version, calendar } = await read(of('prosecutor'), 'clerk');
    const set = await at('POST', of('prosecutor'), 'clerk', {
      version,
      calendar: { ...calendar, bufferBefore: 10 },
    });
    expect(set.body).toEqual({ version: version + 1 });
    expect((await read('me/calendar', 'prosecutor')).calendar).toMatchObject({ bufferBefore: 10 });
    const entry = (await logOf(home.ids.prosecutor)).at(-1);
    expect(entry?.actor).toMatchObject({ role: 'clerk' });
    expect(entry?.subject?.ref).toMatch(/^P-/);
  });

  it('is kept by the agencies that the own one names, in the own one’s log', async () => {
    const { version, calendar } = await read(of('interpreter'), 'central-authority');
    expect(calendar).toMatchObject({ zone: 'Australia/Sydney', country: 'AU' });
    const set = await at('POST', of('interpreter'), 'clerk', { version, calendar });
    expect(set.status).toBe(200);
    expect((await logOf(home.ids.interpreter)).at(-1)).toMatchObject({
      action: 'calendar.changed',
      actor: { role: 'clerk' },
      subject: { kind: 'person', ref: expect.stringMatching(/^I-/) as string },
    });
  });

  it('is not there for officers of other agencies, exactly like that of nobody', async () => {
    const nobody = `people/${newId(randomBytes)}/calendar`;
    const body = { version: 0, calendar: (await read('me/calendar', 'clerk')).calendar };
    for (const path of [of('attending-officer'), of('clerk', foreign), of('interpreter', foreign)]) {
      expect(said(await get(path, 'clerk'))).toEqual(said(await get(nobody, 'clerk')));
      const set = await at('POST', path, 'clerk', body);
      expect([set.status, set.code]).toEqual([404, 'not-found']);
      expect(said(set)).toEqual(said(await at('POST', nobody, 'clerk', body)));
    }
    const [untouched] = await storeOf(stack).get([workingTimeKey(home.ids['attending-officer'])]);
    expect(untouched?.['calendar']).not.toEqual(body.calendar);
  });

  it('at a protected site is her own alone, even within her agency', async () => {
    expect(await get(of('support-officer'), 'central-authority')).toMatchObject({ status: 404 });
    expect((await read('me/calendar', 'support-officer')).calendar).toMatchObject({ zone: 'Asia/Yangon' });
    expect(await get(of('support-officer'), 'support-officer')).toMatchObject({ status: 404 });
  });
});

describe('an interpreter’s profile', () => {
  const path = () => `people/${home.ids.interpreter}/profile`;
  const listed = async (): Promise<unknown> => {
    const { body } = await get('people?role=interpreter', 'clerk');
    const people = body.people as { personId: string; languages: string[] }[];
    return people.find(({ personId }) => personId === home.ids.interpreter)?.languages;
  };

  it('is set by those who keep the calendar; the list of interpreters follows', async () => {
    const { version, profile } = (await get(path(), 'clerk')).body as { version: number; profile: object };
    expect([version, await listed()]).toEqual([0, ['my', 'th']]);
    const next = {
      ...profile,
      directions: [
        { from: 'shn', to: 'th', dialect: 'Tai Mao' },
        { from: 'th', to: 'shn' },
      ],
      gender: 'woman',
      vettedOn: '2026-03-02',
      conflicts: { cases: [newId(randomBytes)], countries: ['MM'] },
    };
    const set = await at('POST', path(), 'clerk', { version, profile: next });
    expect([set.status, set.body]).toEqual([200, { version: 1 }]);
    expect((await get(path(), 'central-authority')).body).toEqual({ version: 1, profile: next });
    expect(await listed()).toEqual(['shn', 'th']);
    const entry = (await logOf(home.ids.interpreter)).at(-1);
    expect(entry?.action).toBe('interpreter.profile-changed');
    expect(JSON.stringify(entry)).not.toMatch(/shn|Tai Mao|woman|MM/);
    const [kept] = await storeOf(stack).get([versionKey(profileKey(home.ids.interpreter), 1)]);
    const opened = openDisclosure(String(kept?.['disclosure']), entry?.sealed?.['profile'] ?? '');
    expect(JSON.parse(opened?.value ?? '')).toEqual(next);
  });

  it.each([
    [
      'a language that is none',
      { directions: [{ from: 'my', to: 'qqq-nowhere' }] },
      '/profile/directions/0/to',
    ],
    ['a language into itself', { directions: [{ from: 'my', to: 'my' }] }, '/profile/directions/0'],
    ['no mode', { modes: [] }, '/profile/modes'],
    ['a vetting to come', { vettedOn: '2099-01-01' }, '/profile/vettedOn'],
  ])('with %s is refused', async (_, parts, pointer) => {
    const before = (await get(path(), 'clerk')).body as { version: number; profile: object };
    const answer = await at('POST', path(), 'clerk', {
      version: before.version,
      profile: { ...before.profile, ...parts },
    });
    expect([answer.status, answer.code]).toEqual([400, 'invalid-request']);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
    expect((await get(path(), 'clerk')).body).toEqual(before);
  });

  it('is nobody’s who does not interpret', async () => {
    expect(await get(`people/${home.ids.prosecutor}/profile`, 'clerk')).toMatchObject({ status: 404 });
  });
});

describe('a room', () => {
  const room = {
    label: 'Room 7',
    city: 'Yangon',
    country: 'MM',
    zone: 'Asia/Rangoon',
    vetted: true,
    atProtectedSite: false,
  };
  const rowOf = async (roomId: string, role: StaffRole): Promise<unknown> => {
    const { body } = await get('rooms', role);
    return (body.rooms as { roomId: string }[]).find((row) => row.roomId === roomId);
  };

  it('is added with the usual hours of its country, listed for all, changed and closed by its keepers', async () => {
    const added = await at('POST', 'rooms', 'central-authority', room);
    expect(added.status).toBe(201);
    const roomId = added.body.roomId as string;
    const row = {
      roomId,
      label: 'Room 7',
      agency: 'Agency of a test',
      vetted: true,
      city: 'Yangon',
      country: 'MM',
    };
    expect(await rowOf(roomId, 'prosecutor')).toEqual(row);
    expect(await rowOf(roomId, 'central-authority')).toEqual({ ...row, version: 1 });

    const hours = `rooms/${roomId}/calendar`;
    const { version, calendar } = await read(hours, 'central-authority');
    expect([version, calendar['zone']]).toEqual([1, 'Asia/Yangon']);
    const closed = { ...calendar, daysOff: ['2027-01-04'] };
    expect((await at('POST', hours, 'support-officer', { version, calendar: closed })).body).toEqual({
      version: 2,
    });
    expect(await get(hours, 'clerk')).toMatchObject({ status: 404 });

    const change = { version: 1, label: 'Room 8', vetted: false };
    expect(await at('POST', `rooms/${roomId}`, 'clerk', change)).toMatchObject({ status: 404 });
    expect((await at('POST', `rooms/${roomId}`, 'central-authority', change)).body).toEqual({ version: 2 });
    expect(await at('POST', `rooms/${roomId}`, 'central-authority', change)).toMatchObject({
      status: 409,
      code: 'changed-meanwhile',
    });
    expect(await rowOf(roomId, 'clerk')).toEqual({ ...row, label: 'Room 8', vetted: false });
    const actions = (await logOf(home.ids['central-authority']))
      .filter(({ subject }) => subject?.ref === roomId)
      .map(({ action }) => action);
    expect(actions).toEqual(['room.added', 'calendar.changed', 'room.changed']);
  });

  it('of a protected site is there for the officers there alone', async () => {
    const hidden = { ...room, label: 'Quiet room', atProtectedSite: true };
    const refused = await at('POST', 'rooms', 'central-authority', hidden);
    expect([refused.status, refused.code]).toEqual([403, 'not-your-role']);
    const { roomId } = (await at('POST', 'rooms', 'support-officer', hidden)).body as { roomId: string };
    const row = { roomId, label: 'Quiet room', agency: 'Agency of a test', vetted: true };
    for (const role of ['prosecutor', 'clerk', 'central-authority'] as const)
      expect(await rowOf(roomId, role)).toBeUndefined();
    expect(await rowOf(roomId, 'support-officer')).toEqual({
      ...row,
      city: 'Yangon',
      country: 'MM',
      version: 1,
    });
    expect(await get(`rooms/${roomId}/calendar`, 'central-authority')).toMatchObject({ status: 404 });
    expect(await get(`rooms/${roomId}/calendar`, 'support-officer')).toMatchObject({ status: 200 });
    const entry = (await logOf(home.ids['support-officer'])).find(({ subject }) => subject?.ref === roomId);
    expect(JSON.stringify(entry)).not.toMatch(/Yangon|MM|Quiet/);
  });

  it('in an unknown zone or country is refused', async () => {
    expect(await at('POST', 'rooms', 'clerk', { ...room, zone: 'Asia/Rangon' })).toMatchObject({
      status: 422,
      code: 'unknown-zone',
      body: { facts: { nearest: ['Asia/Yangon'] } },
    });
    expect(await at('POST', 'rooms', 'clerk', { ...room, country: 'ZZ' })).toMatchObject({ status: 400 });
  });
});

describe('holidays', () => {
  // A year far off, so that no other test of the stack meets these corrections.
  const year = 2037;
  const days = (role: StaffRole = 'auditor') => get(`holidays?country=TH&year=${year}`, role);
  const correct = (role: StaffRole, body: object, more: Partial<Sent> = {}) =>
    at(
      'POST',
      'holidays',
      role,
      { country: 'TH', year, kind: 'holiday', name: 'Founding day', ...body },
      more,
    );

  it('are corrected day by day, with who and when, and in the log of the officer’s agency', async () => {
    const { version, shipped } = (await days()).body as { version: number; shipped: boolean };
    expect(shipped).toBe(false);
    const steps = [
      { day: '2037-03-02' },
      { day: '2037-03-03', kind: 'working-day', name: 'Worked instead' },
      { day: '2037-03-02', kind: 'ordinary-day', name: 'Moved' },
    ];
    for (const [index, step] of steps.entries())
      expect((await correct('clerk', { ...step, version: version + index })).body).toEqual({
        version: version + index + 1,
      });
    const after = (await days()).body as {
      version: number;
      holidays: { day: string }[];
      history: { day: string; kind: string; role: string; agency: string; by: string; at: string }[];
    };
    expect(after.version).toBe(version + 3);
    const mine = (day: string) => after.holidays.filter((given) => given.day === day);
    expect(mine('2037-03-02')).toEqual([]);
    expect(mine('2037-03-03')).toEqual([
      { country: 'TH', day: '2037-03-03', name: 'Worked instead', kind: 'working-day' },
    ]);
    const last = after.history.slice(-3);
    expect(last.map(({ day, kind }) => [day, kind])).toEqual([
      ['2037-03-02', 'holiday'],
      ['2037-03-03', 'working-day'],
      ['2037-03-02', 'ordinary-day'],
    ]);
    expect(
      last.every(({ role, agency, by }) => role === 'clerk' && agency !== '' && by.startsWith('C-')),
    ).toBe(true);
    expect((await logOf(home.ids.clerk)).at(-1)).toMatchObject({
      action: 'holidays.corrected',
      actor: { role: 'clerk', pseudonym: last[2]?.by },
      subject: { kind: 'holidays', ref: 'TH-2037' },
      details: { day: '2037-03-02', kind: 'ordinary-day', version: version + 3 },
    });
  });

  it('are not corrected by two at once', async () => {
    const { version } = (await days()).body as { version: number };
    const answers = await Promise.all(
      ['2037-06-01', '2037-06-02', '2037-06-03'].map((day) => correct('clerk', { day, version })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409']);
    expect((await days()).body.version).toBe(version + 1);
  });

  it('of another country are corrected by its own officers, or by any where it has none', async () => {
    const day = '2037-07-01';
    expect(await correct('central-authority', { day, version: 0 })).toMatchObject({ status: 403 });
    const [item] = await storeOf(stack).get([holidaysKey('NP', year)]);
    const version = Number(item?.['version'] ?? 0);
    const name = `Day ${newId(randomBytes)}`;
    expect(await correct('clerk', { country: 'NP', day, version, name })).toMatchObject({ status: 200 });
  });

  it.each([
    ['a day of another year', { day: '2036-12-31' }, '/day'],
    ['a day that is none', { day: '2037-02-29' }, '/day'],
    ['a year out of reach', { year: 2038, day: '2038-01-01' }, '/year'],
    ['no name', { day: '2037-01-01', name: ' ' }, '/name'],
    ['taking away what is not there', { day: '2037-08-19', kind: 'ordinary-day' }, '/day'],
  ])('are not corrected by %s', async (_, body, pointer) => {
    const before = (await days()).body as { version: number };
    const answer = await correct('clerk', { version: before.version, ...body });
    expect([answer.status, answer.code]).toEqual([400, 'invalid-request']);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
    expect((await days()).body).toEqual(before);
  });
});
