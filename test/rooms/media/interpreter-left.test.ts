import { describe, expect, test } from 'vitest';
import { stepOf } from '../../../web/src/pages/guest/guest-step.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { running, type SeatName } from '../hearing.ts';

/** In a room with everybody the interpreter's line goes: the event is the media server's. */
async function lost(reason = 9) {
  const among: readonly SeatName[] = ['prosecutor', 'support-officer', 'witness', 'interpreter'];
  const here = await running(among);
  const { token } = (await here.post('interpreter', 'passes')).body as { token: string };
  const [roomName = '', identity = ''] = token.split(' ');
  const left = (disconnectReason: number) =>
    here.report({
      event: 'participant_left',
      id: `EV_left_${disconnectReason}`,
      createdAt: '1795575600',
      room: { name: roomName, sid: 'RM_1' },
      participant: { identity, sid: 'PA_1', attributes: {}, disconnectReason },
    });
  expect((await left(reason)).status).toBe(200);
  return { here, roomName, left };
}
const ok = { status: 201 };
const waits = { phase: 'paused', pauses: [{ seat: 'interpreter', kind: 'pause', lost: true }] };

describe('scenario 22: the interpreter drops in the middle of an answer', () => {
  test('the session pauses by itself, and nobody has a pass to go on', async () => {
    const { here, roomName } = await lost();
    expect((await here.view('prosecutor')).body).toMatchObject(waits);
    expect(here.mediaRooms.has(roomName)).toBe(false);
    for (const seat of ['prosecutor', 'clerk', 'witness', 'support-officer'] as const)
      expect((await here.post(seat, 'passes')).body.code).toBe('room-paused');
  });

  test('nobody else goes on without them: the clerk, the officer and the witness cannot', async () => {
    const { here } = await lost();
    for (const seat of ['clerk', 'support-officer', 'witness'] as const)
      expect((await here.post(seat, 'resumptions')).body.code).toBe('not-yours-to-resume');
    expect(await here.post('interpreter', 'resumptions')).toMatchObject(ok);
    expect((await here.view('prosecutor')).body).toMatchObject({ phase: 'open', pauses: [] });
    expect(await here.post('prosecutor', 'passes')).toMatchObject(ok);
  });

  test('the log marks that the last answer is to be given again, once', async () => {
    const { here, left } = await lost();
    await left(1);
    await here.actions();
    const entries = await entriesIn(here.memory, here.sessionId);
    const marks = entries.filter(({ action }) => action === 'room.interpreter-left');
    expect(marks.map(({ details }) => details)).toEqual([{ epoch: 1, repeat: 'last-answer' }]);
  });

  test('the interpreter is told that they were gone, and everybody else in the room that it waits', async () => {
    const { here } = await lost();
    const step = async (seat: SeatName) => {
      const { body } = await here.view(seat);
      return stepOf({ hasLink: true, seat: 'taken', view: body as never, telling: false });
    };
    expect(await step('interpreter')).toBe('paused-by-loss');
    expect(await step('witness')).toBe('paused-by-others');
  });

  test('a pause of the witness stands beside it: the room is back when both have let go', async () => {
    const { here } = await lost();
    await here.post('witness', 'pauses', { kind: 'stop' });
    await here.post('interpreter', 'resumptions');
    expect((await here.view('prosecutor')).body.phase).toBe('paused');
    await here.post('witness', 'resumptions');
    expect((await here.view('prosecutor')).body.phase).toBe('open');
  });

  test('who only came again by another line was not gone', async () => {
    const { here } = await lost(2);
    expect((await here.view('prosecutor')).body.phase).toBe('open');
  });

  test('an interpreter whom the clerk puts out leaves a room that goes on: somebody decided so', async () => {
    const among: readonly SeatName[] = ['prosecutor', 'interpreter'];
    const here = await running(among);
    const { token } = (await here.post('interpreter', 'passes')).body as { token: string };
    const [roomName = '', identity = ''] = token.split(' ');
    await here.post('clerk', 'removals', { seat: 'interpreter' });
    await here.report({
      event: 'participant_left',
      id: 'EV_after_removal',
      createdAt: '1795575600',
      room: { name: roomName, sid: 'RM_1' },
      participant: { identity, sid: 'PA_1', attributes: {}, disconnectReason: 5 },
    });
    expect((await here.view('prosecutor')).body.phase).toBe('open');
    expect((await here.post('interpreter', 'resumptions')).body.code).toBe('not-yours-to-resume');
  });
});
