import { beforeEach, describe, expect, it } from 'vitest';
import { personKey } from '../../../functions/directory/port/actor.ts';
import { doorKey, moveDoor, parseDoor, setGate } from '../../../functions/sessions/port/door.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { bookedCase } from '../../support/booked-case.ts';
import { witnessesApp } from '../../../functions/witnesses/routes.ts';
import { follow } from '../../support/followed.ts';
import { actorOf, ask, contextOver, enterPerson, type Told } from '../../support/in-process.ts';
import { gateBodies } from '../../support/interview.ts';
import { calendarIdOf, enterRoom, everyCalendar, spansOn } from '../../support/calendars.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, bookWith } from '../../support/session-verbs.ts';

/** Changes of sessions that stand, on the store in memory; the clock stands at 1 March 2027, 07:00 in Bangkok. */

let store: Store;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
});

const zone = 'Asia/Bangkok';
const move = (local: string, more: object = {}) => act(prepared, sessionId, 'move', { local, zone, ...more });
const at = (time: string) => prepared.over(store, new Date(time));
const doorOf = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const said = ({ status, body }: Told) => [status, body.code];

describe('a cancellation that is taken back', () => {
  it('has everybody again, and what was withdrawn meanwhile', async () => {
    const holder = actorOf(prepared.people['support-officer']);
    const say = async (road: string, body: object) => {
      const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}/${road}`;
      const told = await ask(witnessesApp(contextOver(store, now)), holder, 'POST', path, body);
      await follow(store, prepared);
      return told.status;
    };
    expect(await say('consent', gateBodies.consent)).toBe(201);
    await act(prepared, sessionId, 'cancellation', { reason: 'other' });
    expect(await say('withdrawal', {})).toBe(201);
    const told = await act(prepared, sessionId, 'restoration');
    expect([told.status, told.body.status]).toEqual([201, 'booked']);
    for (const calendar of everyCalendar(prepared))
      expect(await spansOn(store, calendar)).toEqual(['03-02T02:00 03:00']);
    expect((await doorOf()).gates.consent).toBe('refused');
    expect(said(await act(prepared, sessionId, 'restoration'))).toEqual([409, 'changed-meanwhile']);
  });

  it('is refused when somebody has left since', async () => {
    await act(prepared, sessionId, 'cancellation', { reason: 'other' });
    const { clerk } = prepared.people;
    await store.write([
      { kind: 'update', key: personKey(clerk.personId), set: { disabled: true }, onRefused: 'retry' },
    ]);
    const told = await act(prepared, sessionId, 'restoration');
    expect([...said(told), told.body.facts]).toEqual([422, 'person-not-suitable', { seat: 'clerk' }]);
  });

  it('is refused when the time is somebody else’s by then, or over', async () => {
    await act(prepared, sessionId, 'cancellation', { reason: 'other' });
    const other = await prepareCase(store, { clerk: prepared.people.clerk });
    expect((await book(other, '2027-03-02T09:30')).status).toBe(201);
    const told = await act(prepared, sessionId, 'restoration');
    expect([told.body.code, told.body.facts.seat]).toEqual(['already-booked', 'clerk']);
    const late = await act(prepared, sessionId, 'restoration', {}, { app: at('2027-03-02T02:00:00Z') });
    expect(late.body.code).toBe('time-not-possible');
  });
});

describe('a hold that was let go, or has ended', () => {
  it('does not become a booking by being restored', async () => {
    const held = (await bookWith(prepared, '2027-03-03T09:00', { holdMinutes: 60 })).body.sessionId as string;
    const later = { app: at('2027-03-01T02:00:00Z') };
    const ended = (await bookWith(prepared, '2027-03-04T09:00', { holdMinutes: 60 })).body
      .sessionId as string;
    expect((await act(prepared, held, 'cancellation', { reason: 'other' })).status).toBe(201);
    expect((await act(prepared, ended, 'cancellation', { reason: 'other' }, later)).status).toBe(201);
    for (const each of [held, ended])
      expect(said(await act(prepared, each, 'restoration'))).toEqual([410, 'hold-over']);
    expect((await book(prepared, '2027-03-03T09:00')).status).toBe(201);
  });

  it('and that was confirmed before is restored as any other', async () => {
    const held = (await bookWith(prepared, '2027-03-03T09:00', { holdMinutes: 60 })).body.sessionId as string;
    expect((await act(prepared, held, 'confirmation')).status).toBe(201);
    expect((await act(prepared, held, 'cancellation', { reason: 'other' })).status).toBe(201);
    expect((await act(prepared, held, 'restoration')).body.status).toBe('booked');
  });
});

describe('somebody else in a seat', () => {
  it('has time, seat and pseudonym from one moment to the next; the one before has none of them', async () => {
    await store.write([setGate(await doorOf(), 'interpreter', 'open')]);
    const second = await enterPerson(store, 'interpreter');
    const before = (await doorOf()).seats.find(({ seat }) => seat === 'interpreter')?.pseudonym;
    const told = await act(prepared, sessionId, 'replacements', {
      seat: 'interpreter',
      ids: [second.personId],
      reason: 'ill',
    });
    expect(told.status).toBe(201);
    expect(await spansOn(store, calendarIdOf(second))).toEqual(['03-02T02:00 03:00']);
    expect(await spansOn(store, calendarIdOf(prepared.people.interpreter))).toEqual([]);
    const door = await doorOf();
    const after = door.seats.find(({ seat }) => seat === 'interpreter')?.pseudonym;
    expect([after, door.gates.interpreter]).toEqual([told.body.pseudonym, 'missing']);
    expect(after).not.toBe(before);
    expect((await entriesIn(store, sessionId)).at(-1)).toMatchObject({
      action: 'participant.replaced',
      details: { seat: 'interpreter', participant: after, inPlaceOf: before, reason: 'ill' },
    });
  });

  it('must be free, suitable, and not here already', async () => {
    const { clerk, interpreter } = prepared.people;
    const second = await enterPerson(store, 'clerk');
    const replace = (personId: string, seat = 'clerk') =>
      act(prepared, sessionId, 'replacements', { seat, ids: [personId], reason: 'not-available' });
    expect(said(await replace(second.personId))).toEqual([422, 'person-not-suitable']);
    expect(said(await replace(clerk.personId))).toEqual([422, 'seats-not-possible']);
    const busy = await enterPerson(store, 'interpreter');
    const other = await prepareCase(store, { interpreter: busy });
    expect((await book(other, '2027-03-02T09:00')).status).toBe(201);
    const told = await replace(busy.personId, 'interpreter');
    expect([told.body.code, told.body.facts.seat]).toEqual(['already-booked', 'interpreter']);
    expect(await spansOn(store, calendarIdOf(interpreter))).toEqual(['03-02T02:00 03:00']);
  });
});

describe('rooms of a session', () => {
  it('move with it', async () => {
    const roomId = await enterRoom(store);
    sessionId = (await bookWith(prepared, '2027-03-03T09:00', { rooms: [roomId] })).body.sessionId as string;
    expect((await move('2027-03-04T09:00')).status).toBe(201);
    expect(await spansOn(store, `room#${roomId}`)).toEqual(['03-04T02:00 03:00']);
  });
});

describe('a session that is over', () => {
  it('does not change any more', async () => {
    await store.write([moveDoor(await doorOf(), { status: 'ended' })]);
    for (const [verb, body] of [
      ['move', { local: '2027-03-04T09:00', zone }],
      ['length', { minutes: 30 }],
      ['restoration', {}],
      ['approvals', { change: { what: 'restoration' } }],
      ['replacements', { seat: 'clerk', ids: [prepared.people.auditor.personId], reason: 'other' }],
    ] as const)
      expect(said(await act(prepared, sessionId, verb, body)), verb).toEqual([410, 'room-ended']);
  });
});
