import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import { holidaysKey, profileKey, versionKey } from '../../functions/directory/port/working-time-store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import type { Sent } from '../support/http.ts';
import { newOffice, storeOf, type Office, type OfficeRole } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { callsTo } from './calls.ts';

let stack: DeployedStack;
let home: Office;
beforeAll(async () => {
  stack = deployedStack();
  home = await newOffice(stack);
});

const { at, get, read, logOf } = callsTo(() => ({ stack, home }));

/** What is told of a field that lacks its form; of what does not fit with the rest, something else. */
const formless = [400, 'invalid-request'];

describe('an interpreter’s profile', () => {
  const path = () => `people/${home.ids.interpreter}/profile`;
  const listed = async (): Promise<unknown> => {
    const { body } = await get(`people?role=interpreter&named=${home.mark}`, 'clerk');
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
    expect(JSON.stringify(entry)).not.toMatch(/"shn"|Tai Mao|woman|"MM"/);
    const [kept] = await storeOf(stack).get([versionKey(profileKey(home.ids.interpreter), 1)]);
    const opened = openDisclosure(String(kept?.['disclosure']), entry?.sealed?.['profile'] ?? '');
    expect(JSON.parse(opened?.value ?? '')).toEqual(next);
  });

  it.each([
    [
      'a language that is none',
      { directions: [{ from: 'my', to: 'qqq-nowhere' }] },
      '/profile/directions/0/to',
      formless,
    ],
    ['a language into itself', { directions: [{ from: 'my', to: 'my' }] }, '/profile/directions/0'],
    ['no mode', { modes: [] }, '/profile/modes', formless],
    ['a vetting to come', { vettedOn: '2099-01-01' }, '/profile/vettedOn'],
  ])('with %s is refused', async (_, parts, pointer, told = [422, 'does-not-fit']) => {
    const before = (await get(path(), 'clerk')).body as { version: number; profile: object };
    const answer = await at('POST', path(), 'clerk', {
      version: before.version,
      profile: { ...before.profile, ...parts },
    });
    expect([answer.status, answer.code]).toEqual(told);
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
  const rowOf = async (roomId: string, role: OfficeRole): Promise<unknown> => {
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
    // In quotes: a pseudonym or a digest may have the letters of a country by chance.
    expect(JSON.stringify(entry)).not.toMatch(/Yangon|"MM"|Quiet/);
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
  const days = (role: OfficeRole = 'auditor') => get(`holidays?country=TH&year=${year}`, role);
  const correct = (role: OfficeRole, body: object, more: Partial<Sent> = {}) =>
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
    ['a day that is none', { day: '2037-02-29' }, '/day', formless],
    ['a year out of reach', { year: 2038, day: '2038-01-01' }, '/year', formless],
    ['no name', { day: '2037-01-01', name: ' ' }, '/name', formless],
    ['taking away what is not there', { day: '2037-08-19', kind: 'ordinary-day' }, '/day'],
  ])('are not corrected by %s', async (_, body, pointer, told = [422, 'does-not-fit']) => {
    const before = (await days()).body as { version: number };
    const answer = await correct('clerk', { version: before.version, ...body });
    expect([answer.status, answer.code]).toEqual(told);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
    expect((await days()).body).toEqual(before);
  });
});
