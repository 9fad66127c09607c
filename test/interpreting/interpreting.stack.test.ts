import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { bookingBody } from '../support/booking.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { confirmed, spokenOath } from '../support/confirmed-interpreter.ts';
import { send } from '../support/http.ts';
import {
  bangkokIn,
  bookInterview,
  expectDone,
  guest,
  openGate,
  room,
  type Interview,
} from '../support/interview.ts';
import { doorOf, entriesOf, openedBy } from '../support/session-log.ts';
import { oneMoreInterpreter, type OfficeRole } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

const stack = deployedStack();

let interview: Interview;
/** The first of two, once there are two. */
let first: string | undefined;
const path = () => `/api/interpreting/${interview.sessionId}`;
const post = (verb: string, body: unknown, as: OfficeRole = 'clerk') =>
  send(stack.apiUrl, 'POST', `${path()}/${verb}`, { token: interview.tokens[as], body });
const confirm = (body: unknown) => post('assignment', body);
const read = (as: OfficeRole = 'clerk') => send(stack.apiUrl, 'GET', path(), { token: interview.tokens[as] });
const gate = async () => (await doorOf(stack, interview.sessionId)).gates.interpreter;
const logged = async () =>
  (await entriesOf(stack, interview.sessionId)).filter(({ action }) => action.startsWith('interpreter.'));

/** In the same case, with the same interpreter. @param startsIn minutes */
async function anotherSession(startsIn = 200): Promise<string> {
  const { api, caseId, ids, tokens } = interview;
  const brief = {
    caseId,
    kind: 'interview',
    local: bangkokIn(startsIn),
    zone: 'Asia/Bangkok',
    minutes: 30,
    seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
  };
  const token = tokens.prosecutor;
  const body = await bookingBody({ api, token, personId: ids.prosecutor }, brief);
  const booked = expectDone(await send(api, 'POST', '/api/sessions', { token, body }));
  return booked.body.sessionId as string;
}

beforeAll(async () => {
  interview = await bookInterview(stack, 60);
});

describe('the interpreter', () => {
  test('who lacks a language is not confirmed, and nothing is changed', async () => {
    expect((await read()).body).not.toHaveProperty('assignment');
    const answer = await confirm({ ...confirmed, between: ['shn', 'th'] });
    expect(answer).toMatchObject({ status: 422, code: 'person-not-suitable' });
    expect(answer.body.errors).toEqual([{ pointer: '/between/0', message: expect.any(String) }]);
    expect(await gate()).toBe('missing');
    expect(await logged()).toEqual([]);
  });

  test('gives their word step by step, and the last step opens the gate', async () => {
    const { onPaper: _none, ...alone } = confirmed;
    expect(await confirm(alone)).toMatchObject({ status: 409, code: 'declaration-needed' });
    expect(await post('declaration', { declaration: { conflict: 'none' } })).toMatchObject({ status: 201 });
    expect((await confirm(alone)).body).toEqual({ gate: 'missing', lacks: ['oath', 'briefing'] });
    expect((await post('oath', { oath: spokenOath })).body.lacks).toEqual(['briefing']);
    const told = await send(stack.apiUrl, 'GET', `${path()}/briefing`, { token: interview.tokens.clerk });
    const { hash } = told.body.briefing as { hash: string };
    expect((await post('briefing', { hash })).body).toEqual({ gate: 'open', lacks: [] });
    expect(await gate()).toBe('open');
  });

  test('is confirmed under a pseudonym; the log seals the languages', async () => {
    expect(await confirm(confirmed)).toMatchObject({ status: 201, body: { gate: 'open' } });
    const entry = (await logged()).at(-1);
    expect(entry).toMatchObject({
      action: 'interpreter.confirmed',
      actor: { role: 'clerk', pseudonym: expect.stringMatching(/^C-/) },
      subject: { kind: 'interpreter', ref: expect.stringMatching(/^I-/) },
      details: { gate: 'open', mode: 'consecutive', onPaper: ['declaration', 'oath', 'briefing'] },
    });
    expect(await openedBy(stack, 'interpreting', entry as Entry)).toMatchObject({ between: 'my th' });
    expect(JSON.stringify(entry)).not.toContain('"my');
    const { between, onPaper: _paper, vetting, topics, ...rest } = confirmed;
    const { recordedAt, ...assignment } = (await read()).body.assignment;
    expect(assignment).toEqual({ ...rest, between, vetting, topics });
    const others = async (as: OfficeRole) => (await read(as)).body.assignment as object;
    expect(await others('prosecutor')).toEqual({ ...rest, recordedAt });
    expect(await others('support-officer')).toEqual({ ...rest, between, recordedAt });
    expect(recordedAt).toBe(entry?.recordedAt);
  });

  test('is a man where a woman is wished for: the gate follows the wish, and that it is waived', async () => {
    const { api, caseId, witness, tokens } = interview;
    const say = (verb: string, body: object) =>
      send(api, 'POST', `/api/witnesses/${caseId}/${witness}/${verb}`, {
        token: tokens['support-officer'],
        body,
      });
    const scopes = { ...fullConsent.scopes, womanInterpreter: { answer: 'yes' } };
    expect(await say('consent', { ...fullConsent, scopes })).toMatchObject({ status: 201 });
    await expect.poll(gate, { timeout: 20_000 }).toBe('missing');
    expect(
      await say('wishes', { waived: 'womanInterpreter', said: { by: 'themselves', how: 'aloud' } }),
    ).toMatchObject({ status: 201 });
    await expect.poll(gate, { timeout: 20_000 }).toBe('open');
    // On her own page, too, she is asked, and says it herself.
    expect(await say('consent', { ...fullConsent, scopes })).toMatchObject({ status: 201 });
    await expect.poll(gate, { timeout: 20_000 }).toBe('missing');
    const she = await guest(interview, 'witness');
    const page = () => send(api, 'GET', `/api/rooms/${interview.sessionId}`, she);
    expect((await page()).body).toMatchObject({ womanWished: true });
    expect(await room(interview, she, 'wishes', { waived: 'womanInterpreter' })).toMatchObject({
      status: 201,
    });
    await expect.poll(gate, { timeout: 20_000 }).toBe('open');
    expect((await page()).body).not.toHaveProperty('womanWished');
    expect(await openGate(interview, 'consent')).toMatchObject({ status: 201 });
  });

  test('and the witness who do not understand each other are stopped, and confirmed anew', async () => {
    expect(await post('not-understood', { why: 'dialect' }, 'support-officer')).toMatchObject({
      status: 201,
      body: { gate: 'missing', lacks: ['not-understood'] },
    });
    expect(await gate()).toBe('missing');
    expect(await confirm(confirmed)).toMatchObject({ body: { gate: 'open' } });
  });

  test('is joined by another, and both are confirmed anew for another way of interpreting', async () => {
    const { api, sessionId, tokens } = interview;
    const second = await oneMoreInterpreter(stack, interview);
    const change = (verb: string, body: object) =>
      send(api, 'POST', `/api/sessions/${sessionId}/${verb}`, { token: tokens.clerk, body });
    const overrides = (['short-notice', 'outside-hours', 'unsociable', 'holiday'] as const).map((what) => ({
      what,
      reason: 'agreed-by-all',
    }));
    const added = await change('interpreters', { ids: [second], overrides });
    expect(added).toMatchObject({ status: 201, body: { pseudonym: expect.stringMatching(/^I-/) } });
    expect(await gate()).toBe('missing');
    expect(await change('mode', { mode: 'simultaneous' })).toMatchObject({ status: 201 });
    const shown = await send(api, 'GET', `/api/sessions/${sessionId}`, { token: tokens.clerk });
    const seats = (shown.body.seats as { seat: string; pseudonym: string }[]).filter(
      ({ seat }) => seat === 'interpreter',
    );
    expect(seats).toHaveLength(2);
    for (const { pseudonym } of seats)
      expect(await confirm({ ...confirmed, mode: 'simultaneous', pseudonym })).toMatchObject({ status: 201 });
    expect(await gate()).toBe('open');
    [first] = seats.map(({ pseudonym }) => pseudonym);
  });

  test('has times, which the clerk enters where the room counted otherwise, and its agency reads in sum', async () => {
    const { api, sessionId, tokens } = interview;
    const back = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const times = {
      pseudonym: first,
      day: 1,
      from: back(3),
      until: back(1),
      reason: 'worked-beside-the-room',
    };
    expect(await post('times', times)).toMatchObject({ status: 201, body: { day: 1 } });
    const told = await send(api, 'GET', `/api/interpreting/${sessionId}/times`, { token: tokens.clerk });
    const rows = told.body.interpreters as { pseudonym: string; days: { actual?: object }[] }[];
    expect(rows.find(({ pseudonym }) => pseudonym === first)?.days).toMatchObject([
      { actual: { minutes: 2, by: 'clerk', reason: 'worked-beside-the-room' } },
    ]);
    // Nothing has begun that somebody could have missed.
    expect(await post('no-show', { pseudonym: first, why: 'sick' })).toMatchObject({ code: 'does-not-fit' });
    const month = back(0).slice(0, 7);
    const sums = await send(api, 'GET', `/api/interpreting/agency/hours?month=${month}`, {
      token: tokens['agency-administrator'],
    });
    expect(sums).toMatchObject({ status: 200 });
    expect((sums.body.people as object[]).length).toBeGreaterThan(1);
    expect(JSON.stringify(sums.body)).not.toContain(sessionId);
  });

  test('with a conflict closes the gate for good, and that of every other session of theirs in the case', async () => {
    const other = await anotherSession();
    const otherGate = async () => (await doorOf(stack, other)).gates.interpreter;
    expect(await otherGate()).toBe('missing');
    const declaration = { conflict: 'declared', kinds: ['embassy'], reason: 'Works there on Fridays.' };
    expect(await post('declaration', { pseudonym: first, declaration })).toMatchObject({
      body: { gate: 'refused' },
    });
    expect(await gate()).toBe('refused');
    await expect.poll(otherGate, { timeout: 20_000 }).toBe('refused');
    await expect(anotherSession(300)).rejects.toThrow('conflict-declared');
    expect((await logged()).at(-1)).toMatchObject({ action: 'interpreter.declined' });
    expect(JSON.stringify(await logged())).not.toContain('Fridays');
    expect(await confirm({ ...confirmed, mode: 'simultaneous', pseudonym: first })).toMatchObject({
      status: 422,
      code: 'conflict-declared',
    });
    const told = await send(stack.apiUrl, 'GET', `${path()}?pseudonym=${first}`, {
      token: interview.tokens.clerk,
    });
    expect(told.body).toMatchObject({ declared: 'declared', lacks: ['conflict'] });
  });
});
