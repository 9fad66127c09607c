import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../functions/shared/store/store.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { enterPerson, type Told } from '../../support/in-process.ts';
import { calendarIdOf, setDuty, setWorkingTime, spansOn } from '../../support/calendars.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { book, bookWith, read } from '../../support/session-verbs.ts';

/** What can be booked, on the store in memory; the clock stands at 1 March 2027, a Monday, 07:00 in Bangkok. */

let store: Store;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

const said = ({ status, body }: Told) => [status, body.code, body.facts];

describe('an interpreter', () => {
  it('has time between two sessions, and no reason shortens it', async () => {
    const { interpreter } = prepared.people;
    await setDuty(store, interpreter, { changeover: 45 });
    const other = await prepareCase(store, { interpreter });
    expect((await book(prepared, '2027-03-02T09:00')).status).toBe(201);
    const overrides = [
      { what: 'buffer', reason: 'other' },
      { what: 'clash', reason: 'other' },
    ];
    const soon = await bookWith(other, '2027-03-02T10:44', { overrides });
    expect(soon.body.facts).toMatchObject({ seat: 'interpreter' });
    expect((await book(other, '2027-03-02T10:45')).status).toBe(201);
  });

  it('of whom no two languages are known works by the usual limits', async () => {
    const interpreter = await enterPerson(store, 'interpreter', { languages: ['my'] });
    const of = await prepareCase(store, { interpreter });
    const overrides = [{ what: 'alone-too-long', reason: 'other' }];
    const booked = (minutes: number, more: object = {}) =>
      bookWith(of, '2027-03-02T07:00', { minutes, ...more });
    expect((await booked(361, { overrides })).body.code).toBe('duty-limit');
    expect((await booked(61)).body.facts).toEqual({
      needs: [{ what: 'alone-too-long', seat: 'interpreter' }],
    });
    expect((await booked(360, { overrides })).status).toBe(201);
  });

  it('works no longer than a day allows, by the day of where the interpreter is', async () => {
    const { interpreter } = prepared.people;
    await setDuty(store, interpreter, { dayMinutes: 120, changeover: 0, aloneConsecutive: 120 });
    // Sydney is four hours ahead of Bangkok then: its day begins at 20:00.
    expect((await book(prepared, '2027-03-02T18:30')).status).toBe(201);
    const over = await bookWith(prepared, '2027-03-02T14:00', { minutes: 61 });
    expect([over.body.code, over.body.facts.seat]).toEqual(['duty-limit', 'interpreter']);
    // Of this one, only the half hour before midnight counts.
    expect((await bookWith(prepared, '2027-03-02T19:30', { minutes: 120 })).status).toBe(201);
    expect((await bookWith(prepared, '2027-03-02T14:00', { minutes: 31 })).body.code).toBe('duty-limit');
    expect((await bookWith(prepared, '2027-03-02T14:00', { minutes: 30 })).status).toBe(201);
  });
});

describe('an interpreter alone', () => {
  const reason = { what: 'alone-too-long', reason: 'agreed-by-all' };
  const needs = [{ what: 'alone-too-long', seat: 'interpreter' }];

  it.each([
    ['consecutive unless said', {}, 60],
    ['consecutive', { mode: 'consecutive' }, 60],
    ['simultaneous', { mode: 'simultaneous' }, 30],
  ])('%s: works up to the limit, and longer only for a reason', async (_, how, most) => {
    expect((await bookWith(prepared, '2027-03-02T09:00', { ...how, minutes: most })).status).toBe(201);
    const longer = { ...how, minutes: most + 1 };
    expect(said(await bookWith(prepared, '2027-03-03T09:00', longer))).toEqual([
      409,
      'override-needed',
      { needs },
    ]);
    expect(await spansOn(store, calendarIdOf(prepared.people.interpreter))).toHaveLength(1);
    const told = await bookWith(prepared, '2027-03-03T09:00', { ...longer, overrides: [reason] });
    expect(told.status).toBe(201);
    const [entry] = await entriesIn(store, told.body.sessionId as string);
    expect(entry?.details['overrides']).toEqual(['alone-too-long: agreed-by-all']);
    expect(entry?.details['mode']).toBe((how as { mode?: string }).mode);
    expect((await read(prepared, told.body.sessionId as string)).body.mode).toBe(entry?.details['mode']);
  });

  it('has a rest where no part needs an interpreter, and none between parts that follow at once', async () => {
    const parts = (at: number) => [
      { kind: 'pre', at: 0, minutes: 20 },
      { kind: 'main', at: 20, minutes: 40 },
      { kind: 'post', at, minutes: 10 },
    ];
    const rested = { minutes: 75, segments: parts(65) };
    expect((await bookWith(prepared, '2027-03-02T09:00', rested)).status).toBe(201);
    const unrested = { minutes: 70, segments: parts(60) };
    expect(said(await bookWith(prepared, '2027-03-03T09:00', unrested)).at(-1)).toEqual({ needs });
  });

  it('is asked for like another inconvenience, together with the rest, and a reason moves no limit', async () => {
    await setWorkingTime(store, prepared.people.clerk, {});
    const late = { minutes: 90, overrides: [] };
    expect(said(await bookWith(prepared, '2027-03-03T22:00', late)).at(-1)).toEqual({
      needs: [{ what: 'outside-hours', seat: 'clerk' }, { what: 'unsociable', seat: 'clerk' }, ...needs],
    });
    expect(
      (await bookWith(prepared, '2027-03-03T09:00', { minutes: 361, overrides: [reason] })).body.code,
    ).toBe('duty-limit');
  });

  it('of whom nothing may be known, is too, since a long session tells no place', async () => {
    const hidden = await enterPerson(store, 'interpreter', { atProtectedSite: true });
    const of = await prepareCase(store, { interpreter: hidden });
    const long = { minutes: 61 };
    expect(said(await bookWith(of, '2027-03-02T09:00', long)).at(-1)).toEqual({ needs });
    expect((await bookWith(of, '2027-03-02T09:00', { ...long, overrides: [reason] })).status).toBe(201);
  });

  it('has no mode where nobody interprets', async () => {
    const visit = {
      kind: 'preparation-visit',
      mode: 'consecutive',
      seats: { supportOfficer: prepared.people['support-officer'].personId },
    };
    const told = await bookWith(prepared, '2027-03-02T09:00', visit);
    expect([told.body.code, told.body.errors?.[0]?.pointer]).toEqual(['seats-not-possible', '/mode']);
  });
});

describe('a session in which nobody interprets', () => {
  const seats = () => ({
    clerk: prepared.people.clerk.personId,
    supportOfficer: prepared.people['support-officer'].personId,
  });
  const without = (more: object) => bookWith(prepared, '2027-03-02T09:00', { seats: seats(), ...more });

  it('says so, and then waits for no interpreter; the log has it', async () => {
    const told = await without({ interpreting: 'not-needed' });
    expect(told.status).toBe(201);
    const sessionId = told.body.sessionId as string;
    const { body } = await read(prepared, sessionId);
    expect((body.gates as { gate: string }[]).map(({ gate }) => gate)).not.toContain('interpreter');
    const [entry] = await entriesIn(store, sessionId);
    expect(entry?.details['interpreting']).toBe('not-needed');
  });

  it('is not booked while it does not say so, nor where it says so and somebody interprets', async () => {
    const { interpreter } = prepared.people;
    for (const more of [
      { interpreting: undefined },
      { interpreting: 'not-needed', seats: { ...seats(), interpreter: interpreter.personId } },
    ]) {
      const told = await without(more);
      expect([told.status, told.body.code, told.body.errors?.[0]?.pointer]).toEqual([
        422,
        'does-not-fit',
        '/interpreting',
      ]);
    }
    expect(await spansOn(store, calendarIdOf(prepared.people.clerk))).toEqual([]);
  });
});
