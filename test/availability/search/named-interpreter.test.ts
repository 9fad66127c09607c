import { beforeEach, describe, expect, it } from 'vitest';
import { putProfile, usualProfile } from '../../../functions/directory/port/working-time-store.ts';
import type { InterpreterProfile } from '../../../functions/directory/port/working-time.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { pageOf, setDuty } from '../../support/calendars.ts';
import { actorOf, ask, enterPerson, type Told } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { search, usualSearch } from '../../support/search.ts';
import { act, book, bookWith, bookingOf, inFull } from '../../support/session-verbs.ts';

let store: Store;
let prepared: PreparedCase;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

describe('an interpreter who is named', () => {
  const named = (more: object = {}) => ({
    ...usualSearch(prepared),
    participants: [{ key: 'interpreter', personId: prepared.people.interpreter.personId, ...more }],
  });
  const declare = (more: Partial<InterpreterProfile>, before = 0) =>
    store.write([
      putProfile(
        prepared.people.interpreter.personId,
        { ...(usualProfile(prepared.people.interpreter) as InterpreterProfile), ...more },
        before,
      ),
    ]);
  const said = ({ status, body }: Told) => [status, body.code, body.facts];

  it.each([
    ['the case', () => ({ cases: [prepared.caseId as never], countries: [] })],
    ['the requesting State', () => ({ cases: [], countries: ['TH' as const] })],
    ['the host State', () => ({ cases: [], countries: ['MM' as const] })],
  ])(
    'and has a conflict with %s is neither searched with nor booked, moved or put into a seat',
    async (_, conflicts) => {
      const { prosecutor } = prepared.people;
      const other = await enterPerson(store, 'interpreter');
      const { sessionId } = (await book(prepared, '2027-03-08T12:00')).body as { sessionId: string };
      await declare({ conflicts: conflicts() });
      expect(said(await search(prepared, named()))).toEqual([
        422,
        'conflict-declared',
        { key: 'interpreter' },
      ]);
      const refused = [422, 'conflict-declared', { seat: 'interpreter' }];
      expect(said(await book(prepared, '2027-03-09T12:00'))).toEqual(refused);
      const thought = inFull(prepared, bookingOf(prepared, '2027-03-09T12:00'));
      const preview = await ask(
        prepared.app,
        actorOf(prosecutor),
        'POST',
        '/api/availability/preview',
        thought,
      );
      expect(said(preview)).toEqual(refused);
      const move = { local: '2027-03-10T12:00', zone: 'Asia/Bangkok' };
      expect(said(await act(prepared, sessionId, 'move', move))).toEqual(refused);
      const replace = (personId: string) =>
        act(
          prepared,
          sessionId,
          'replacements',
          { seat: 'interpreter', ids: [personId], reason: 'conflict-of-interest' },
          { by: prosecutor },
        );
      expect((await replace(other.personId)).status).toBe(201);
      expect((await act(prepared, sessionId, 'move', move)).status).toBe(201);
      expect(said(await replace(prepared.people.interpreter.personId))).toEqual(refused);
    },
  );

  it('is warned of where the languages are others or nobody vetted lately, if the search was told', async () => {
    const warnings = async (interprets?: object) => {
      const told = await search(prepared, named(interprets === undefined ? {} : { interprets }));
      return told.body.slots[0].seats[0].warnings as string[];
    };
    const lacks = ['other-languages', 'not-vetted'];
    const told = async (interprets?: object) =>
      (await warnings(interprets)).filter((each) => lacks.includes(each));
    expect(await told()).toEqual([]);
    expect(await told({ between: ['my', 'th'] })).toEqual(['not-vetted']);
    expect(await told({ between: ['my', 'km'] })).toEqual(lacks);
    await declare({ vettedOn: '2026-05-01' });
    expect(await told({ between: ['my', 'th'] })).toEqual([]);
    expect(await told({ between: ['my', 'th'], vettedSince: '2026-05-01' })).toEqual([]);
    expect(await told({ between: ['my', 'th'], vettedSince: '2026-05-02' })).toEqual(['not-vetted']);
  });

  it('is warned of where one alone works too long, in the mode that was told', async () => {
    const needs = async (minutes: number, interprets?: object) => {
      const body = named(interprets === undefined ? {} : { interprets });
      const told = await search(prepared, { ...body, segments: [{ kind: 'main', at: 0, minutes }] });
      return told.body.slots[0].seats[0].needs as string[];
    };
    expect(await needs(60)).toEqual([]);
    expect(await needs(65)).toEqual(['alone-too-long']);
    expect(await needs(35, { between: ['my', 'th'], mode: 'simultaneous' })).toEqual(['alone-too-long']);
  });

  it('works a begun minute whole, as booking counts too', async () => {
    const { interpreter } = prepared.people;
    await setDuty(store, interpreter, { dayMinutes: 120, changeover: 0 });
    const { sessionId } = (await book(prepared, '2027-03-19T12:00')).body as { sessionId: string };
    const half = (hour: string) => ({
      start: `2027-03-08T${hour}:00:30.000Z`,
      end: `2027-03-08T${hour}:30:30.000Z`,
      sessionId,
    });
    await store.write([pageOf(interpreter, [half('02'), half('03')])]);
    // Twice half an hour takes 31 begun minutes each; with these, 60 more would be 122.
    const monday = {
      ...usualSearch(prepared),
      earliest: '2027-03-08T04:00:00Z',
      latest: '2027-03-08T06:00:00Z',
    };
    const ask1 = (minutes: number) =>
      search(prepared, {
        ...monday,
        segments: [{ kind: 'main', at: 0, minutes }],
        participants: [{ key: 'interpreter', personId: interpreter.personId }],
      });
    expect((await ask1(60)).body.slots).toEqual([]);
    expect((await ask1(55)).body.slots).not.toEqual([]);
    const booked = async (minutes: number) =>
      (await bookWith(prepared, '2027-03-08T12:00', { minutes })).body.code as string | undefined;
    expect(await booked(60)).toBe('duty-limit');
    expect(await booked(55)).toBeUndefined();
  });
});
