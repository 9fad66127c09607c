import { RoomServiceClient, TokenVerifier } from 'livekit-server-sdk';
import { describe, expect, it } from 'vitest';
import { send } from '../support/http.ts';
import {
  bangkokIn,
  bookInterview,
  device,
  expectDone,
  guest,
  openGates,
  room,
  view,
  type Interview,
} from '../support/interview.ts';
import { proposed } from '../support/proposal.ts';
import { actionsOf, doorOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

const stack = deployedStack();

const rooms = new RoomServiceClient(stack.liveKit.url, stack.liveKit.apiKey, stack.liveKit.apiSecret);

const grantsOf = async (token: string) =>
  new TokenVerifier(stack.liveKit.apiKey, stack.liveKit.apiSecret).verify(token);

describe('the witness', () => {
  it('pauses, alone goes on, and stops; her pause also works when the consent gate has closed', async () => {
    const interview = await bookInterview(stack);
    await openGates(interview);
    const clerk = { token: interview.tokens.clerk };
    const support = { token: interview.tokens['support-officer'] };
    expectDone(await room(interview, clerk, 'opening'));
    const witness = await guest(interview, 'witness');
    for (const [who, seat] of [
      [witness, 'witness'],
      [support, 'support-officer'],
    ] as const) {
      expectDone(await room(interview, who, 'arrivals', device));
      expectDone(await room(interview, clerk, 'admissions', { seat }));
    }
    expect((await room(interview, witness, 'pauses', { kind: 'pause' })).body.phase).toBe('paused');
    expect((await room(interview, clerk, 'resumptions')).code).toBe('not-yours-to-resume');
    expect((await room(interview, support, 'resumptions')).code).toBe('not-yours-to-resume');
    expect((await room(interview, clerk, 'opening')).code).toBe('room-paused');
    expect((await room(interview, witness, 'resumptions')).body.phase).toBe('open');
    expect((await room(interview, witness, 'pauses', { kind: 'stop' })).body.pauses).toEqual([
      { seat: 'witness', kind: 'stop' },
    ]);
    expect(await actionsOf(stack, interview.sessionId)).toEqual(
      expect.arrayContaining(['room.paused', 'room.resumed', 'room.stopped']),
    );
  });

  it('who does not take part today takes the room away by one press, and nobody says otherwise for her', async () => {
    const interview = await bookInterview(stack);
    await openGates(interview);
    const clerk = { token: interview.tokens.clerk };
    const support = { token: interview.tokens['support-officer'] };
    expectDone(await room(interview, clerk, 'opening'));
    const witness = await guest(interview, 'witness');
    expectDone(await room(interview, witness, 'arrivals', device));
    expectDone(await room(interview, clerk, 'admissions', { seat: 'witness' }));
    expectDone(await room(interview, witness, 'passes'));
    const said = expectDone(await room(interview, witness, 'today', { takesPart: 'not-today' }));
    expect(said.body.phase).toBe('closed');
    expect((await room(interview, clerk, 'opening')).code).toBe('not-confirmed-today');
    const other = await room(interview, support, 'today', { takesPart: 'yes' });
    expect(other.code).toBe('not-yours-to-resume');
    expectDone(await room(interview, witness, 'today', { takesPart: 'yes' }));
    expectDone(await room(interview, clerk, 'opening'));
    expect(await actionsOf(stack, interview.sessionId)).toContain('witness.said-today');
  });

  it('who withdraws consent has no room left within five seconds, and no session of twenty open', async () => {
    const interview = await bookInterview(stack);
    await openGates(interview);
    const booked = await nineteenMore(interview);
    const clerk = { token: interview.tokens.clerk };
    expectDone(await room(interview, clerk, 'opening'));
    const { body } = expectDone(await room(interview, clerk, 'passes'));
    const name = (await grantsOf(body.token as string)).video?.room ?? '';
    expect((await doorOf(stack, booked[0] ?? '')).gates.consent).toBe('open');
    const path = `/api/witnesses/${interview.caseId}/${interview.witness}/withdrawal`;
    expectDone(await send(interview.api, 'POST', path, { token: interview.tokens['support-officer'] }));
    expect((await room(interview, clerk, 'passes')).code).toBe('gates-closed');
    await expect.poll(() => rooms.listRooms([name]), { timeout: 5000 }).toHaveLength(0);
    expect((await view(interview, clerk)).body).toMatchObject({ phase: 'closed', doorOpen: false });
    expect(await actionsOf(stack, interview.sessionId)).toEqual(
      expect.arrayContaining(['gate.moved', 'room.closed']),
    );
    await expect
      .poll(async () => new Set(await Promise.all(booked.map(consentAt))), { timeout: 20_000 })
      .toEqual(new Set(['refused']));
  });
});

const consentAt = async (sessionId: string) => (await doorOf(stack, sessionId)).gates.consent;

/** Nineteen more sessions of the same witness, one on each day to come. */
async function nineteenMore({ api, caseId, witness, ids, tokens }: Interview): Promise<readonly string[]> {
  const booked: string[] = [];
  for (let day = 1; day < 20; day += 1) {
    const brief = {
      caseId,
      kind: 'interview',
      local: bangkokIn(day * 24 * 60),
      zone: 'Asia/Bangkok',
      minutes: 30,
      seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
    };
    const body = proposed(brief, { booker: ids.prosecutor, witness });
    const answer = await send(api, 'POST', '/api/sessions', { token: tokens.prosecutor, body });
    booked.push(expectDone(answer).body.sessionId as string);
  }
  return booked;
}
