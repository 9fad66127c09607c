import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { everyGateOpen } from '../../functions/sessions/port/door.ts';
import { allOpen } from '../support/all-open.ts';
import { actorOf, ask, enterPerson } from '../support/in-process.ts';
import { newKey } from '../support/http.ts';
import { entriesIn, logSize } from '../support/log-entries.ts';
import { admitted, nameParty, prepareCase } from '../support/prepared-case.ts';
import { bookKind } from '../support/session-verbs.ts';
import { failed, partly, passed, preparedHearing, type PreparedHearing } from './prepared-hearing.ts';

let here: PreparedHearing;
beforeEach(async () => {
  here = await preparedHearing();
});

const officer = () => here.people['support-officer'];
const record = (body: object, by = officer(), key?: string) => here.post(by, 'results', body, key);
const lastOf = async (logId: string) => (await entriesIn(here.store, logId)).at(-1);
const setAside = (
  by = here.people.prosecutor,
  body: object = { number: 1, reason: 'Sound is by telephone.' },
) => here.post(by, 'setting-aside', body);

describe('a session that nobody has tested', () => {
  it('has a gate that closes nothing and is no yes', async () => {
    expect(await here.gate()).toBe('untested');
    await here.move({ gates: { ...allOpen, rehearsal: 'untested' } });
    expect(everyGateOpen(await here.door())).toBe(true);
    expect((await here.read()).body).toMatchObject({ gate: 'untested', results: [] });
  });
});

describe('what a test came to', () => {
  it('opens the gate where everything works: details in the case’s log, the gate alone in the session’s', async () => {
    const told = await record({ ...passed, limits: 'A lamp is to be brought.' });
    expect(told).toMatchObject({ status: 201, body: { number: 1, outcome: 'passed', gate: 'open' } });
    expect(await here.gate()).toBe('open');
    const ofCase = await lastOf(here.prepared.caseId);
    expect(ofCase).toMatchObject({
      action: 'rehearsal.recorded',
      actor: { role: 'support-officer' },
      subject: { kind: 'session', ref: here.sessionId },
      details: { number: 1, what: 'test-call', outcome: 'passed', ...passed.points, ...passed.measured },
    });
    expect(Object.keys(ofCase?.sealed ?? {})).toEqual(['limits']);
    const ofSession = await lastOf(here.sessionId);
    expect(ofSession).toMatchObject({ action: 'rehearsal.gate-moved', details: { state: 'open' } });
    expect(Object.keys(ofSession?.details ?? {}).toSorted()).toEqual(['caseEntry', 'state']);
    expect(JSON.stringify(await entriesIn(here.store, here.sessionId))).not.toMatch(/lamp|picture|jitter/);
  });

  it('closes the door where something fails, until a test passes; every version stays', async () => {
    await here.move({ gates: { ...allOpen, rehearsal: 'open' } });
    expect((await record(failed)).body).toMatchObject({ outcome: 'failed', gate: 'missing' });
    expect(everyGateOpen(await here.door())).toBe(false);
    expect((await record(partly)).body).toMatchObject({ outcome: 'partly', gate: 'missing' });
    expect((await record(passed)).body).toMatchObject({ number: 3, outcome: 'passed', gate: 'open' });
    expect(everyGateOpen(await here.door())).toBe(true);
    const { results } = (await here.read()).body;
    expect(
      results.map(({ number, outcome }: { number: number; outcome: string }) => [number, outcome]),
    ).toEqual([
      [3, 'passed'],
      [2, 'partly'],
      [1, 'failed'],
    ]);
    // The gate moved twice, and stayed once.
    const moves = (await entriesIn(here.store, here.sessionId)).filter(
      ({ action }) => action === 'rehearsal.gate-moved',
    );
    expect(moves.map(({ details }) => details['state'])).toEqual(['missing', 'open']);
  });

  it('names the visit or rehearsal in which it was tried, of this case and with whom it is about', async () => {
    const visit = await bookKind(here.prepared, '2027-03-01T13:00', 'preparation-visit');
    const testedIn = visit.body.sessionId as string;
    expect((await record({ ...passed, testedIn })).body).toMatchObject({ gate: 'open' });
    expect((await here.read()).body.results[0].testedIn).toBe(testedIn);
    const interview = here.sessionId;
    const other = await prepareCase(here.store);
    const elsewhere = (await bookKind(other, '2027-03-01T13:00', 'preparation-visit')).body
      .sessionId as string;
    for (const wrong of [interview, elsewhere, '4x7k2q9d1m3n5p8r0s6t7v2w4y'])
      expect((await record({ ...passed, testedIn: wrong })).body).toMatchObject({
        code: 'does-not-fit',
        errors: [{ pointer: '/testedIn' }],
      });
  });

  it('counts once, however often the same request comes', async () => {
    const key = newKey();
    const first = await record(failed, officer(), key);
    const size = await logSize(here.store, here.prepared.caseId);
    await record(passed);
    expect((await record(failed, officer(), key)).body).toEqual(first.body);
    expect(await here.gate()).toBe('open');
    expect(await logSize(here.store, here.prepared.caseId)).toBe(size + 1);
  });
});

describe('who may not say what a test came to', () => {
  /** The answer's status, and whether nothing at all was written. */
  const touches = async (asked: () => Promise<{ status: number }>) => {
    const before = new Map(here.store.items);
    const { status } = await asked();
    return [status, isDeepStrictEqual(before, new Map(here.store.items)) ? 'nothing' : 'something'];
  };

  it('somebody of another case, in a role that tests: it is not there', async () => {
    await record(failed);
    const stranger = await prepareCase(here.store);
    for (const role of ['support-officer', 'clerk', 'technician'] as const)
      expect(await touches(() => record(passed, stranger.people[role]))).toEqual([404, 'nothing']);
    expect(await touches(() => setAside(stranger.people.prosecutor))).toEqual([404, 'nothing']);
  });

  it('the accused’s counsel, though the court admitted them and they have a seat', async () => {
    const accused = await nameParty(here.prepared, 'accused');
    const counsel = await admitted(here.prepared, 'defence-counsel', accused);
    await record(failed);
    const door = await here.door();
    await here.move({
      seats: [...door.seats, { seat: 'defence-counsel', pseudonym: 'D-2222', personId: counsel.personId }],
    });
    for (const [verb, body] of [
      ['results', passed],
      ['setting-aside', { number: 1, reason: 'It is well.' }],
      ['ticks', { item: 'echo', state: 'done' }],
    ] as const)
      expect(await touches(() => here.post(counsel, verb, body))).toEqual([403, 'nothing']);
    expect((await here.read(counsel)).status).toBe(403);
  });

  it('somebody of the case who neither takes part nor holds contact', async () => {
    for (const role of ['technician', 'attending-officer'] as const)
      expect(await touches(() => record(passed, here.people[role]))).toEqual([
        role === 'technician' ? 404 : 403,
        'nothing',
      ]);
  });

  it('anybody, of a session that is over, called off, or only held', async () => {
    await here.move({ status: 'held' });
    expect((await record(failed)).body.code).toBe('hold-not-confirmed');
    for (const status of ['cancelled', 'ended'] as const) {
      await here.move({ status });
      expect(await touches(() => record(failed))).toEqual([410, 'nothing']);
      expect(await touches(() => setAside())).toEqual([410, 'nothing']);
      expect(await touches(() => here.post(officer(), 'ticks', { item: 'echo', state: 'done' }))).toEqual([
        410,
        'nothing',
      ]);
    }
  });

  it('anybody, of a visit, in which nobody is heard', async () => {
    const visit = (await bookKind(here.prepared, '2027-03-01T13:00', 'preparation-visit')).body
      .sessionId as string;
    const told = await ask(
      here.api(),
      actorOf(officer()),
      'POST',
      `/api/preparation/${visit}/results`,
      passed,
    );
    expect(told.body.code).toBe('gate-not-needed');
  });

  it('nobody ends a hearing that is under way by a failed test: that is what a pause is for', async () => {
    await record(passed);
    here.at('2027-03-02T02:10:00.000Z');
    expect((await record(failed)).body).toMatchObject({ code: 'does-not-fit' });
    expect(await here.gate()).toBe('open');
    // Before it begins, from an hour before on, it is a test like any other; and one that passes counts at any hour.
    here.at('2027-03-02T01:30:00.000Z');
    expect((await record(failed)).body.gate).toBe('missing');
    here.at('2027-03-02T02:10:00.000Z');
    expect((await record(passed)).body.gate).toBe('open');
  });

  it('a flood of one person stops at that person', async () => {
    const before = { kind: 'result', result: partly, outcome: 'partly' };
    await here.enteredBy(
      officer(),
      'test',
      Array.from({ length: 119 }, () => before),
    );
    expect((await record(failed)).body).toMatchObject({ number: 120, gate: 'missing' });
    expect(await touches(() => record(failed))).toEqual([409, 'nothing']);
    expect((await record(passed, here.people.clerk)).body).toMatchObject({ gate: 'open' });
  });
});

describe('a failed test', () => {
  it('is set aside by the prosecutor of an interview, with a reason that is sealed, and is no yes', async () => {
    await record(failed);
    expect((await setAside()).body).toEqual({ gate: 'untested' });
    expect(await here.gate()).toBe('untested');
    expect(await lastOf(here.prepared.caseId)).toMatchObject({
      action: 'rehearsal.set-aside',
      actor: { role: 'prosecutor' },
      details: { number: 1 },
    });
    expect((await lastOf(here.sessionId))?.details).toMatchObject({ state: 'untested', setAside: true });
    expect((await here.read()).body).toMatchObject({
      gate: 'untested',
      setAside: { role: 'prosecutor', reason: 'Sound is by telephone.' },
    });
    // Another failed one is another matter.
    expect((await record(failed)).body.gate).toBe('missing');
    expect((await here.read()).body.setAside).toBeUndefined();
  });

  it('is set aside by nobody who tests, and by nobody who has no seat', async () => {
    await record(failed);
    const another = await enterPerson(here.store, 'prosecutor');
    expect((await setAside(officer())).status).toBe(403);
    expect((await setAside(here.people.clerk)).status).toBe(403);
    expect((await setAside(another)).status).toBe(404);
    // Of the case, without a seat in this session.
    expect((await setAside(here.people.judge)).body.code).toBe('not-your-role');
    expect(await here.gate()).toBe('missing');
  });

  it('where judges sit, by the one who presides and by no prosecutor', async () => {
    await record(failed);
    const { seats } = await here.door();
    const judge = { seat: 'judge' as const, pseudonym: 'J-2222', personId: here.people.judge.personId };
    await here.move({ seats: [...seats, judge] });
    expect((await setAside(here.people.judge)).body.code).toBe('not-your-role');
    await here.move({ seats: [...seats, { ...judge, presides: true }] });
    expect((await setAside()).body.code).toBe('not-your-role');
    expect((await here.read(here.people.judge)).body.maySetAside).toBe(true);
    expect((await setAside(here.people.judge)).body).toEqual({ gate: 'untested' });
  });

  it('is set aside as it was read: of another one that came meanwhile, or where none stands, nothing', async () => {
    expect((await setAside()).body.code).toBe('changed-meanwhile');
    await record(failed);
    await record(failed);
    expect((await setAside()).body.code).toBe('changed-meanwhile');
    expect((await setAside(here.people.prosecutor, { number: 2, reason: 'By telephone.' })).status).toBe(201);
    expect((await setAside(here.people.prosecutor, { number: 2, reason: 'By telephone.' })).body.code).toBe(
      'changed-meanwhile',
    );
  });
});
