import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { workingTimeKey, versionKey } from '../../functions/directory/port/working-time-store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { newKey } from '../support/http.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { callsTo, said } from './calls.ts';

let stack: DeployedStack;
let home: Office;
let foreign: Office;
beforeAll(async () => {
  stack = deployedStack();
  [home, foreign] = await Promise.all([newOffice(stack), newOffice(stack)]);
});

const { at, get, read, logOf } = callsTo(() => ({ stack, home }));

/** What is told of a field that lacks its form; of what does not fit with the rest, something else. */
const formless = [400, 'invalid-request'];

const pseudonymIn = (entry: Entry | undefined): string | undefined =>
  entry !== undefined && 'pseudonym' in entry.actor ? entry.actor.pseudonym : undefined;

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
    ['an unknown country', { country: 'XX' }, '/calendar/country', formless],
    ['a day that is none', { daysOff: ['2027-02-29'] }, '/calendar/daysOff/0', formless],
    ['a day beyond the zone table', { daysOff: ['2038-01-01'] }, '/calendar/daysOff/0'],
    [
      'a block that ends before it begins',
      { blocks: [{ start: '2027-01-02T00:00:00Z', end: '2027-01-01T00:00:00Z' }] },
      '/calendar/blocks/0',
    ],
    ['a buffer that is longer than a working day', { bufferAfter: 481 }, '/calendar/bufferAfter', formless],
    [
      'sociable hours that go backwards',
      { sociable: { from: '20:00', until: '08:00' } },
      '/calendar/sociable',
    ],
  ])('with %s is refused, and stays', async (_, parts, pointer, told = [422, 'does-not-fit']) => {
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
