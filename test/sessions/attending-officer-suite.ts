import { beforeAll, describe, expect, it } from 'vitest';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { rosterKey } from '../../functions/sessions/store.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { faultyStore, firstWrite, tornStore } from '../support/faulty-store.ts';
import { enterPerson } from '../support/in-process.ts';
import { calendarIdOf, takenOn } from '../support/calendars.ts';
import { logSize } from '../support/log-entries.ts';
import { prepareCase } from '../support/prepared-case.ts';
import { book, cancel, nameOfficer } from '../support/session-verbs.ts';

/** Naming the officer of the host State while the session is cancelled, or another is named. Runs wherever the tables are real. */
export function attendingOfficerSuite(open: () => Store): void {
  let store: Store;
  beforeAll(() => {
    store = open();
  });

  describe('naming the attending officer', () => {
    it('while the session is cancelled leaves nobody booked', async () => {
      const of = await prepareCase(store);
      const { sessionId } = (await book(of, '2027-03-02T09:00')).body as { sessionId: string };
      const meanwhile = async () => {
        expect((await cancel(of, sessionId)).status).toBe(201);
      };
      const late = await nameOfficer(
        of,
        sessionId,
        of.over(faultyStore(store, firstWrite('none', meanwhile))),
      );
      expect([late.status, late.body.code]).toEqual([410, 'room-ended']);
      for (const person of Object.values(of.people))
        expect(await takenOn(store, calendarIdOf(person)), person.role).toEqual([]);
      expect(await takenOn(store, `witness#${of.caseId}#${of.witness}`)).toEqual([]);
      expect(await logSize(store, sessionId)).toBe(2);
    });

    it('just before it is cancelled is undone by the cancellation', async () => {
      const of = await prepareCase(store);
      const { sessionId } = (await book(of, '2027-03-02T09:00')).body as { sessionId: string };
      const meanwhile = async () => {
        expect((await nameOfficer(of, sessionId)).status).toBe(201);
      };
      const late = await cancel(of, sessionId, of.over(faultyStore(store, firstWrite('none', meanwhile))));
      expect(late).toEqual({ status: 201, body: { status: 'cancelled' } });
      expect(await takenOn(store, calendarIdOf(of.people['attending-officer']))).toEqual([]);
      expect(await logSize(store, sessionId)).toBe(3);
    });

    it('in the place of another frees the other, and twice the same changes nobody’s time', async () => {
      const of = await prepareCase(store);
      const { sessionId } = (await book(of, '2027-03-02T09:00')).body as { sessionId: string };
      const officer = of.people['attending-officer'];
      expect((await nameOfficer(of, sessionId)).status).toBe(201);
      expect((await nameOfficer(of, sessionId)).status).toBe(201);
      expect(await takenOn(store, calendarIdOf(officer))).toHaveLength(1);
      const stranger = await enterPerson(store, 'attending-officer');
      const refused = await nameOfficer(of, sessionId, of.app, stranger);
      expect([refused.status, refused.body.code]).toEqual([422, 'person-not-suitable']);
    });

    it('refuses an officer who is busy, and names the seat only', async () => {
      const busy = await prepareCase(store);
      const officer = busy.people['attending-officer'];
      const of = await prepareCase(store, { 'attending-officer': officer });
      const [one, two] = [await book(busy, '2027-03-02T09:00'), await book(of, '2027-03-02T09:59')];
      expect((await nameOfficer(busy, one.body.sessionId as string)).status).toBe(201);
      const refused = await nameOfficer(of, two.body.sessionId as string);
      expect([refused.status, refused.body.code, refused.body.facts.seat]).toEqual([
        409,
        'already-booked',
        'attending-officer',
      ]);
      expect(await logSize(store, two.body.sessionId as string)).toBe(1);
    });

    it('is for the host State alone', async () => {
      const of = await prepareCase(store, {
        'central-authority': await enterPerson(store, 'central-authority', { country: 'TH' }),
      });
      const { sessionId } = (await book(of, '2027-03-02T09:00')).body as { sessionId: string };
      const refused = await nameOfficer(of, sessionId);
      expect([refused.status, refused.body.code]).toEqual([403, 'not-your-role']);
    });

    it('takes an officer of the case who is not the host State’s for unsuitable', async () => {
      const foreign = await enterPerson(store, 'attending-officer', { country: 'TH' });
      const of = await prepareCase(store, { 'attending-officer': foreign });
      const { sessionId } = (await book(of, '2027-03-02T09:00')).body as { sessionId: string };
      const refused = await nameOfficer(of, sessionId);
      expect([refused.status, refused.body.code]).toEqual([422, 'person-not-suitable']);
    });
  });

  describe('reads that are torn by somebody else’s write', () => {
    const only =
      (wanted: { readonly pk: string; readonly sk: string }) => (key: { pk: string; sk: string }) =>
        key.pk === wanted.pk && key.sk === wanted.sk;

    it('do not let a cancellation forget an officer who was named after the roster was read', async () => {
      const of = await prepareCase(store);
      const { sessionId } = (await book(of, '2027-03-02T09:00')).body as { sessionId: string };
      const app = of.over(tornStore(store, only(rosterKey(sessionId)), () => nameOfficer(of, sessionId)));
      expect((await cancel(of, sessionId, app)).status).toBe(201);
      expect(await takenOn(store, calendarIdOf(of.people['attending-officer']))).toEqual([]);
      expect(await logSize(store, sessionId)).toBe(3);
    });

    it('do not let an officer be named whose session was cancelled after the door was read', async () => {
      const of = await prepareCase(store);
      const { sessionId } = (await book(of, '2027-03-02T09:00')).body as { sessionId: string };
      const app = of.over(tornStore(store, only(doorKey(sessionId)), () => cancel(of, sessionId)));
      expect((await nameOfficer(of, sessionId, app)).status).toBe(410);
      expect(await takenOn(store, calendarIdOf(of.people['attending-officer']))).toEqual([]);
    });

    it('do not leave two officers booked when both are named at once', async () => {
      const second = await enterPerson(store, 'attending-officer');
      const of = await prepareCase(store, {}, [second]);
      const { sessionId } = (await book(of, '2027-03-02T09:00')).body as { sessionId: string };
      const app = of.over(tornStore(store, only(rosterKey(sessionId)), () => nameOfficer(of, sessionId)));
      expect((await nameOfficer(of, sessionId, app, second)).status).toBe(201);
      expect(await takenOn(store, calendarIdOf(of.people['attending-officer']))).toEqual([]);
      expect(await takenOn(store, calendarIdOf(second))).toHaveLength(1);
      expect(await logSize(store, sessionId)).toBe(3);
    });
  });
}
