import { beforeEach, describe, expect, it } from 'vitest';
import type { FactsOf } from '../../../functions/shared/refusals.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { enterPerson, type Told } from '../../support/in-process.ts';
import { calendarIdOf, setWorkingTime, spansOn, takenOn } from '../../support/calendars.ts';
import { entriesIn, logSize } from '../../support/log-entries.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, bookWith, bookingOf, read } from '../../support/session-verbs.ts';

/** What can be booked, on the store in memory; the clock stands at 1 March 2027, a Monday, 07:00 in Bangkok. */

let store: Store;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

const said = ({ status, body }: Told) => [status, body.code, body.facts];

describe('what a calendar says', () => {
  const overriding = (...what: string[]) => ({
    overrides: what.map((each) => ({ what: each, reason: 'time-limit-of-the-law' })),
  });

  it('binds once somebody has set it; until then it is a guess', async () => {
    expect((await book(prepared, '2027-03-02T22:00')).status).toBe(201);
    await setWorkingTime(store, prepared.people.clerk, {});
    const told = await book(prepared, '2027-03-03T22:00');
    expect(said(told)).toEqual([
      409,
      'override-needed',
      {
        needs: [
          { what: 'outside-hours', seat: 'clerk' },
          { what: 'unsociable', seat: 'clerk' },
        ],
      },
    ]);
  });

  it('can be set aside for a reason, which stands in the log without saying for whom', async () => {
    await setWorkingTime(store, prepared.people.clerk, { notice: 3 * 24 * 60 });
    const half = await bookWith(prepared, '2027-03-03T22:00', overriding('unsociable', 'short-notice'));
    expect(said(half)).toEqual([
      409,
      'override-needed',
      { needs: [{ what: 'outside-hours', seat: 'clerk' }] },
    ]);
    const told = await bookWith(
      prepared,
      '2027-03-03T22:00',
      overriding('unsociable', 'short-notice', 'outside-hours', 'holiday'),
    );
    expect(told.status).toBe(201);
    const [entry] = await entriesIn(store, told.body.sessionId as string);
    expect(entry?.details['overrides']).toEqual([
      'short-notice: time-limit-of-the-law',
      'outside-hours: time-limit-of-the-law',
      'unsociable: time-limit-of-the-law',
    ]);
  });

  it('knows holidays of the country, as shipped', async () => {
    await setWorkingTime(store, prepared.people.clerk, {});
    // Songkran.
    const told = await book(prepared, '2027-04-14T09:00');
    expect(said(told)).toEqual([409, 'override-needed', { needs: [{ what: 'holiday', seat: 'clerk' }] }]);
    expect((await bookWith(prepared, '2027-04-14T09:00', overriding('holiday'))).status).toBe(201);
  });

  it('lets a member of the court be in two places for a reason, but never her or her interpreter', async () => {
    const { clerk, prosecutor } = prepared.people;
    const second = await enterPerson(store, 'support-officer');
    prepared = await prepareCase(store, { clerk, prosecutor }, [second]);
    const other = await prepareCase(store, { clerk, prosecutor });
    expect((await book(prepared, '2027-03-02T09:00')).status).toBe(201);
    const plain = await book(other, '2027-03-02T09:30');
    expect([plain.body.code, plain.body.facts.seat]).toEqual(['already-booked', 'prosecutor']);
    const told = await bookWith(other, '2027-03-02T09:30', overriding('clash'));
    expect(told.status).toBe(201);
    expect(await takenOn(store, calendarIdOf(clerk))).toHaveLength(2);
    // What helps is told with it, and only that.
    expect(plain.body.facts.needs).toEqual([
      { what: 'clash', seat: 'prosecutor' },
      { what: 'clash', seat: 'clerk' },
    ]);
    const others = { ...bookingOf(prepared, '').seats, supportOfficer: second.personId };
    const again = await bookWith(prepared, '2027-03-02T09:15', { seats: others, ...overriding('clash') });
    expect([again.body.facts.seat, again.body.facts.needs]).toEqual(['witness', undefined]);
    const supporter = prepared.people['support-officer'];
    const seats = { supportOfficer: supporter.personId };
    const visit = { kind: 'preparation-visit', seats, ...overriding('clash') };
    const asked = await bookWith(prepared, '2027-03-02T14:00', visit, { by: supporter });
    expect([asked.status, asked.body.code]).toEqual([403, 'not-your-role']);
  });

  it('of whom nothing may be known, is told as taken and nothing more', async () => {
    const supporter = prepared.people['support-officer'];
    await setWorkingTime(store, supporter, { daysOff: ['2027-03-02'] });
    // Her hours would tell her zone, so they stand in nobody's way.
    expect((await book(prepared, '2027-03-04T22:00')).status).toBe(201);
    const told = await bookWith(prepared, '2027-03-02T09:00', overriding('clash', 'outside-hours'));
    expect([told.body.code, told.body.facts.seat, told.body.facts.needs]).toEqual([
      'already-booked',
      'support-officer',
      undefined,
    ]);
    const hers = { kind: 'preparation-visit', seats: { supportOfficer: supporter.personId } };
    const own = await bookWith(prepared, '2027-03-03T22:00', hers, { by: supporter });
    expect(own.body.facts.needs).toEqual([
      { what: 'outside-hours', seat: 'support-officer' },
      { what: 'unsociable', seat: 'support-officer' },
    ]);
  });

  it('keeps buffers from other sessions and from what its owner blocked', async () => {
    const { clerk } = prepared.people;
    const block = { start: '2027-03-02T06:00:00.000Z', end: '2027-03-02T07:00:00.000Z' };
    await setWorkingTime(store, clerk, { bufferBefore: 10, bufferAfter: 20, blocks: [block as never] });
    const other = await prepareCase(store, { clerk });
    expect((await book(prepared, '2027-03-02T09:00')).status).toBe(201);
    const seat = async (local: string) => (await book(other, local)).body.facts?.seat as string | undefined;
    expect(await seat('2027-03-02T10:19')).toBe('clerk');
    expect(await seat('2027-03-02T11:41')).toBe('clerk');
    expect(await seat('2027-03-02T14:09')).toBe('clerk');
    expect(await seat('2027-03-02T11:40')).toBeUndefined();
    expect(await seat('2027-03-02T14:10')).toBeUndefined();
  });
});

describe('a hold', () => {
  const at = (time: string) => prepared.over(store, new Date(time));

  it('keeps the time for a while, and then is as if it had never been', async () => {
    const told = await bookWith(prepared, '2027-03-02T09:00', { holdMinutes: 60 });
    const { sessionId, heldUntil } = told.body as Record<string, string>;
    expect(heldUntil).toBe('2027-03-01T01:00:00.000Z');
    const seen = await read(prepared, sessionId ?? '');
    expect([seen.body.status, seen.body.heldUntil]).toEqual(['held', heldUntil]);
    expect((await book(prepared, '2027-03-02T09:30')).body.code).toBe('already-booked');
    const later = at('2027-03-01T01:00:00.000Z');
    expect((await book(prepared, '2027-03-02T09:30', later)).status).toBe(201);
    expect(await spansOn(store, calendarIdOf(prepared.people.clerk))).toEqual(['03-02T02:30 03:30']);
    const confirmed = await act(prepared, sessionId ?? '', 'confirmation', {}, { app: later });
    expect([confirmed.status, confirmed.body.code]).toEqual([410, 'hold-over']);
  });

  it('cannot be confirmed from the instant at which it ends, though nobody else has the time', async () => {
    const { sessionId } = (await bookWith(prepared, '2027-03-02T09:00', { holdMinutes: 60 })).body as Record<
      string,
      string
    >;
    const confirm = (time: string) => act(prepared, sessionId ?? '', 'confirmation', {}, { app: at(time) });
    expect((await confirm('2027-03-01T01:00:00.000Z')).body.code).toBe('hold-over');
    expect((await confirm('2027-03-01T00:59:59.999Z')).status).toBe(201);
  });

  it('becomes a booking when it is confirmed, and stays one', async () => {
    const { sessionId } = (await bookWith(prepared, '2027-03-02T09:00', { holdMinutes: 60 })).body as Record<
      string,
      string
    >;
    const officer = await act(
      prepared,
      sessionId ?? '',
      'attending-officer',
      { personId: prepared.people['attending-officer'].personId },
      { by: prepared.people['central-authority'] },
    );
    expect(officer.body.code).toBe('hold-not-confirmed');
    const told = await act(prepared, sessionId ?? '', 'confirmation');
    expect([told.status, told.body]).toEqual([201, { status: 'booked' }]);
    expect((await act(prepared, sessionId ?? '', 'confirmation')).body.code).toBe('changed-meanwhile');
    const late = await book(prepared, '2027-03-02T09:30', at('2027-03-01T12:00:00Z'));
    expect(late.body.code).toBe('already-booked');
    expect((await entriesIn(store, sessionId ?? '')).map(({ action }) => action)).toEqual([
      'session.held',
      'session.booked',
    ]);
  });

  it('is let go by a cancellation', async () => {
    const { sessionId } = (await bookWith(prepared, '2027-03-02T09:00', { holdMinutes: 60 })).body as Record<
      string,
      string
    >;
    expect((await act(prepared, sessionId ?? '', 'cancellation', { reason: 'other-date' })).status).toBe(201);
    expect(await spansOn(store, calendarIdOf(prepared.people.clerk))).toEqual([]);
    expect((await act(prepared, sessionId ?? '', 'confirmation')).body.code).toBe('room-ended');
    expect(await logSize(store, sessionId ?? '')).toBe(2);
  });
});

describe('who loses', () => {
  it('is told the nearest times at which everybody is free, and can book the first of them', async () => {
    const { interpreter, clerk } = prepared.people;
    const other = await prepareCase(store, { interpreter, clerk });
    expect((await book(prepared, '2027-03-02T09:00')).status).toBe(201);
    const told = await book(other, '2027-03-02T09:15');
    const { alternatives } = told.body.facts as FactsOf<'already-booked'>;
    expect(alternatives).toEqual([
      { local: '2027-03-02T10:30', offset: '+07:00' },
      { local: '2027-03-02T11:30', offset: '+07:00' },
      { local: '2027-03-01T11:30', offset: '+07:00' },
    ]);
    const { local = '', offset } = alternatives[0] ?? {};
    expect((await bookWith(other, local, { offset })).status).toBe(201);
  });
});
