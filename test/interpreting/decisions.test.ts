import { beforeEach, describe, expect, it } from 'vitest';
import { interpretingApp } from '../../functions/interpreting/routes.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { bookedCase } from '../support/booked-case.ts';
import { confirmed, spokenOath } from '../support/confirmed-interpreter.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
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
const post = (verb: string, body: object, role: keyof PreparedCase['people'] = 'clerk') =>
  ask(
    interpretingApp(contextOver(store, now)),
    actorOf(prepared.people[role]),
    'POST',
    `${road()}/${verb}`,
    body,
  );
const confirm = (change: object = {}) => post('assignment', { ...confirmed, ...change });
const get = (role: keyof PreparedCase['people'], path = road()) =>
  ask(interpretingApp(contextOver(store, now)), actorOf(prepared.people[role]), 'GET', path);
const readBy = async (role: keyof PreparedCase['people']) =>
  (await get(role)).body as { assignment?: object; lacks: string[] };
const doorNow = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const interpreter = async () =>
  (await doorNow()).seats.find(({ seat }) => seat === 'interpreter')?.pseudonym ?? '';

describe('a confirmation', () => {
  it('with all that was said on paper opens the gate, and is entered without a language', async () => {
    expect((await confirm()).body).toEqual({ gate: 'open', lacks: [] });
    expect((await doorNow()).gates.interpreter).toBe('open');
    const entry = (await entriesIn(store, sessionId)).at(-1);
    expect(entry).toMatchObject({
      action: 'interpreter.confirmed',
      authority: { kind: 'role', ref: 'clerk' },
      subject: { kind: 'interpreter', ref: await interpreter() },
      details: {
        gate: 'open',
        mode: 'consecutive',
        direction: 'both',
        part: 'lead',
        onPaper: ['declaration', 'oath', 'briefing'],
      },
    });
    // Between which languages is sealed: it would tell where the witness comes from.
    expect(Object.keys(entry?.sealed ?? {}).toSorted()).toEqual(['between', 'dialect', 'oath', 'vetting']);
    expect(JSON.stringify(entry?.details)).not.toContain('my');
    const declared = (await entriesIn(store, prepared.caseId)).at(-1);
    expect(declared).toMatchObject({
      action: 'interpreter.declared',
      details: { conflict: 'none', onPaper: true },
    });
  });

  it('of one who does not work in a language is refused, naming it, and nothing is written', async () => {
    const before = new Map(store.items);
    const told = await confirm({ between: ['my', 'km'] });
    expect(told.body).toMatchObject({ code: 'person-not-suitable', facts: { seat: 'interpreter' } });
    expect(told.body.errors).toMatchObject([{ pointer: '/between/1' }]);
    expect(new Map(store.items)).toEqual(before);
  });

  it.each([
    ['a dialect that is not theirs', { dialect: 'S’gaw' }, '/dialect'],
    [
      'a vetting that has run out',
      { vetting: { by: 'X', on: '2026-01-01', until: '2027-03-01' } },
      '/vetting/until',
    ],
    ['a vetting to come', { vetting: { by: 'X', on: '2027-03-02', until: '2028-03-01' } }, '/vetting/on'],
  ])(
    'of one with %s is refused in words that say what to do, and nothing is written',
    async (_, change, pointer) => {
      const before = new Map(store.items);
      expect((await confirm(change)).body).toMatchObject({
        code: 'interpreter-not-fit',
        errors: [{ pointer }],
      });
      expect(new Map(store.items)).toEqual(before);
    },
  );

  it('waits for the interpreter’s own word on a conflict', async () => {
    const { noConflict: _unsaid, ...onPaper } = confirmed.onPaper;
    const before = new Map(store.items);
    expect((await confirm({ onPaper })).body.code).toBe('declaration-needed');
    expect(new Map(store.items)).toEqual(before);
    expect((await post('declaration', { declaration: { conflict: 'none' } })).body.gate).toBe('missing');
    expect((await confirm({ onPaper })).body).toEqual({ gate: 'open', lacks: [] });
    // That a draft was used, and that it was spoken, stands in clear; its language does not.
    const entered = (await entriesIn(store, sessionId)).findLast(
      ({ action }) => action === 'interpreter.confirmed',
    );
    expect(entered?.details).toMatchObject({ onPaper: ['oath', 'briefing'], spoken: true, draft: true });
  });

  it('step by step, each step saying what is missing still', async () => {
    expect((await post('declaration', { declaration: { conflict: 'none' } })).body.lacks).toEqual([
      'confirmation',
      'oath',
      'briefing',
    ]);
    const { onPaper: _none, ...alone } = confirmed;
    expect((await post('assignment', alone)).body).toEqual({ gate: 'missing', lacks: ['oath', 'briefing'] });
    expect((await post('oath', { oath: spokenOath })).body).toEqual({ gate: 'missing', lacks: ['briefing'] });
    const sworn = (await entriesIn(store, sessionId)).at(-1);
    expect(sworn).toMatchObject({
      action: 'interpreter.sworn',
      details: {
        form: 'affirmation',
        state: 'TH',
        onFile: false,
        law: 'ask',
        onPaper: true,
        spoken: true,
        draft: true,
      },
    });
    expect(Object.keys(sworn?.sealed ?? {})).toEqual(['text']);
    const { briefing } = (await get('clerk', `${road()}/briefing`)).body;
    expect((await post('briefing', { hash: '0'.repeat(64) })).body.code).toBe('changed-meanwhile');
    expect((await post('briefing', { hash: briefing.hash })).body).toEqual({ gate: 'open', lacks: [] });
    // Another topic is another briefing.
    expect((await post('assignment', { ...alone, topics: ['children'] })).body.lacks).toEqual(['briefing']);
  });

  it('is read without the languages but by who confirms and who knows the witness', async () => {
    expect(await readBy('clerk')).not.toHaveProperty('assignment');
    await confirm();
    const { between, onPaper: _paper, vetting, topics, ...rest } = confirmed;
    const recordedAt = now.toISOString();
    expect((await readBy('clerk')).assignment).toEqual({ ...rest, between, vetting, topics, recordedAt });
    for (const role of ['support-officer', 'attending-officer'] as const)
      expect((await readBy(role)).assignment).toEqual({ ...rest, between, recordedAt });
    for (const role of ['prosecutor', 'central-authority', 'auditor', 'judge'] as const)
      expect((await readBy(role)).assignment).toEqual({ ...rest, recordedAt });
  });

  it('says that the law on the oath is a question, whatever is believed of it', async () => {
    expect(await readBy('clerk')).toMatchObject({ law: { state: 'TH', standing: 'ask', value: 'either' } });
  });

  it('stands no more once somebody else has the seat, and theirs opens the gate anew', async () => {
    await confirm();
    const second = await enterPerson(store, 'interpreter');
    const replaced = { seat: 'interpreter', ids: [second.personId], reason: 'ill' };
    const told = await act(prepared, sessionId, 'replacements', replaced, { by: prepared.people.clerk });
    expect(told.status).toBe(201);
    expect((await doorNow()).gates.interpreter).toBe('missing');
    expect((await doorNow()).interpretedBy).toBeUndefined();
    expect(await readBy('clerk')).not.toHaveProperty('assignment');
    expect((await confirm()).body).toEqual({ gate: 'open', lacks: [] });
    expect(await readBy('clerk')).toHaveProperty('assignment');
  });
});

describe('a briefing', () => {
  it('tells what to prepare, and neither a name nor a place', async () => {
    expect((await get('clerk', `${road()}/briefing`)).body).toEqual({});
    await confirm();
    const { briefing } = (await get('clerk', `${road()}/briefing`)).body;
    expect(briefing).toEqual({
      kind: 'interview',
      between: ['my', 'th'],
      direction: 'both',
      mode: 'consecutive',
      part: 'lead',
      topics: ['recruitment', 'work'],
      heard: [prepared.witness],
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      hours: [{ start: '2027-03-02T02:00:00.000Z', end: '2027-03-02T03:00:00.000Z' }],
    });
  });
});
