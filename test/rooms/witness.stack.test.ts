import { RoomServiceClient, TokenVerifier } from 'livekit-server-sdk';
import { describe, expect, it } from 'vitest';
import { send } from '../support/http.ts';
import { bookInterview, device, expectDone, guest, openGates, room, view } from '../support/interview.ts';
import { actionsOf } from '../support/session-log.ts';
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

  it('who withdraws her consent has no room left, within five seconds', async () => {
    const interview = await bookInterview(stack);
    await openGates(interview);
    const clerk = { token: interview.tokens.clerk };
    expectDone(await room(interview, clerk, 'opening'));
    const { body } = expectDone(await room(interview, clerk, 'passes'));
    const name = (await grantsOf(body.token as string)).video?.room ?? '';
    const path = `/api/witnesses/${interview.caseId}/${interview.witness}/withdrawal`;
    expectDone(await send(interview.api, 'POST', path, { token: interview.tokens['support-officer'] }));
    expect((await room(interview, clerk, 'passes')).code).toBe('gates-closed');
    await expect.poll(() => rooms.listRooms([name]), { timeout: 5000 }).toHaveLength(0);
    expect((await view(interview, clerk)).body).toMatchObject({ phase: 'closed', doorOpen: false });
    expect(await actionsOf(stack, interview.sessionId)).toContain('room.closed');
  });
});
