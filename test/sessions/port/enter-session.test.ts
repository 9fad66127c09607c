import { beforeEach, describe, expect, test } from 'vitest';
import { memberKey } from '../../../functions/cases/port/membership.ts';
import { hasGate, type SessionKind } from '../../../functions/sessions/port/kinds.ts';
import { doorKey } from '../../../functions/sessions/port/door.ts';
import { enterSession, enterSessionWithFile } from '../../../functions/sessions/port/enter-session.ts';
import { gateNames } from '../../../functions/sessions/port/gates.ts';
import type { Staff } from '../../../functions/shared/access/roles.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';
import type { Key, Store } from '../../../functions/shared/store/store.ts';
import { memoryStore } from '../../support/memory-store.ts';

const caseId = 'c';
const staff = (personId: string, role: Staff['role'] = 'prosecutor'): Staff => ({
  kind: 'staff',
  personId,
  role,
  agencyId: 'a',
  country: 'TH',
  language: 'en',
  zone: 'Asia/Bangkok',
});

let store: Store;
const put = ({ table, pk, sk }: Key, item: object) =>
  store.write([{ kind: 'put', table, item: { pk, sk, ...item }, onRefused: 'retry' }]);

/** A session in which only `seated` has a seat. Doors of before did not say their kind. */
const putDoor = (sessionId: string, kind: SessionKind, saysKind = true) =>
  put(doorKey(sessionId), {
    sessionId,
    caseId,
    ...(saysKind ? { kind } : {}),
    version: 1,
    status: 'booked',
    start: '2027-03-02T03:00:00.000Z',
    end: '2027-03-02T04:00:00.000Z',
    opensAt: '2027-03-02T02:00:00.000Z',
    closesAt: '2027-03-02T06:00:00.000Z',
    gates: Object.fromEntries(
      gateNames.map((gate) => [gate, hasGate(kind, gate) ? 'missing' : 'not-needed']),
    ),
    seats: [{ seat: 'prosecutor', pseudonym: 'P-1', personId: 'seated' }],
  });
const putMember = (personId: string) =>
  put(memberKey(caseId, personId), {
    caseId,
    personId,
    role: 'prosecutor',
    pseudonym: `P-${personId}`,
    label: 'L',
  });

beforeEach(async () => {
  store = memoryStore();
  for (const personId of ['seated', 'member']) await putMember(personId);
  await put(
    { table: 'cases', pk: `case#${caseId}`, sk: 'case' },
    {
      caseId,
      reference: 'T 1',
      requestingState: 'TH',
      hostState: 'MM',
      openedBy: 'seated',
    },
  );
  await put(
    { table: 'cases', pk: `case#${caseId}`, sk: 'witness' },
    {
      caseId,
      partyId: 'w',
      pseudonym: 'W-1',
      protected: true,
      holder: 'h',
      zone: 'Asia/Yangon',
      mayKnow: [],
    },
  );
});

const roads = {
  enterSession: (sessionId: string, who: Staff) => enterSession(store, sessionId, who),
  enterSessionWithFile: (sessionId: string, who: Staff) => enterSessionWithFile(store, sessionId, who),
};
const refusalOf = (going: Promise<unknown>) =>
  going.then(
    () => 'let in',
    (error: unknown) =>
      error instanceof Refusal ? { code: error.code, facts: error.facts, errors: error.errors } : error,
  );

describe.each(Object.entries(roads))('%s', (_, enter) => {
  test('lets members in, as themselves', async () => {
    await putDoor('s', 'interview');
    expect(await enter('s', staff('member'))).toMatchObject({
      door: { sessionId: 's' },
      self: { personId: 'member', pseudonym: 'P-member' },
    });
  });

  test('answers whoever is not of the case as for a session that is not there', async () => {
    await putDoor('s', 'interview');
    const missing = await refusalOf(enter('nowhere', staff('member')));
    expect(missing).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(enter('s', staff('stranger')))).toEqual(missing);
  });

  test.each([true, false])(
    'hides a meeting from members without a seat (says its kind: %s)',
    async (says) => {
      await putDoor('s', 'central-authority-meeting', says);
      const missing = await refusalOf(enter('nowhere', staff('member')));
      expect(await refusalOf(enter('s', staff('member')))).toEqual(missing);
      // Not even that the role is another one is told.
      expect(await refusalOf(enter('s', staff('member', 'clerk')))).toEqual(missing);
      expect(await refusalOf(enter('s', staff('seated')))).toBe('let in');
    },
  );

  test('turns away a member whose role has changed since', async () => {
    await putDoor('s', 'interview');
    expect(await refusalOf(enter('s', staff('member', 'clerk')))).toMatchObject({ code: 'not-your-role' });
  });

  test('reads as often for a session that is not there as for one that must not be known', async () => {
    await putDoor('s', 'central-authority-meeting');
    const rounds = async (sessionId: string, personId: string): Promise<number> => {
      let count = 0;
      const before = store;
      store = {
        ...before,
        get: (keys) => ((count += 1), before.get(keys)),
        query: (...asked) => ((count += 1), before.query(...asked)),
      };
      await refusalOf(enter(sessionId, staff(personId)));
      store = before;
      return count;
    };
    const usual = await rounds('s', 'member');
    expect(usual).toBeGreaterThan(0);
    expect(usual).toBeLessThan(10);
    expect(usual).toBe(await rounds('nowhere', 'member'));
    expect(await rounds('s', 'stranger')).toBe(await rounds('nowhere', 'stranger'));
  });
});

test('what speaks against a request waits until it is known that the session may be known', async () => {
  await putDoor('s', 'central-authority-meeting');
  const next = () => {
    throw new Refusal('time-not-possible');
  };
  const asking = (who: Staff) => refusalOf(enterSession(store, 's', who, { next }));
  expect(await asking(staff('member'))).toMatchObject({ code: 'not-found' });
  expect(await asking(staff('seated'))).toMatchObject({ code: 'time-not-possible' });
});
