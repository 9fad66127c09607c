import { beforeEach, describe, expect, it } from 'vitest';
import { interpretingApp } from '../../functions/interpreting/routes.ts';
import { asItStands } from '../../functions/rooms/as-it-stands.ts';
import { followConflicts, conflictsMoved } from '../../functions/sessions/following/follow-standing.ts';
import { doorKey, parseDoor, type Door } from '../../functions/sessions/port/door.ts';
import { sweep } from '../../functions/sessions/sweep.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { Stale, type Store } from '../../functions/shared/store/store.ts';
import { confirmed } from '../support/confirmed-interpreter.ts';
import { faultyStore, firstWrite } from '../support/faulty-store.ts';
import { actorOf, ask, contextOver, enterPerson, type Told } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { act, book, bookWith, cancel, read } from '../support/session-verbs.ts';

/**
 * Whoever declared a conflict in a case interprets in none of its sessions: not in one that is booked, changed, confirmed or set
 * aside later, and not in one that is booked, changed, confirmed or set aside at that very moment.
 */

let store: MemoryStore;
let prepared: PreparedCase;
/** Where it is declared, and a hearing before the court, where the judge could set the gate aside. */
let interview: string;
let hearing: string;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  interview = idOf(await book(prepared, '2027-03-02T09:00'));
  hearing = idOf(await bookHearing());
});

const idOf = ({ status, body }: Told): string => {
  expect(status, JSON.stringify(body)).toBe(201);
  return body.sessionId as string;
};
const bookHearing = (more: object = {}) => {
  const { clerk, judge, prosecutor, interpreter, 'support-officer': officer } = prepared.people;
  const seats = {
    clerk: clerk.personId,
    supportOfficer: officer.personId,
    interpreter: interpreter.personId,
    judge: judge.personId,
    prosecutor: prosecutor.personId,
    ...more,
  };
  return bookWith(prepared, '2027-03-04T09:00', { kind: 'deposition', seats }, { by: clerk });
};

const byClerk = (over: Store = store) => ({
  by: prepared.people.clerk,
  app: prepared.over(over),
});
const say = (verb: string, body: object, of: string, over: Store = store) =>
  ask(
    interpretingApp(contextOver(over, now)),
    actorOf(prepared.people.clerk),
    'POST',
    `/api/interpreting/${of}/${verb}`,
    body,
  );
const declare = async (of = interview) => {
  const pseudonym = await pseudonymOf(prepared.people.interpreter, of);
  const told = await say(
    'declaration',
    { pseudonym, declaration: { conflict: 'declared', kinds: ['embassy'] } },
    of,
  );
  expect(told.body).toMatchObject({ gate: 'refused' });
};
const setAside = (over: Store = store) =>
  act(
    prepared,
    hearing,
    'aside',
    { gate: 'interpreter', reason: 'nobody-can-come', words: 'Nobody else.' },
    { by: prepared.people.judge, app: prepared.over(over) },
  );
const doorOf = async (of: string): Promise<Door> => parseDoor((await store.get([doorKey(of)]))[0]);
const gateOf = async (of: string) => (await doorOf(of)).gates.interpreter;
/** As a pass sees it. */
const atPass = async (of: string) => (await asItStands(store, await doorOf(of), now)).door.gates.interpreter;
const pseudonymOf = async ({ personId }: Person, of = hearing) => {
  const item = (
    await store.get([{ table: 'cases', pk: `case#${prepared.caseId}`, sk: `member#${personId}` }])
  )[0];
  expect((await doorOf(of)).seats.some(({ pseudonym }) => pseudonym === item?.['pseudonym'])).toBe(true);
  return item?.['pseudonym'] as string;
};
const addSecond = async (over: Store = store) => {
  const second = await enterPerson(store, 'interpreter');
  return act(prepared, hearing, 'interpreters', { ids: [second.personId] }, byClerk(over));
};

describe('after somebody declared a conflict', () => {
  it('no session of the case is booked, moved or restored with them, and no other interpreter is meant', async () => {
    expect((await cancel(prepared, interview)).status).toBe(201);
    await declare(hearing);
    expect((await book(prepared, '2027-03-09T09:00')).body).toMatchObject({
      code: 'conflict-declared',
      facts: { seat: 'interpreter' },
    });
    expect((await act(prepared, interview, 'restoration')).body.code).toBe('conflict-declared');
    const moved = await act(
      prepared,
      hearing,
      'move',
      { local: '2027-03-05T09:00', zone: 'Asia/Bangkok' },
      byClerk(),
    );
    expect(moved.body.code).toBe('conflict-declared');
    const another = await enterPerson(store, 'interpreter');
    const seats = {
      clerk: prepared.people.clerk.personId,
      supportOfficer: prepared.people['support-officer'].personId,
    };
    const free = { seats: { ...seats, interpreter: another.personId } };
    expect((await bookWith(prepared, '2027-03-09T09:00', free)).status).toBe(201);
    const added = await act(
      prepared,
      idOf(await bookWith(prepared, '2027-03-10T09:00', free)),
      'interpreters',
      { ids: [prepared.people.interpreter.personId] },
      byClerk(),
    );
    expect(added.body.code).toBe('conflict-declared');
    // In another case they are as free as before.
    const other = await prepareCase(store, { interpreter: prepared.people.interpreter });
    expect((await book(other, '2027-03-11T09:00')).status).toBe(201);
  });

  it('the door of another session is closed to everybody’s eyes before it has followed', async () => {
    await declare();
    expect(await gateOf(hearing)).toBe('missing');
    expect(await atPass(hearing)).toBe('refused');
    const shown = (await read(prepared, hearing, prepared.people.clerk)).body.gates as {
      gate: string;
      state: string;
    }[];
    expect(shown.find(({ gate }) => gate === 'interpreter')?.state).toBe('refused');
    expect((await setAside()).body.code).toBe('never-set-aside');
  });

  it('doors follow by the stream, each with the entry of the case, and what was set aside falls', async () => {
    expect((await setAside()).status).toBe(201);
    await declare();
    expect(await atPass(hearing)).toBe('refused');
    const records = [
      {
        eventName: 'INSERT' as const,
        dynamodb: { Keys: { pk: { S: `case#${prepared.caseId}` }, sk: { S: 'conflicts' } } },
      },
    ];
    expect(conflictsMoved([...records, ...records])).toEqual([prepared.caseId]);
    await followConflicts(contextOver(store, now), prepared.caseId);
    expect(await gateOf(hearing)).toBe('refused');
    const declared = (await entriesIn(store, interview)).at(-1);
    const moved = (await entriesIn(store, hearing)).filter(({ action }) => action === 'gate.moved');
    expect(moved).toHaveLength(1);
    expect(moved[0]?.details).toEqual({
      gate: 'interpreter',
      state: 'refused',
      caseEntries: [declared?.details['caseEntry']],
    });
  });

  it('what the stream missed the sweep finds, where it is near', async () => {
    await declare(hearing);
    expect(await gateOf(interview)).toBe('missing');
    await sweep(contextOver(store, now));
    expect(await gateOf(interview)).toBe('refused');
  });

  it('neither another way of interpreting, nor one more, nor a swap of somebody else makes it less', async () => {
    const second = await enterPerson(store, 'interpreter');
    const added = await act(prepared, hearing, 'interpreters', { ids: [second.personId] }, byClerk());
    const inPlaceOf = added.body.pseudonym as string;
    await declare(hearing);
    expect((await act(prepared, hearing, 'mode', { mode: 'simultaneous' }, byClerk())).status).toBe(201);
    expect(await gateOf(hearing)).toBe('refused');
    const third = await enterPerson(store, 'interpreter');
    expect((await act(prepared, hearing, 'interpreters', { ids: [third.personId] }, byClerk())).status).toBe(
      201,
    );
    expect(await gateOf(hearing)).toBe('refused');
    const fourth = await enterPerson(store, 'interpreter');
    const swap = { seat: 'interpreter', ids: [fourth.personId], reason: 'ill', inPlaceOf };
    expect((await act(prepared, hearing, 'replacements', swap, byClerk())).status).toBe(201);
    expect(await gateOf(hearing)).toBe('refused');
    expect((await setAside()).body.code).toBe('never-set-aside');
    // Only when they go themselves.
    const fifth = await enterPerson(store, 'interpreter');
    const own = { ...swap, ids: [fifth.personId], inPlaceOf: await pseudonymOf(prepared.people.interpreter) };
    expect((await act(prepared, hearing, 'replacements', own, byClerk())).status).toBe(201);
    expect(await gateOf(hearing)).toBe('missing');
    expect((await setAside()).status).toBe(201);
  });

  it('a case that was closed meanwhile takes nobody in', async () => {
    const held = {
      kind: 'update',
      key: { table: 'cases', pk: `case#${prepared.caseId}`, sk: 'case' },
    } as const;
    await store.write([{ ...held, set: { state: 'closed' }, onRefused: 'retry' }]);
    expect((await addSecond()).body.code).toBe('case-closed');
  });
});

describe('at the moment in which somebody declares a conflict', () => {
  /** What is decided before it, and written after. */
  const meanwhile = () =>
    faultyStore(
      store,
      firstWrite('none', () => declare()),
    );

  it('whoever books them is told so', async () => {
    const told = await book(prepared, '2027-03-09T09:00', prepared.over(meanwhile()));
    expect(told.body.code).toBe('conflict-declared');
  });

  it('whoever adds them, or gives them a seat of somebody else’s, is told so', async () => {
    const { clerk, 'support-officer': officer } = prepared.people;
    const another = await enterPerson(store, 'interpreter');
    const seats = { clerk: clerk.personId, supportOfficer: officer.personId, interpreter: another.personId };
    const of = idOf(await bookWith(prepared, '2027-03-09T09:00', { seats }));
    const ids = [prepared.people.interpreter.personId];
    const added = await act(prepared, of, 'interpreters', { ids }, byClerk(meanwhile()));
    expect(added.body.code).toBe('conflict-declared');
  });

  it('whoever swaps them in is told so', async () => {
    const { clerk, 'support-officer': officer } = prepared.people;
    const another = await enterPerson(store, 'interpreter');
    const seats = { clerk: clerk.personId, supportOfficer: officer.personId, interpreter: another.personId };
    const of = idOf(await bookWith(prepared, '2027-03-09T09:00', { seats }));
    const swap = { seat: 'interpreter', ids: [prepared.people.interpreter.personId], reason: 'ill' };
    const told = await act(prepared, of, 'replacements', swap, byClerk(meanwhile()));
    expect(told.body.code).toBe('conflict-declared');
  });

  it('nobody restores a session with them', async () => {
    expect((await cancel(prepared, hearing)).status).toBe(403);
    expect(
      (await act(prepared, hearing, 'cancellation', { reason: 'other' }, { by: prepared.people.clerk }))
        .status,
    ).toBe(201);
    const told = await act(prepared, hearing, 'restoration', {}, byClerk(meanwhile()));
    expect(told.body.code).toBe('conflict-declared');
  });

  it('the judge sets nothing aside over it', async () => {
    expect((await setAside(meanwhile())).body.code).toBe('never-set-aside');
  });

  it('nobody confirms them in another session of the case', async () => {
    const none = await say('declaration', { declaration: { conflict: 'none' } }, hearing);
    expect(none.status).toBe(201);
    const { oath, briefed } = confirmed.onPaper;
    const body = { ...confirmed, onPaper: { oath, briefed } };
    expect((await say('assignment', body, hearing, meanwhile())).body.code).toBe('conflict-declared');
  });

  it('a pass that was decided before is not minted', async () => {
    const { checksFor } = await asItStands(store, await doorOf(hearing), now);
    await declare();
    await expect(store.write(checksFor('P-0000'))).rejects.toThrow(Stale);
  });
});
