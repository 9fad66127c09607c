import { beforeAll, describe, expect, it } from 'vitest';
import { pseudonymsKey } from '../../functions/cases/port/membership.ts';
import { doorKey, moveDoor, parseDoor } from '../../functions/sessions/port/door.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { faultyStore, firstWrite } from '../support/faulty-store.ts';
import { newKey } from '../support/http.ts';
import { enterPerson } from '../support/in-process.ts';
import { anyHour, calendarIdOf, setWorkingTime, takenOn } from '../support/calendars.ts';
import { logSize } from '../support/log-entries.ts';
import { prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { availabilityAt, book, nameOfficer } from '../support/session-verbs.ts';

const anyTime = { weekly: anyHour, sociable: { from: '00:00', until: '24:00' } };

/** Reads that are under way together are one round, however many they are. */
function countingRounds(inner: Store) {
  let [reads, writes, underWay] = [0, 0, 0];
  const reading = async <Answer>(read: () => Promise<Answer>): Promise<Answer> => {
    if (underWay === 0) reads += 1;
    underWay += 1;
    try {
      return await read();
    } finally {
      underWay -= 1;
    }
  };
  const counted: Store = {
    get: (keys) => reading(() => inner.get(keys)),
    query: (table, pk, range) => reading(() => inner.query(table, pk, range)),
    write: (changes) => {
      writes += 1;
      return inner.write(changes);
    },
  };
  return { store: counted, seen: () => ({ reads, writes }) };
}

/** A booking held between its reads and its write, while others go through. Runs wherever the tables are real. */
export function bookingSuite(open: () => Store): void {
  let store: Store;
  let prepared: PreparedCase;
  beforeAll(() => {
    store = open();
  });

  describe('booking', () => {
    beforeAll(async () => {
      prepared = await prepareCase(store);
    });

    it('is one round of reads and one write, and a round more where an interpreter is new to the case', async () => {
      const rounds = countingRounds(store);
      const of = await prepareCase(store);
      const app = of.over(rounds.store);
      expect((await book(of, '2027-03-02T09:00', app)).status).toBe(201);
      expect(rounds.seen()).toEqual({ reads: 2, writes: 1 });
      expect((await book(of, '2027-03-03T09:00', app)).status).toBe(201);
      expect(rounds.seen()).toEqual({ reads: 3, writes: 2 });
    });

    it('is so too where calendars were set, once the holidays of their countries were asked for', async () => {
      const rounds = countingRounds(store);
      const of = await prepareCase(store);
      for (const person of [of.people.clerk, of.people.interpreter])
        await setWorkingTime(store, person, anyTime);
      const app = of.over(rounds.store);
      expect((await book(of, '2027-03-02T09:00', app)).status).toBe(201);
      expect(rounds.seen()).toEqual({ reads: 3, writes: 1 });
      expect((await book(of, '2027-03-03T09:00', app)).status).toBe(201);
      expect(rounds.seen()).toEqual({ reads: 4, writes: 2 });
    });

    it('after a conflict reads again and books once', async () => {
      const app = prepared.over(faultyStore(store, firstWrite('conflict')));
      const { status, body } = await book(prepared, '2027-03-02T09:00', app);
      expect(status).toBe(201);
      expect(await logSize(store, body.sessionId)).toBe(1);
      expect(await takenOn(store, calendarIdOf(prepared.people.clerk))).toHaveLength(1);
    });

    it('gives up with a plain answer, and writes nothing, when everybody is at the same page', async () => {
      const { status, body } = await book(
        prepared,
        '2027-03-03T09:00',
        prepared.over(faultyStore(store, () => 'conflict')),
      );
      expect([status, body.code]).toEqual([503, 'busy']);
      expect(await takenOn(store, calendarIdOf(prepared.people.clerk))).toHaveLength(1);
    });

    it('whose answer was lost is answered from its record when it is sent again, and took effect once', async () => {
      const key = newKey();
      const lost = await book(
        prepared,
        '2027-03-04T09:00',
        prepared.over(faultyStore(store, firstWrite('lost'))),
        key,
      );
      expect([lost.status, lost.body.code]).toEqual([500, 'internal-fault']);
      const again = await book(prepared, '2027-03-04T09:00', prepared.app, key);
      const thrice = await book(prepared, '2027-03-04T09:00', prepared.app, key);
      expect(again.status).toBe(201);
      expect(thrice).toEqual(again);
      expect(await logSize(store, again.body.sessionId)).toBe(1);
      expect(await takenOn(store, calendarIdOf(prepared.people.clerk))).toHaveLength(2);
    });

    it('that was throttled wrote nothing, and the same request goes through later', async () => {
      const key = newKey();
      const app = prepared.over(faultyStore(store, firstWrite('throttled')));
      expect((await book(prepared, '2027-03-05T09:00', app, key)).status).toBe(500);
      expect(await takenOn(store, calendarIdOf(prepared.people.clerk))).toHaveLength(2);
      expect((await book(prepared, '2027-03-05T09:00', app, key)).status).toBe(201);
      expect(await takenOn(store, calendarIdOf(prepared.people.clerk))).toHaveLength(3);
    });

    it('of two who saw the time free, only one gets it; the other is told which seat is taken', async () => {
      const interpreter = await enterPerson(store, 'interpreter');
      const [one, other] = await Promise.all([
        prepareCase(store, { interpreter }),
        prepareCase(store, { interpreter }),
      ]);
      const meanwhile = async () => {
        expect((await book(other, '2027-03-02T09:30')).status).toBe(201);
      };
      const late = await book(
        one,
        '2027-03-02T09:00',
        one.over(faultyStore(store, firstWrite('none', meanwhile))),
      );
      expect([late.status, late.body.code]).toEqual([409, 'already-booked']);
      // The interpreter rests for half an hour; everybody's own hours end at 16:30, in Sydney four hours sooner.
      expect(late.body.facts).toEqual({
        seat: 'interpreter',
        alternatives: [
          { local: '2027-03-02T11:00', offset: '+07:00' },
          { local: '2027-03-01T11:30', offset: '+07:00' },
          { local: '2027-03-01T10:30', offset: '+07:00' },
        ],
      });
      expect(await takenOn(store, calendarIdOf(interpreter))).toHaveLength(1);
      expect(await takenOn(store, calendarIdOf(one.people.clerk))).toEqual([]);
      expect((await book(one, '2027-03-02T10:59')).body.facts.seat).toBe('interpreter');
      expect((await book(one, '2027-03-02T11:00')).status).toBe(201);
    });

    it('of the first interpreter in a case at the same moment gives two people two pseudonyms', async () => {
      const one = await prepareCase(store);
      // In another week, so that no calendar page makes the late one read again.
      const second = await enterPerson(store, 'interpreter');
      const other: PreparedCase = { ...one, people: { ...one.people, interpreter: second } };
      const meanwhile = async () => {
        expect((await book(other, '2027-03-10T13:00')).status).toBe(201);
      };
      const late = await book(
        one,
        '2027-03-02T09:00',
        one.over(faultyStore(store, firstWrite('none', meanwhile))),
      );
      expect(late.status).toBe(201);
      const members = await store.query('cases', `case#${one.caseId}`, { prefix: 'member#' });
      const named = members.map((member) => member['pseudonym']);
      // Everybody of the case, and the second interpreter.
      const all = Object.keys(one.people).length + 1;
      expect(named).toHaveLength(all);
      expect(new Set(named).size).toBe(all);
      const [pseudonyms] = await store.get([pseudonymsKey(one.caseId)]);
      // Whoever looks for a free one must find every one that is taken, the witness's too.
      expect(pseudonyms?.['taken']).toEqual(expect.arrayContaining(named));
      expect(pseudonyms?.['taken']).toHaveLength(all + 1);
    });
  });

  describe('a session that ended early', () => {
    const end = async (sessionId: string, at: string) => {
      const [door] = await store.get([doorKey(sessionId)]);
      await store.write([moveDoor(parseDoor(door), { status: 'ended', endedAt: parseInstant(at) })]);
    };

    it('leaves the rest of its time free: for a booking, in the preview, and for the officer', async () => {
      const of = await prepareCase(store);
      const one = (await book(of, '2027-03-02T09:00')).body as { sessionId: string };
      expect((await nameOfficer(of, one.sessionId)).status).toBe(201);
      expect((await book(of, '2027-03-02T09:30')).body.code).toBe('already-booked');
      await end(one.sessionId, '2027-03-02T02:00:00.000Z');
      expect(await availabilityAt(of, '2027-03-02T09:30')).toEqual(['available']);
      const two = await book(of, '2027-03-02T09:30');
      expect(two.status).toBe(201);
      expect(await availabilityAt(of, '2027-03-02T09:30')).toEqual(['booked']);
      expect((await nameOfficer(of, two.body.sessionId as string)).status).toBe(201);
      expect((await book(of, '2027-03-02T09:45')).body.code).toBe('already-booked');
    });

    it('keeps what it took: the interpreter rests from its real end', async () => {
      const of = await prepareCase(store);
      const { sessionId } = (await book(of, '2027-03-04T09:00')).body as { sessionId: string };
      await end(sessionId, '2027-03-04T02:10:00.000Z');
      expect((await book(of, '2027-03-04T09:39')).body.facts.seat).toBe('interpreter');
      expect((await book(of, '2027-03-04T09:40')).status).toBe(201);
    });
  });
}
