import { beforeEach, describe, expect, it } from 'vitest';
import { parseStanding, standingKey } from '../../../functions/cases/port/standing.ts';
import { witnessKey } from '../../../functions/cases/port/membership.ts';
import { partyKey } from '../../../functions/cases/port/parties.ts';
import { mostTriesInWindow } from '../../../functions/rooms/invitations/invitation.ts';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import { bookedCase } from '../../support/booked-case.ts';
import { newKey } from '../../support/http.ts';
import { actorOf, ask } from '../../support/in-process.ts';
import { entriesIn } from '../../support/log-entries.ts';
import type { MemoryStore } from '../../support/memory-store.ts';
import { nameParty, type PreparedCase } from '../../support/prepared-case.ts';
import { act } from '../../support/session-verbs.ts';
import { wholeApi } from '../../support/whole-api.ts';

/** After a session link and PIN take consent back, and do nothing else. */

interface Given {
  readonly secret: string;
  readonly pin: string;
}
const day = 24 * 60 * 60_000;
const start = new Date('2027-03-02T02:00:00.000Z');
const after = (days: number) => new Date(start.getTime() + days * day);

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
});

async function invite(seat: 'witness' | 'interpreter' | 'guardian' = 'witness'): Promise<Given> {
  const by = actorOf(prepared.people[seat === 'witness' ? 'support-officer' : 'clerk']);
  const path = `/api/rooms/${sessionId}/invitations`;
  const { body } = await ask(wholeApi(store, start), by, 'POST', path, { seat, language: 'my' });
  return { secret: body.secret as string, pin: body.pin as string };
}
async function byLink(verb: 'withdrawals' | 'redemptions', given: Given, now: Date, key = newKey()) {
  const response = await wholeApi(store, now).request(`/api/rooms/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(given),
  });
  const body = (await response.json()) as { code?: string };
  return { status: response.status, ...body, cookie: response.headers.get('set-cookie') };
}
const stands = async () =>
  parseStanding((await store.get([standingKey(prepared.caseId, prepared.witness, 'consent')]))[0])?.state;
const callOff = () => act(prepared, sessionId, 'cancellation', { reason: 'other' });
const wrong = (given: Given): Given => ({ ...given, pin: given.pin === '111111' ? '222222' : '111111' });

describe('link and PIN, once the session is over or was called off', () => {
  it.each<[string, () => Promise<unknown>, Date]>([
    ['the day after', () => Promise.resolve(), after(1)],
    ['half a year after', () => Promise.resolve(), after(182)],
    ['at once when it was called off', callOff, start],
  ])('withdraw %s, entered as her own word, and give nobody a seat', async (_, made, at) => {
    const given = await invite();
    await byLink('redemptions', given, start);
    await made();
    expect(await byLink('redemptions', given, at)).toMatchObject({ status: 410, code: 'only-withdrawal' });
    const told = await byLink('withdrawals', given, at);
    expect(told).toEqual({ status: 201, gate: 'refused', cookie: null });
    expect(await stands()).toBe('refused');
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      action: 'consent.withdrawn',
      actor: { role: 'witness', pseudonym: prepared.witness },
    });
  });

  it('withdraw where they were never used before', async () => {
    const given = await invite();
    expect(await byLink('withdrawals', given, after(3))).toMatchObject({ status: 201 });
  });

  it('do it once, however often the telephone sends it', async () => {
    const given = await invite();
    const before = (await entriesIn(store, prepared.caseId)).length;
    const key = newKey();
    for (let time = 0; time < 3; time += 1)
      expect((await byLink('withdrawals', given, after(1), key)).status).toBe(201);
    expect(await entriesIn(store, prepared.caseId)).toHaveLength(before + 1);
  });

  it('are good for half a year, and then for nothing', async () => {
    const given = await invite();
    const late = after(190);
    expect(await byLink('redemptions', given, late)).toMatchObject({ code: 'invitation-over' });
    expect(await byLink('withdrawals', given, late)).toMatchObject({ status: 410, code: 'invitation-over' });
    expect(await stands()).not.toBe('refused');
  });

  it('withdraw nothing while the session is to come or goes on, which has a page for it', async () => {
    const given = await invite();
    expect(await byLink('withdrawals', given, start)).toMatchObject({ code: 'invitation-in-use' });
    await byLink('redemptions', given, start);
    expect(await byLink('withdrawals', given, start)).toMatchObject({ code: 'invitation-in-use' });
    expect(await stands()).not.toBe('refused');
  });

  it('are tried as often as for a seat, by the same count, and a stranger learns nothing', async () => {
    const given = await invite();
    const unknown = { secret: 'A'.repeat(22), pin: given.pin };
    const answers = [
      await byLink('withdrawals', wrong(given), after(1)),
      await byLink('withdrawals', unknown, after(1)),
    ];
    for (const told of answers) expect(told).toMatchObject({ status: 403, code: 'invitation-not-accepted' });
    for (let time = 1; time < mostTriesInWindow; time += 1)
      await byLink(time % 2 === 0 ? 'withdrawals' : 'redemptions', wrong(given), after(1));
    expect(await byLink('withdrawals', given, after(1))).toMatchObject({ code: 'too-many-tries' });
    expect(await stands()).not.toBe('refused');
  });

  it('of whoever interprets withdraw nothing', async () => {
    const given = await invite('interpreter');
    expect(await byLink('withdrawals', given, after(1))).toMatchObject({ code: 'invitation-over' });
    expect(await stands()).not.toBe('refused');
  });

  it('fall with a link that is made anew', async () => {
    const lost = await invite();
    await invite();
    expect(await byLink('withdrawals', lost, after(1))).toMatchObject({ code: 'invitation-not-accepted' });
  });
});

describe('of a guardian', () => {
  async function ofGuardian(): Promise<{ readonly given: Given; readonly guardian: string }> {
    const guardian = await nameParty(prepared, 'guardian');
    const key = doorKey(sessionId);
    const { seats } = parseDoor((await store.get([key]))[0]);
    const more = [...seats, { seat: 'guardian', pseudonym: guardian }];
    await store.write([{ kind: 'update', key, set: { seats: more }, onRefused: 'retry' }]);
    return { given: await invite('guardian'), guardian };
  }
  const ofAge = (on: string) =>
    store.write([
      {
        kind: 'update',
        key: witnessKey(prepared.caseId, prepared.witness),
        set: { ofAgeOn: on },
        onRefused: 'retry',
      },
    ]);

  it('withdraw for the child, who is heard', async () => {
    const { given, guardian } = await ofGuardian();
    await ofAge('2030-01-01');
    expect(await byLink('withdrawals', given, after(1))).toMatchObject({ status: 201 });
    expect(await stands()).toBe('refused');
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      actor: { role: 'guardian', pseudonym: guardian },
      subject: { kind: 'witness', ref: prepared.witness },
    });
  });

  it('withdraw nothing once the child is of age and speaks for themselves', async () => {
    const { given } = await ofGuardian();
    await ofAge('2027-03-20');
    expect(await byLink('withdrawals', given, after(30))).toMatchObject({ code: 'invitation-over' });
    expect(await stands()).not.toBe('refused');
  });

  it('withdraw nothing once the case has that guardian no more', async () => {
    const { given, guardian } = await ofGuardian();
    await store.write([
      {
        kind: 'update',
        key: partyKey(prepared.caseId, guardian),
        set: { left: '2027-03-03T00:00:00.000Z' },
        onRefused: 'retry',
      },
    ]);
    expect(await byLink('withdrawals', given, after(2))).toMatchObject({ code: 'invitation-over' });
    expect(await stands()).not.toBe('refused');
  });
});
