import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { joinersOf } from '../../functions/sessions/booking/chosen-people.ts';
import { doorKey, parseDoor, setGate } from '../../functions/sessions/port/door.ts';
import { longestOf } from '../../functions/availability/longest-with-team.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { usualDuty } from '../../functions/directory/port/duty.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { faultyStore, type Fault } from '../support/faulty-store.ts';
import { actorOf, ask, enterPerson, type Told } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { calendarIdOf, setDuty, takenOn } from '../support/calendars.ts';
import { entriesIn } from '../support/log-entries.ts';
import { prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { act, bookingOf, bookWith, read, inFull } from '../support/session-verbs.ts';

/** Interpreters who take turns in one session; the clock stands at 1 March 2027, 07:00 in Bangkok. */

let store: Store;
let prepared: PreparedCase;
let partner: Person;
beforeEach(async () => {
  store = memoryStore();
  [prepared, partner] = await Promise.all([prepareCase(store), enterPerson(store, 'interpreter')]);
});

const with2 = (more: object = {}, others: readonly Person[] = [partner], of = prepared) => ({
  ...more,
  seats: { ...bookingOf(of, '').seats, moreInterpreters: others.map(({ personId }) => personId) },
});
const bookTeam = (local: string, more: object = {}, others?: readonly Person[]) =>
  bookWith(prepared, local, with2(more, others));
const seatsOf = async (sessionId: unknown) =>
  parseDoor((await store.get([doorKey(String(sessionId))]))[0])
    .seats.filter(({ seat }) => seat === 'interpreter')
    .map(({ pseudonym }) => pseudonym);
const stretches = async (person: Person) => (await takenOn(store, calendarIdOf(person))).length;
const said = ({ status, body }: Told) => [status, body.code, body.errors?.[0]?.pointer];
const needs = [{ what: 'alone-too-long', seat: 'interpreter' }];

describe('a team', () => {
  it('may work as many times as there are of them what the least of them may alone', () => {
    const limit = fc.integer({ min: 5, max: 480 });
    const member = fc.record({ aloneSimultaneous: limit, aloneConsecutive: limit });
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 4 }), (team) => {
        const duties = team.map((each) => ({ ...usualDuty, ...each }));
        for (const [mode, limits] of [
          ['simultaneous', team.map(({ aloneSimultaneous }) => aloneSimultaneous)],
          ['consecutive', team.map(({ aloneConsecutive }) => aloneConsecutive)],
        ] as const)
          expect(longestOf(duties, mode)).toBe(
            (limits.toSorted((one, other) => one - other)[0] ?? 0) * team.length,
          );
      }),
    );
  });

  it('is booked as a whole, each on an own calendar and under an own pseudonym', async () => {
    const told = await bookTeam('2027-03-02T09:00', { minutes: 120 });
    expect(told.status).toBe(201);
    for (const person of [prepared.people.interpreter, partner]) expect(await stretches(person)).toBe(1);
    const names = await seatsOf(told.body.sessionId);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
    const [entry] = await entriesIn(store, told.body.sessionId as string);
    expect(entry?.details['seats']).toEqual(
      expect.arrayContaining(names.map((name) => `interpreter ${name}`)),
    );
    const { body } = await read(prepared, told.body.sessionId as string);
    const rows = (body.seats as { seat: string; pseudonym: string; label: string }[]).filter(
      ({ seat }) => seat === 'interpreter',
    );
    expect(rows.map(({ pseudonym, label }) => [pseudonym, label])).toEqual([
      [names[0], prepared.people.interpreter.label],
      [names[1], partner.label],
    ]);
    // Whoever is of the case keeps the pseudonym; the newcomer gets one that nobody has.
    const third = await enterPerson(store, 'interpreter');
    const later = await bookTeam('2027-03-03T09:00', { minutes: 60 }, [partner, third]);
    expect((await seatsOf(later.body.sessionId)).slice(0, 2)).toEqual(names);
    expect(new Set(await seatsOf(later.body.sessionId)).size).toBe(3);
  });

  it.each([
    ['consecutive', 2, 120],
    ['consecutive', 3, 180],
    ['simultaneous', 2, 60],
    ['simultaneous', 4, 120],
  ])('%s of %d works for %d minutes, and longer for a reason', async (mode, count, most) => {
    const others = [
      partner,
      await enterPerson(store, 'interpreter'),
      await enterPerson(store, 'interpreter'),
    ];
    const how = (minutes: number) => ({ mode, minutes });
    const team = others.slice(0, count - 1);
    expect((await bookTeam('2027-03-02T09:00', how(most), team)).status).toBe(201);
    expect((await bookTeam('2027-03-03T09:00', how(most + 1), team)).body.facts).toEqual({ needs });
    const overrides = [{ what: 'alone-too-long', reason: 'other' }];
    expect((await bookTeam('2027-03-03T09:00', { ...how(most + 1), overrides }, team)).status).toBe(201);
  });

  it('goes by the least of its limits', async () => {
    await setDuty(store, partner, { aloneConsecutive: 45 });
    expect((await bookTeam('2027-03-02T09:00', { minutes: 91 })).body.facts).toEqual({ needs });
    expect((await bookTeam('2027-03-02T09:00', { minutes: 90 })).status).toBe(201);
  });

  it('of whom one is taken is not booked at all', async () => {
    const other = await prepareCase(store, { interpreter: partner });
    expect((await bookWith(other, '2027-03-02T09:00', {})).status).toBe(201);
    const told = await bookTeam('2027-03-02T09:30');
    expect(told.body.code).toBe('already-booked');
    expect(told.body.facts).toMatchObject({ seat: 'interpreter', person: partner.personId });
    expect(await stretches(prepared.people.interpreter)).toBe(0);
  });

  it('is refused with somebody twice, without a first, and where nobody interprets', async () => {
    const { interpreter, clerk } = prepared.people;
    expect(said(await bookTeam('2027-03-02T09:00', {}, [interpreter]))).toEqual([
      422,
      'seats-not-possible',
      '/seats/4/ids/1',
    ]);
    expect(said(await bookTeam('2027-03-02T09:00', {}, [clerk]))[1]).toBe('seats-not-possible');
    const auditor = await bookTeam('2027-03-02T09:00', {}, [prepared.people.auditor]);
    expect([auditor.body.code, auditor.body.facts]).toEqual(['person-not-suitable', { seat: 'interpreter' }]);
    const { supportOfficer } = bookingOf(prepared, '').seats;
    const nobody = { kind: 'preparation-visit', seats: { supportOfficer } };
    const sent = inFull(prepared, { ...bookingOf(prepared, '2027-03-02T09:00'), ...nobody });
    const seats = [...(sent['seats'] as object[]), { seat: 'interpreter', ids: [] }];
    const by = actorOf(prepared.people.prosecutor);
    expect(said(await ask(prepared.app, by, 'POST', '/api/sessions', { ...sent, seats }))).toEqual([
      400,
      'invalid-request',
      '/seats/2/ids',
    ]);
    const more = { moreInterpreters: [partner.personId] };
    const meeting = { kind: 'central-authority-meeting', seats: more };
    const authority = prepared.people['central-authority'];
    expect(said(await bookWith(prepared, '2027-03-02T09:00', meeting, { by: authority }))).toEqual([
      422,
      'seats-not-possible',
      '/seats/1/seat',
    ]);
    expect(await stretches(partner)).toBe(0);
  });

  it('who all come for the first time get pseudonyms that differ, also where chance gives one twice', () => {
    // A byte for each sign: twice the same four, and then others.
    let bytes = 0;
    const chance = (length: number) => new Uint8Array(length).fill((bytes += 1) > 8 ? 1 : 0);
    const chosen = [prepared.people.interpreter, partner].map((person) => ({
      seat: 'interpreter' as const,
      member: undefined,
      person,
    }));
    const pseudonyms = { caseId: prepared.caseId, version: 1, taken: [] };
    const joiners = joinersOf(prepared.caseId, chosen, pseudonyms, chance);
    expect(joiners.map(({ personId }) => personId)).toEqual(chosen.map(({ person }) => person.personId));
    expect(new Set(joiners.map(({ pseudonym }) => pseudonym)).size).toBe(2);
  });

  it('whose members join a case while another booking adds to it has pseudonyms that nobody else has', async () => {
    const [third, fourth] = await Promise.all([
      enterPerson(store, 'interpreter'),
      enterPerson(store, 'interpreter'),
    ]);
    const meanwhile = async (write: number): Promise<Fault> => {
      if (write === 1) {
        const seats = {
          ...bookingOf(prepared, '').seats,
          interpreter: third.personId,
          moreInterpreters: [fourth.personId],
        };
        expect((await bookWith(prepared, '2027-03-03T09:00', { seats })).status).toBe(201);
      }
      return 'none';
    };
    const app = prepared.over(faultyStore(store, meanwhile));
    const told = await bookWith(prepared, '2027-03-02T09:00', with2(), { app });
    expect(told.status).toBe(201);
    const [item] = await store.get([{ table: 'cases', pk: `case#${prepared.caseId}`, sk: 'pseudonyms' }]);
    const taken = item?.['taken'] as string[];
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.filter((name) => name.startsWith('I-'))).toHaveLength(4);
  });
});

describe('one of a team', () => {
  let sessionId: string;
  let names: string[];
  let third: Person;
  beforeEach(async () => {
    sessionId = (await bookTeam('2027-03-02T09:00', { minutes: 90 })).body.sessionId as string;
    names = await seatsOf(sessionId);
    third = await enterPerson(store, 'interpreter');
  });
  const replace = (more: object) =>
    act(
      prepared,
      sessionId,
      'replacements',
      { seat: 'interpreter', ids: [third.personId], reason: 'ill', ...more },
      { by: prepared.people.clerk },
    );

  it('is replaced by name; the other stays, and the gate is asked for anew', async () => {
    const before = parseDoor((await store.get([doorKey(sessionId)]))[0]);
    await store.write([setGate(before, 'interpreter', 'open')]);
    const told = await replace({ inPlaceOf: names[1] });
    expect(told.status).toBe(201);
    expect(await seatsOf(sessionId)).toEqual([names[0], told.body.pseudonym]);
    expect(names).not.toContain(told.body.pseudonym);
    expect(await stretches(partner)).toBe(0);
    for (const person of [prepared.people.interpreter, third]) expect(await stretches(person)).toBe(1);
    expect(parseDoor((await store.get([doorKey(sessionId)]))[0]).gates.interpreter).toBe('missing');
    expect((await entriesIn(store, sessionId)).at(-1)?.details).toMatchObject({
      participant: told.body.pseudonym,
      inPlaceOf: names[1],
    });
    // The first too, whom no account tells from the others.
    const fourth = await enterPerson(store, 'interpreter');
    expect((await replace({ inPlaceOf: names[0], ids: [fourth.personId] })).status).toBe(201);
    expect(await stretches(prepared.people.interpreter)).toBe(0);
    expect(await stretches(third)).toBe(1);
  });

  it('must be named, have the seat, and make room for somebody who has none', async () => {
    expect(said(await replace({}))).toEqual([422, 'does-not-fit', '/inPlaceOf']);
    expect(said(await replace({ inPlaceOf: 'I-9999' }))).toEqual([422, 'seats-not-possible', '/inPlaceOf']);
    expect(said(await replace({ inPlaceOf: names[0], ids: [partner.personId] }))).toEqual([
      422,
      'seats-not-possible',
      '/ids/0',
    ]);
    expect(await seatsOf(sessionId)).toEqual(names);
  });

  it('whose successor may work less makes it too long for both', async () => {
    await setDuty(store, third, { aloneConsecutive: 40 });
    expect((await replace({ inPlaceOf: names[0] })).body.facts).toEqual({ needs });
    await setDuty(store, partner, { aloneConsecutive: 30 });
    const fourth = await enterPerson(store, 'interpreter');
    expect((await replace({ inPlaceOf: names[0], ids: [fourth.personId] })).body.facts).toEqual({ needs });
    expect((await replace({ inPlaceOf: names[1], ids: [fourth.personId] })).status).toBe(201);
  });

  it('moves with the session, and everybody is free when it is cancelled', async () => {
    const local = { local: '2027-03-06T18:30', zone: 'Asia/Bangkok' };
    expect((await act(prepared, sessionId, 'move', local)).status).toBe(201);
    for (const person of [prepared.people.interpreter, partner])
      expect((await takenOn(store, calendarIdOf(person))).map(({ start }) => start)).toEqual([
        '2027-03-06T11:30:00.000Z',
      ]);
    expect((await act(prepared, sessionId, 'cancellation', { reason: 'other' })).status).toBe(201);
    for (const person of [prepared.people.interpreter, partner]) expect(await stretches(person)).toBe(0);
  });
});
