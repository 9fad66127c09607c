import { beforeAll, describe, expect, test } from 'vitest';
import { personPartition } from '../../functions/cases/port/standing-decision.ts';
import { newKey, send, type Sent } from '../support/http.ts';
import { bookInterview, gateBodies, type Interview } from '../support/interview.ts';
import { doorOf, entriesOf } from '../support/session-log.ts';
import { storeOf } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { refusal } from './permission/a-grant.ts';

const stack = deployedStack();
const granted = gateBodies.permission;
const refused = { ...refusal, decidedOn: '2026-01-03' };

/** A door follows by the stream: soon, and on a busy machine not within the second that a poll waits by itself. */
const followed = { timeout: 20_000 };

let interview: Interview;
const path = () => `/api/requests/${interview.caseId}/${interview.witness}`;
const record = (body: unknown, more: Partial<Sent> = {}) =>
  send(stack.apiUrl, 'POST', `${path()}/permission`, {
    token: interview.tokens['central-authority'],
    body,
    ...more,
  });
const read = () => send(stack.apiUrl, 'GET', path(), { token: interview.tokens.auditor });
const logged = async () =>
  (await entriesOf(stack, interview.caseId)).filter(({ action }) => action.startsWith('permission.'));

/** What an auditor reads before anything was decided. */
const nothing = { mayEnter: 'nothing', mayReport: false, questions: [], mayEnterQuestions: [], before: [] };

beforeAll(async () => {
  interview = await bookInterview(stack, 60);
});

describe('the host State’s decision', () => {
  test('is missing at first', async () => {
    expect((await read()).body).toEqual(nothing);
    await expect
      .poll(async () => (await doorOf(stack, interview.sessionId)).gates.permission)
      .toBe('missing');
  });

  test('that is over already changes nothing', async () => {
    const before = await doorOf(stack, interview.sessionId);
    const answer = await record({ ...granted, validUntil: '2026-01-02' });
    expect(answer).toMatchObject({ status: 422, code: 'does-not-fit' });
    expect(answer.body.errors).toEqual([{ pointer: '/validUntil', message: expect.any(String) }]);
    expect(await doorOf(stack, interview.sessionId)).toEqual(before);
    expect(await logged()).toEqual([]);
    expect((await read()).body).toEqual(nothing);
  });

  test('granted opens the gate and stands in the log with its terms', async () => {
    const answer = await record(granted);
    expect(answer).toMatchObject({ status: 201, body: { decision: 'granted' } });
    await expect.poll(async () => (await doorOf(stack, interview.sessionId)).gates.permission).toBe('open');
    const [entry] = await logged();
    const { legalBasis, decidedOn, validUntil, conditions } = granted;
    expect(entry).toMatchObject({
      action: 'permission.granted',
      actor: { role: 'central-authority', pseudonym: expect.stringMatching(/^H-/) },
      authority: { kind: 'permission', ref: granted.reference },
      subject: { kind: 'witness', ref: interview.witness },
      details: { legalBasis, decidedOn, validUntil, conditions },
    });
    const { recordedAt, decision } = (await read()).body.permission;
    expect(decision).toEqual(granted);
    expect(recordedAt).toBe(entry?.recordedAt);
  });

  test('that wants another way first opens the gate once that way did not work', async () => {
    const token = interview.tokens['central-authority'];
    const ways = { ...granted, modalities: ['written-questions', 'live'] };
    expect(await record(ways)).toMatchObject({ status: 201 });
    const gate = async () => (await doorOf(stack, interview.sessionId)).gates.permission;
    await expect.poll(gate, followed).toBe('missing');
    const body = { modality: 'written-questions', outcome: 'failed', on: ways.decidedOn };
    expect(await send(stack.apiUrl, 'POST', `${path()}/ways`, { token, body })).toMatchObject({
      status: 201,
      body: { opens: true },
    });
    await expect.poll(gate, followed).toBe('open');
    expect((await logged()).at(-1)).toMatchObject({ action: 'permission.way-tried' });
  });

  test('refused later closes the gate again; both decisions are kept', async () => {
    expect(await record(refused)).toMatchObject({ status: 201, body: { decision: 'refused' } });
    await expect
      .poll(async () => (await doorOf(stack, interview.sessionId)).gates.permission, followed)
      .toBe('refused');
    expect((await logged()).map(({ action }) => action)).toEqual([
      'permission.granted',
      'permission.granted',
      'permission.way-tried',
      'permission.refused',
    ]);
    expect((await read()).body).toMatchObject({
      permission: { decision: refused },
      before: [{ decision: { modalities: ['written-questions', 'live'] } }, { decision: granted }],
    });
    const kept = await storeOf(stack).query('requests', personPartition(interview.caseId, interview.witness));
    expect(kept.flatMap((item) => item['decision'] ?? [])).toEqual([
      granted,
      expect.objectContaining({ modalities: ['written-questions', 'live'] }),
      refused,
    ]);
  });

  test('that leaves no link is told to whoever was to be heard, and written questions go their way', async () => {
    const asked = async () =>
      (await send(stack.apiUrl, 'GET', '/api/requests/tasks', { token: interview.tokens['support-officer'] }))
        .body.tasks as { party: string; task: string }[];
    expect(await asked()).toMatchObject([{ party: interview.witness, task: 'tell' }]);
    const { decision } = (await read()).body.noLink as { decision: number };
    const body = {
      decision,
      on: refused.decidedOn,
      how: 'by-phone',
      with: 'nobody-else',
      language: 'my',
      took: 'Quietly.',
    };
    const told = await send(stack.apiUrl, 'POST', `${path()}/told`, {
      token: interview.tokens['support-officer'],
      body,
    });
    expect(told).toMatchObject({ status: 201, body: { told: true } });
    expect(await asked()).toEqual([]);
    expect((await logged()).at(-1)).toMatchObject({ action: 'permission.told', details: { decision } });
    const inWriting = { ...granted, modalities: ['written-questions'] };
    expect(await record(inWriting)).toMatchObject({ status: 201 });
    // Of the host State, which answers and does not ask.
    const token = interview.tokens['central-authority'];
    const questions = {
      step: 'sent',
      on: granted.decidedOn,
      number: 'AG 1/2570',
      sha256: 'a'.repeat(64),
      language: 'my',
      translation: 'plain',
    };
    const sent = await send(stack.apiUrl, 'POST', `${path()}/questions`, { token, body: questions });
    expect(sent).toMatchObject({ status: 403, code: 'requesting-state-sends' });
    expect(await record(refused)).toMatchObject({ status: 201 });
  });

  test('sent twice, or twice at once, with one key is one decision and one answer', async () => {
    const before = (await logged()).length;
    const key = newKey();
    const answers = [await record(granted, { key }), await record(granted, { key })];
    const other = newKey();
    answers.push(...(await Promise.all([1, 2, 3].map(() => record(granted, { key: other })))));
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 201, body: { decision: 'granted' } });
    }
    expect((await logged()).length).toBe(before + 2);
  });

  test('many decisions at the same moment are kept one after the other', async () => {
    const before = (await logged()).length;
    const answers = await Promise.all(
      [granted, refused, granted, refused].map((decision) => record(decision)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const entries = await logged();
    expect(entries.length).toBe(before + 4);
    const last = entries.at(-1)?.action === 'permission.granted' ? 'open' : 'refused';
    await expect.poll(async () => (await doorOf(stack, interview.sessionId)).gates.permission).toBe(last);
  });

  test('is entered also while a session is cancelled, and stands for the others of that person', async () => {
    const token = interview.tokens.prosecutor;
    const address = `/api/sessions/${interview.sessionId}/cancellation`;
    const cancel = { token, body: { reason: 'not-permitted' } };
    expect((await send(stack.apiUrl, 'POST', address, cancel)).status).toBe(201);
    const before = (await logged()).length;
    expect(await record(refused)).toMatchObject({ status: 201 });
    expect((await logged()).length).toBe(before + 1);
    await expect
      .poll(async () => (await doorOf(stack, interview.sessionId)).gates.permission)
      .toBe('refused');
  });
});
