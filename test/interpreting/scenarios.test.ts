import { beforeEach, expect, it } from 'vitest';
import { interpretingApp } from '../../functions/interpreting/routes.ts';
import { followConflicts, followStanding } from '../../functions/sessions/following/follow-standing.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { bookedCase } from '../support/booked-case.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { confirmed } from '../support/confirmed-interpreter.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { now, type PreparedCase } from '../support/prepared-case.ts';
import { act, book } from '../support/session-verbs.ts';

/** Scenarios of the domain notes (section e) on those who interpret, on the store in memory. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
});

const clerk = () => actorOf(prepared.people.clerk);
const post = (verb: string, body: object, of = sessionId) =>
  ask(interpretingApp(contextOver(store, now)), clerk(), 'POST', `/api/interpreting/${of}/${verb}`, body);
const witness = (verb: string, body: object) =>
  ask(
    witnessesApp(contextOver(store, now)),
    actorOf(prepared.people['support-officer']),
    'POST',
    `/api/witnesses/${prepared.caseId}/${prepared.witness}/${verb}`,
    body,
  );
const doorOf = async (of = sessionId) => parseDoor((await store.get([doorKey(of)]))[0]);
const gate = async (of = sessionId) => (await doorOf(of)).gates.interpreter;
const follow = () =>
  followStanding(contextOver(store, now), { caseId: prepared.caseId, pseudonym: prepared.witness });
const replace = async () => {
  const another = await enterPerson(store, 'interpreter');
  const body = { seat: 'interpreter', ids: [another.personId], reason: 'conflict-of-interest' };
  return act(prepared, sessionId, 'replacements', body, { by: prepared.people.clerk });
};

it('scenario 18: an interpreter from the trafficker’s village is flagged and swapped, and the reason stays sealed', async () => {
  const second = (await book(prepared, '2027-03-03T09:00')).body.sessionId as string;
  expect((await post('assignment', confirmed)).body.gate).toBe('open');
  expect((await post('assignment', confirmed, second)).body.gate).toBe('open');
  const reason = 'Her sister married his cousin in Mawlamyine.';
  const declaration = { conflict: 'declared', kinds: ['same-village', 'community'], reason };
  expect((await post('declaration', { declaration })).body).toEqual({ gate: 'refused', lacks: ['conflict'] });

  // Every session of theirs in the case is closed, and neither log says why in clear.
  expect(await gate()).toBe('refused');
  await followConflicts(contextOver(store, now), prepared.caseId);
  expect(await gate(second)).toBe('refused');
  const inCase = (await entriesIn(store, prepared.caseId)).at(-1);
  expect(inCase).toMatchObject({
    action: 'interpreter.declared',
    details: { conflict: 'declared' },
    sealed: { reason: expect.any(String), kinds: expect.any(String) },
  });
  const declined = await Promise.all([sessionId, second].map((of) => entriesIn(store, of)));
  const caseEntry = declined[0]?.at(-1)?.details['caseEntry'];
  expect(declined[0]?.at(-1)).toMatchObject({
    action: 'interpreter.declined',
    details: { gate: 'refused', caseEntry: expect.stringMatching(/^[\w+/]{43}=$/) },
  });
  expect(declined[1]?.at(-1)).toMatchObject({
    action: 'gate.moved',
    details: { gate: 'interpreter', state: 'refused', caseEntries: [caseEntry] },
  });
  for (const words of [inCase, ...declined.flat()]) {
    expect(JSON.stringify(words)).not.toContain('Mawlamyine');
    expect(JSON.stringify(words)).not.toContain('same-village');
  }

  // It is not taken back, and nobody is confirmed over it: somebody else has to come.
  const takenBack = await post('declaration', { declaration: { conflict: 'none' } });
  expect(takenBack.body.code).toBe('conflict-declared');
  expect(JSON.stringify(takenBack.body)).toContain('Choose another interpreter.');
  expect((await post('assignment', confirmed)).body.code).toBe('conflict-declared');
  expect((await replace()).status).toBe(201);
  expect(await gate()).toBe('missing');
  expect((await post('assignment', confirmed)).body.gate).toBe('open');
  expect(await gate(second)).toBe('refused');
});

it('scenario 20: the witness wishes for a woman and a man is there: not ready until she waives it', async () => {
  const wish = (answer: object) =>
    witness('consent', { ...fullConsent, scopes: { ...fullConsent.scopes, womanInterpreter: answer } });
  expect((await wish({ answer: 'limited', how: 'A man only if he is old.' })).status).toBe(201);
  expect((await post('assignment', confirmed)).body).toEqual({ gate: 'missing', lacks: ['woman'] });
  expect(await gate()).toBe('missing');

  expect(
    (await witness('wishes', { waived: 'womanInterpreter', said: { by: 'themselves', how: 'aloud' } })).body,
  ).toEqual({ gate: 'open' });
  expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
    action: 'consent.wish-waived',
    authority: { kind: 'consent', ref: prepared.witness },
  });
  await follow();
  expect(await gate()).toBe('open');
  const moved = (await entriesIn(store, sessionId)).at(-1);
  expect(moved).toMatchObject({ action: 'gate.moved', details: { gate: 'interpreter', state: 'open' } });
  expect(
    (await witness('wishes', { waived: 'womanInterpreter', said: { by: 'themselves', how: 'aloud' } })).body
      .code,
  ).toBe('gate-not-needed');

  // Who wishes it again, after somebody was confirmed, is heard too.
  expect((await wish({ answer: 'yes' })).status).toBe(201);
  await follow();
  expect(await gate()).toBe('missing');
  expect((await wish({ answer: 'no' })).status).toBe(201);
  await follow();
  expect(await gate()).toBe('open');
});

it('scenario 38: an interpreter is added 20 minutes before the start: with the word of a second role, and looked at anew', async () => {
  const late = { app: prepared.over(store, new Date('2027-03-02T01:40:00.000Z')) };
  expect((await post('assignment', confirmed)).body.gate).toBe('open');
  const [first] = (await doorOf()).seats.filter(({ seat }) => seat === 'interpreter');
  const { clerk: calls, prosecutor } = prepared.people;
  const another = await enterPerson(store, 'interpreter');
  const ids = [another.personId];
  const add = () => act(prepared, sessionId, 'interpreters', { ids }, { ...late, by: calls });
  const agrees = (by = prosecutor) =>
    act(prepared, sessionId, 'approvals', { change: { what: 'another-interpreter', ids } }, { ...late, by });

  const refused = await add();
  expect([refused.status, refused.body.code]).toEqual([409, 'approval-needed']);
  // One's own word is none.
  expect((await agrees(calls)).status).toBe(201);
  expect((await add()).body.code).toBe('approval-needed');
  expect((await doorOf()).seats.filter(({ seat }) => seat === 'interpreter')).toEqual([first]);
  expect((await agrees()).status).toBe(201);
  const added = await add();
  expect([added.status, added.body.gates]).toEqual([
    201,
    expect.arrayContaining([expect.objectContaining({ gate: 'interpreter', state: 'missing' })]),
  ]);
  expect((await entriesIn(store, sessionId)).at(-1)).toMatchObject({
    action: 'interpreter.added',
    details: { participant: added.body.pseudonym, approvedBy: expect.stringMatching(/^prosecutor P-/) },
  });

  // The door is closed to everybody until it is known who came: who has a seat is looked at as if it were the first time.
  expect(await gate()).toBe('missing');
  const pseudonym = added.body.pseudonym as string;
  const declaration = { conflict: 'declared', kinds: ['community'], reason: 'Of the same village.' };
  expect((await post('declaration', { pseudonym, declaration })).body.gate).toBe('refused');
  const second = (await enterPerson(store, 'interpreter')).personId;
  const change = { seat: 'interpreter', ids: [second], inPlaceOf: pseudonym };
  await act(prepared, sessionId, 'approvals', { change: { what: 'replacement', ...change } }, { ...late });
  const body = { ...change, reason: 'conflict-of-interest' };
  const came = await act(prepared, sessionId, 'replacements', body, { ...late, by: calls });
  expect(came.status).toBe(201);
  expect(await gate()).toBe('missing');
  const relay = { ...confirmed, part: 'relay', pseudonym: came.body.pseudonym as string };
  expect((await post('assignment', relay)).body.gate).toBe('open');

  // Whoever was there keeps seat and name, so that their link still opens it; the one who had a conflict has none.
  const seated = (await doorOf()).seats.filter(({ seat }) => seat === 'interpreter');
  expect(seated.map((each) => each.pseudonym)).toEqual([first?.pseudonym, came.body.pseudonym]);
});
