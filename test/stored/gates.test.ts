import { describe, expect, test } from 'vitest';
import { gateBodies } from '../support/interview.ts';
import { openCopy, type Copy } from './copy.ts';
import { as, session } from './who-is-who.ts';

const { consent, interpreter, permission, riskPlan } = gateBodies;
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
        record: { scopes: { recording: 'yes' }, language: 'shn', interpreter: 'present', mark: 'signature' },
      },
      riskPlan: {
        recordedAt: '2026-11-23T07:01:55.000Z',
        decision: 'no-go',
        plan: { phases: { travel: 'high' }, note: 'The road is watched.' },
      },
    });
    const others = await get(as.prosecutor, `witnesses/${session.ended}`);
    expect(others.body).toEqual({
      consent: { recordedAt: '2026-11-23T02:04:30.000Z' },
      riskPlan: { recordedAt: '2026-11-23T02:04:35.000Z', decision: 'go' },
    });
  });

  test('her consent can be withdrawn: the door closes, and what she said stays', async () => {
    const copy = openCopy();
    const before = await keysOf(copy, 'witnesses', session.paused);
    const told = await copy.post(as.support, `witnesses/${session.paused}/withdrawal`);
    expect(told).toMatchObject({ status: 201, body: { gate: 'refused' } });
    expect(await gatesOf(copy, session.paused)).toContain('consent refused');
    const { body } = await copy.get(as.support, `witnesses/${session.paused}`);
    expect(body.consent).toMatchObject({
      recordedAt: '2026-11-24T01:35:15.000Z',
      withdrawnAt: '2026-11-24T02:51:00.000Z',
      record: { mark: 'thumbprint' },
    });
    expect(await keysOf(copy, 'witnesses', session.paused)).toEqual(expect.arrayContaining([...before]));
    expect(await copy.post(as.clerk, `rooms/${session.paused}/passes`)).toMatchObject({
      body: { code: 'gates-closed' },
    });
  });

  test('and given after a withdrawal, with another plan', async () => {
    const copy = openCopy();
    const consented = await copy.post(as.support, `witnesses/${session.decidedAgainst}/consent`, consent);
    expect(consented).toMatchObject({ status: 201, body: { gate: 'open' } });
    const planned = await copy.post(as.support, `witnesses/${session.decidedAgainst}/risk-plan`, riskPlan);
    expect(planned).toMatchObject({ status: 201, body: { gate: 'open' } });
    const gates = await gatesOf(copy, session.decidedAgainst);
    expect(gates.filter((gate) => !gate.endsWith(' open'))).toEqual([
      'attendingOfficer missing',
      'interpreter refused',
    ]);
    expect(gates).toEqual(expect.arrayContaining(['permission open', 'consent open', 'riskPlan open']));
    const { body } = await copy.get(as.support, `witnesses/${session.decidedAgainst}`);
    expect(body.consent).toEqual({ recordedAt: '2026-11-24T02:51:00.000Z', record: consent });
  });

  test('a request that was answered then is answered so again, and not carried out twice', async () => {
    const copy = openCopy();
    const before = await keysOf(copy, 'witnesses', session.ended);
    const key = 'stored-2026-11-consent-of-the-ended-one';
    const again = await copy.post(as.support, `witnesses/${session.ended}/consent`, consent, key);
    expect(again).toMatchObject({ status: 201, body: { gate: 'open' } });
    expect(await keysOf(copy, 'witnesses', session.ended)).toEqual(before);
    const other = await copy.post(as.support, `witnesses/${session.ended}/consent`, consent);
    expect(other.body.code).toBe('room-ended');
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
    const refused = { ...permission, decision: 'refused', reference: 'MLA 10/2026 C' };
    await copy.post(as.authority, `requests/${session.decidedAgainst}/permission`, refused);
    expect(await read()).toMatchObject({ permission: { decision: 'refused', reference: 'MLA 10/2026 C' } });
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
    expect(declined.body.assignment).toMatchObject({ mode: 'simultaneous', conflict: 'declared' });
    const told = await copy.post(as.clerk, `interpreting/${session.decidedAgainst}/assignment`, interpreter);
    expect(told).toMatchObject({ status: 201, body: { gate: 'open' } });
    const one = await copy.get(as.secondClerk, `interpreting/${session.open}?pseudonym=I-RTJT`);
    expect(one.body.assignment).toMatchObject({ between: ['my', 'th'], undertaking: true });
  });
});
