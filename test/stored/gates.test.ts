import { describe, expect, test } from 'vitest';
import { gateBodies } from '../support/interview.ts';
import { follow } from '../support/followed.ts';
import { refusal } from '../requests/permission/a-grant.ts';
import { openCopy, taken, type Copy } from './copy.ts';
import { as, firstCase, session } from './who-is-who.ts';

/** Who is heard in the first case. */
const herName = 'W-KN6N';
const her = `${firstCase}/${herName}`;

const { consent, interpreter, riskPlan } = gateBodies;
const keysOf = async ({ store }: Copy, table: string, sessionId: string) =>
  (await store.query(table, `session#${sessionId}`)).map(({ sk }) => sk);

const gatesOf = async ({ get }: Copy, sessionId: string) => {
  const { body } = await get(as.clerk, `sessions/${sessionId}`);
  return (body.gates as { gate: string; state: string }[]).map(({ gate, state }) => `${gate} ${state}`);
};

describe('consent and plan that were stored in November 2026', () => {
  test('are read in full by her holder, and by others that they are there', async () => {
    const { get } = openCopy();
    const whole = await get(as.support, `witnesses/${session.decidedAgainst}`);
    expect(whole.body).toMatchObject({
      consent: {
        recordedAt: '2026-11-23T07:01:40.000Z',
        withdrawnAt: '2026-11-23T07:01:45.000Z',
        earlier: { scopes: { recording: 'yes' }, language: 'shn', interpreter: 'present', mark: 'signature' },
      },
      riskPlan: {
        recordedAt: '2026-11-23T07:01:55.000Z',
        decision: 'no-go',
        earlier: { phases: { travel: 'high' }, note: 'The road is watched.' },
      },
    });
    const others = await get(as.prosecutor, `witnesses/${session.ended}`);
    expect(others.body).toEqual({
      consent: { recordedAt: '2026-11-23T02:04:30.000Z' },
      riskPlan: { recordedAt: '2026-11-23T02:04:35.000Z', decision: 'go', number: 1, reason: 'review-due' },
    });
  });

  test('her consent can be withdrawn for the case: the doors close, and what she said stays', async () => {
    const copy = openCopy();
    const before = await keysOf(copy, 'witnesses', session.paused);
    const told = await copy.post(as.support, `witnesses/${her}/withdrawal`);
    expect(told).toMatchObject({ status: 201, body: { gate: 'refused' } });
    // Before any door has followed.
    expect(await copy.post(as.clerk, `rooms/${session.paused}/passes`)).toMatchObject({
      body: { code: 'gates-closed' },
    });
    await follow(copy.store, { caseId: firstCase, witness: herName }, new Date(taken));
    expect(await gatesOf(copy, session.paused)).toContain('consent refused');
    expect(await gatesOf(copy, session.moved)).toContain('consent refused');
    const { body } = await copy.get(as.support, `witnesses/${session.paused}`);
    expect(body.consent).toMatchObject({
      recordedAt: '2026-11-24T01:35:15.000Z',
      earlier: { mark: 'thumbprint' },
    });
    expect(await keysOf(copy, 'witnesses', session.paused)).toEqual(before);
    expect((await copy.get(as.support, `witnesses/${her}`)).body).toMatchObject({
      consent: { withdrawnAt: taken },
    });
  });

  test('and given after a withdrawal, with another plan', async () => {
    const copy = openCopy();
    const consented = await copy.post(as.support, `witnesses/${her}/consent`, consent);
    expect(consented).toMatchObject({ status: 201, body: { gate: 'open' } });
    const planned = await copy.post(as.support, `witnesses/${her}/risk-plan`, riskPlan);
    expect(planned).toMatchObject({ status: 201, body: { gate: 'missing', plan: 1 } });
    const seconded = await copy.post(as.prosecutor, `witnesses/${her}/risk-plan/word`, {
      decision: 'go',
      plan: 1,
    });
    expect(seconded).toMatchObject({ status: 201, body: { gate: 'open' } });
    const gates = await gatesOf(copy, session.decidedAgainst);
    expect(gates.filter((gate) => !gate.endsWith(' open'))).toEqual([
      'attendingOfficer missing',
      'interpreter refused',
      'rehearsal untested',
    ]);
    expect(gates).toEqual(expect.arrayContaining(['permission open', 'consent open', 'riskPlan open']));
    const { body } = await copy.get(as.support, `witnesses/${her}`);
    expect(body.consent).toEqual({ recordedAt: taken, record: consent });
  });
});

describe('decisions of November 2026', () => {
  test('the last permission stands, and the next one stands in its place', async () => {
    const copy = openCopy();
    const read = async () => (await copy.get(as.clerk, `requests/${session.decidedAgainst}`)).body as unknown;
    expect(await read()).toEqual({
      permission: {
        decision: 'granted',
        legalBasis: 'untoc-18',
        reference: 'MLA 10/2026 B',
        decidedOn: '2026-11-02',
        validUntil: '2026-12-20',
        conditions: ['attending-officer-present'],
        recordedAt: '2026-11-23T07:01:35.000Z',
      },
    });
    const refused = { ...refusal, reference: 'MLA 10/2026 C' };
    await copy.post(as.authority, `requests/${her}/permission`, refused);
    expect((await copy.get(as.clerk, `requests/${her}`)).body).toMatchObject({
      permission: { decision: refused },
    });
    expect(await gatesOf(copy, session.decidedAgainst)).toContain('permission refused');
  });

  test('a session that is moved beyond its permission has none', async () => {
    const copy = openCopy();
    const to = { days: [{ local: '2027-01-12T10:00' }], zone: 'Asia/Bangkok' };
    expect((await copy.post(as.prosecutor, `sessions/${session.moved}/move`, to)).status).toBe(201);
    expect(await gatesOf(copy, session.moved)).toContain('permission missing');
  });

  test('an interpreter who was declined can be confirmed, and each of a team has their own', async () => {
    const copy = openCopy();
    const declined = await copy.get(as.clerk, `interpreting/${session.decidedAgainst}`);
    expect(declined.body.earlier).toMatchObject({ mode: 'simultaneous', conflict: 'declared' });
    const told = await copy.post(as.clerk, `interpreting/${session.decidedAgainst}/assignment`, interpreter);
    expect(told).toMatchObject({ status: 201, body: { gate: 'open' } });
    const one = await copy.get(as.secondClerk, `interpreting/${session.open}?pseudonym=I-RTJT`);
    expect(one.body.earlier).toMatchObject({ between: ['my', 'th'], undertaking: true });
  });
});
