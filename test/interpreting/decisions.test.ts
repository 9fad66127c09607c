import { beforeEach, describe, expect, it } from 'vitest';
import { interpretingApp } from '../../functions/interpreting/routes.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { bookedCase } from '../support/booked-case.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { now, type PreparedCase } from '../support/prepared-case.ts';
import { act } from '../support/session-verbs.ts';

/** Who interprets, and whether that is confirmed, on the store in memory. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
});

const road = () => `/api/interpreting/${sessionId}`;
const confirm = (change: object = {}) =>
  ask(
    interpretingApp(contextOver(store, now)),
    actorOf(prepared.people.clerk),
    'POST',
    `${road()}/assignment`,
    {
      ...gateBodies.interpreter,
      ...change,
    },
  );
const readBy = async (role: keyof PreparedCase['people']) =>
  (await ask(interpretingApp(contextOver(store, now)), actorOf(prepared.people[role]), 'GET', road()))
    .body as {
    assignment?: object;
  };
const doorNow = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const interpreter = async () =>
  (await doorNow()).seats.find(({ seat }) => seat === 'interpreter')?.pseudonym ?? '';

describe('a confirmation', () => {
  it.each([
    ['of one without a conflict', {}, 'open', 'interpreter.confirmed'],
    ['of one with a conflict', { conflict: 'declared' }, 'refused', 'interpreter.declined'],
    ['of one who gave no undertaking', { undertaking: false }, 'refused', 'interpreter.declined'],
  ])('%s moves the gate and is entered as what it is', async (_, change, gate, action) => {
    expect((await confirm(change)).body).toEqual({ gate });
    expect((await doorNow()).gates.interpreter).toBe(gate);
    const { between, ...open } = gateBodies.interpreter;
    const entry = (await entriesIn(store, sessionId)).at(-1);
    expect(entry).toMatchObject({
      action,
      authority: { kind: 'role', ref: 'clerk' },
      subject: { kind: 'interpreter', ref: await interpreter() },
      details: { gate, ...open, ...change },
    });
    // Between which languages is sealed: it would tell where the witness comes from.
    expect(Object.keys(entry?.sealed ?? {})).toEqual(['between']);
    expect(JSON.stringify(entry?.details)).not.toContain(between[0]);
  });

  it('of one who does not work in a language is refused, naming it, and nothing is written', async () => {
    const before = new Map(store.items);
    const told = await confirm({ between: ['my', 'km'] });
    expect(told.body).toMatchObject({ code: 'person-not-suitable', facts: { seat: 'interpreter' } });
    expect(told.body.errors).toMatchObject([{ pointer: '/between/1' }]);
    expect(new Map(store.items)).toEqual(before);
  });

  it('is read without the languages but by who confirms and who knows the witness', async () => {
    expect(await readBy('clerk')).toEqual({});
    await confirm();
    const { between, ...rest } = gateBodies.interpreter;
    const assignment = { ...rest, recordedAt: now.toISOString() };
    for (const role of ['clerk', 'support-officer', 'attending-officer'] as const)
      expect(await readBy(role)).toEqual({ assignment: { ...assignment, between } });
    for (const role of ['prosecutor', 'central-authority', 'auditor'] as const)
      expect(await readBy(role)).toEqual({ assignment });
  });

  it('stands no more once somebody else has the seat, and theirs opens the gate anew', async () => {
    await confirm();
    const second = await enterPerson(store, 'interpreter');
    const replaced = { seat: 'interpreter', ids: [second.personId], reason: 'ill' };
    const told = await act(prepared, sessionId, 'replacements', replaced, { by: prepared.people.clerk });
    expect(told.status).toBe(201);
    expect((await doorNow()).gates.interpreter).toBe('missing');
    expect(await readBy('clerk')).toEqual({});
    expect((await confirm()).body).toEqual({ gate: 'open' });
    expect(await readBy('clerk')).toHaveProperty('assignment');
  });
});
