import { bookingBody, witnessOf } from '../support/booking.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { personPartition } from '../../functions/cases/port/standing-decision.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { newKey, send, type Sent } from '../support/http.ts';
import { bangkokIn, expectDone, gateBodies, takeCase } from '../support/interview.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { doorOf, entriesOf, openedBy } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

const stack = deployedStack();
const { consent: yes, riskPlan: go } = gateBodies;

let office: Office;
/** A second support officer, a member of the same case, who does not hold contact with her. */
let colleague: string;
let sessionId: string;

/** Of the one who is heard. */
let caseId: string;
let party: string;
const path = () => `/api/witnesses/${caseId}/${party}`;

const act = (verb: string, body: unknown, more: Partial<Sent> = {}) =>
  send(stack.apiUrl, 'POST', `${path()}/${verb}`, {
    token: office.tokens['support-officer'],
    body,
    ...more,
  });
const read = (token: string) => send(stack.apiUrl, 'GET', path(), { token });
const gates = async () => (await doorOf(stack, sessionId)).gates;
const logged = async (prefix: string): Promise<Entry[]> =>
  (await entriesOf(stack, caseId)).filter(({ action }) => action.startsWith(prefix));

beforeAll(async () => {
  office = await newOffice(stack);
  const other = await newOffice(stack);
  colleague = other.tokens['support-officer'];
  const { ids, tokens } = office;
  const token = tokens.prosecutor;
  const holder = ids['support-officer'];
  const opened = await send(stack.apiUrl, 'POST', '/api/cases', {
    token,
    body: {
      reference: 'T 2/2026',
      requestingState: 'TH',
      hostState: 'MM',
      members: [ids.clerk, holder, ids.auditor, other.ids['support-officer']],
      witnesses: [{ protected: true, holder, zone: 'Asia/Yangon', mayKnow: [] }],
    },
  });
  caseId = expectDone(opened).body.caseId as string;
  party = await witnessOf(stack.apiUrl, token, caseId);
  for (const taker of [tokens['support-officer'], colleague]) await takeCase(stack, caseId, taker);
  const body = {
    caseId,
    kind: 'interview',
    local: bangkokIn(60),
    zone: 'Asia/Bangkok',
    minutes: 30,
    seats: { clerk: ids.clerk, supportOfficer: holder, interpreter: ids.interpreter },
  };
  const booker = { api: stack.apiUrl, token, personId: ids.prosecutor };
  const sent = await bookingBody(booker, body);
  sessionId = expectDone(await send(stack.apiUrl, 'POST', '/api/sessions', { token, body: sent })).body
    .sessionId;
});

describe('consent', () => {
  test('is not there at first', async () => {
    expect((await read(office.tokens.auditor)).body).toEqual({});
    await expect.poll(async () => (await gates()).consent).toBe('missing');
  });

  test('without understanding is refused, and nothing is kept', async () => {
    const answer = await act('consent', { ...yes, told: [] });
    expect(answer).toMatchObject({ status: 422, code: 'consent-missing' });
    expect(await logged('consent.')).toEqual([]);
    expect((await read(office.tokens['support-officer'])).body).toEqual({});
  });

  test('can be recorded by her holder only, not by a colleague of the case', async () => {
    for (const [verb, body] of [
      ['consent', yes],
      ['risk-plan', go],
    ] as const) {
      expect(await act(verb, body, { token: colleague })).toMatchObject({
        status: 403,
        code: 'not-your-role',
      });
    }
    expect(await gates()).toMatchObject({ consent: 'missing', riskPlan: 'missing' });
  });

  test('given opens the gate; the log tells that, and seals what she said', async () => {
    expect(await act('consent', yes)).toMatchObject({ status: 201, body: { gate: 'open' } });
    await expect.poll(async () => (await gates()).consent).toBe('open');
    const [entry] = await logged('consent.');
    expect(entry).toMatchObject({
      action: 'consent.given',
      actor: { role: 'support-officer', pseudonym: expect.stringMatching(/^S-/) },
      authority: { kind: 'consent', ref: expect.stringMatching(/^W-/) },
      details: { gate: 'open' },
    });
    expect(entry?.details).toEqual({ gate: 'open' });
    const opened = await openedBy(stack, 'witnesses', entry as Entry);
    expect(opened).toMatchObject({
      takePart: 'yes',
      liveVideo: 'yes',
      recording: 'no',
      language: yes.language,
      method: yes.method,
      ofAgeOn: '',
    });
    expect(JSON.parse(opened['material'] ?? '')).toEqual(yes.material);
  });

  test('is read in full by her holder; others learn that it is there', async () => {
    const full = (await read(office.tokens['support-officer'])).body;
    expect(full.consent.record).toEqual(yes);
    const { recordedAt } = full.consent;
    for (const token of [office.tokens.auditor, colleague])
      expect((await read(token)).body).toEqual({ consent: { recordedAt } });
    for (const token of [office.tokens.prosecutor, office.tokens.clerk])
      expect((await read(token)).body).toMatchObject({
        consent: { recordedAt, needed: { recording: { answer: 'no' }, inCamera: 'no' } },
      });
  });

  test('withdrawn closes the gate at once, however often it is sent', async () => {
    const key = newKey();
    for (let time = 0; time < 2; time += 1) {
      expect(await act('withdrawal', {}, { key })).toMatchObject({ status: 201, body: { gate: 'refused' } });
    }
    await expect.poll(async () => (await gates()).consent).toBe('refused');
    const entries = await logged('consent.withdrawn');
    expect(entries).toHaveLength(1);
    const { consent } = (await read(office.tokens['support-officer'])).body;
    expect(consent).toMatchObject({ withdrawnAt: entries[0]?.recordedAt, record: yes });
  });

  test('refused is recorded and closes; given anew it opens, and every step is kept', async () => {
    const no = { ...yes, scopes: { takePart: { answer: 'no' } }, told: [] };
    expect(await act('consent', no)).toMatchObject({ status: 201, body: { gate: 'refused' } });
    await expect.poll(async () => (await gates()).consent).toBe('refused');
    expect(await act('consent', yes)).toMatchObject({ status: 201, body: { gate: 'open' } });
    await expect.poll(async () => (await gates()).consent).toBe('open');
    expect((await logged('consent.')).map(({ action }) => action)).toEqual([
      'consent.given',
      'consent.withdrawn',
      'consent.refused',
      'consent.given',
    ]);
    const kept = await storeOf(stack).query('witnesses', personPartition(caseId, party), {
      prefix: 'consent#',
    });
    expect(kept.map(({ kind, record }) => [kind, record])).toEqual([
      ['record', yes],
      ['withdrawal', undefined],
      ['record', no],
      ['record', yes],
    ]);
  });

  test('a withdrawal and a consent at the same moment come one after the other', async () => {
    const before = (await logged('consent.')).length;
    const answers = await Promise.all([act('withdrawal', {}), act('consent', yes), act('withdrawal', {})]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const entries = await logged('consent.');
    expect(entries).toHaveLength(before + 3);
    await expect.poll(async () => (await gates()).consent).toBe(entries.at(-1)?.details['gate']);
  });
});

describe('the risk plan', () => {
  const word = (body: object) => act('risk-plan/word', body, { token: office.tokens.prosecutor });

  test('that says go without the own view, or with a high risk and nobody beside the witness, is refused', async () => {
    const { ownView: _, ...rest } = go;
    const phases = { ...go.phases, travel: { threats: [], remains: 'high' } };
    const answer = await act('risk-plan', { ...rest, phases, measures: ['pseudonym'] });
    expect(answer).toMatchObject({ status: 422, code: 'does-not-fit' });
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/ownView/danger',
      '/measures',
    ]);
    await expect.poll(async () => (await gates()).riskPlan).toBe('missing');
  });

  test('opens with the go of two, closes with the no-go of one; the log has the plan sealed', async () => {
    const plan = { ...go, fallback: 'ဘေးကင်းစွာ ပြန်ပို့ပါ' };
    expect(await act('risk-plan', plan)).toMatchObject({ status: 201, body: { gate: 'missing', plan: 1 } });
    expect(await word({ decision: 'go', plan: 1 })).toMatchObject({ status: 201, body: { gate: 'open' } });
    await expect.poll(async () => (await gates()).riskPlan).toBe('open');
    const [entry] = await logged('risk-plan.');
    expect(entry).toMatchObject({ action: 'risk-plan.approved', details: { gate: 'missing' } });
    const opened = await openedBy(stack, 'witnesses', entry as Entry);
    expect(JSON.parse(opened['plan'] ?? '')).toMatchObject({ fallback: plan.fallback });
    expect(opened['escapeWord']).toBe(go.escapeWord);
    expect((await read(office.tokens['support-officer'])).body.riskPlan.plan).toEqual(plan);
    expect((await read(colleague)).body.riskPlan).toEqual({
      recordedAt: entry?.recordedAt,
      decision: 'go',
      number: 1,
    });
    expect(await word({ decision: 'no-go' })).toMatchObject({ body: { gate: 'refused' } });
    await expect.poll(async () => (await gates()).riskPlan).toBe('refused');
    expect((await logged('risk-plan.')).at(-1)?.action).toBe('risk-plan.opposed');
  });
});
