import { describe, expect, it } from 'vitest';
import { GuestProblem } from '../../../../web/src/pages/guest/guest-api.ts';
import { pauseWaitMs, tellPause } from '../../../../web/src/pages/guest/tell-pause.ts';
import type { RoomView } from '../../../../web/src/video/room-view.ts';

const paused = { phase: 'paused' } as RoomView;
const pause = { kind: 'pause', key: 'k'.repeat(22) } as const;

/** A line that fails so and so often before it answers; keeps what was sent. */
function line(codes: readonly GuestProblem['code'][]) {
  const sent: string[] = [];
  const send = async (_: string, body: { kind: string }, key: string) => {
    const code = codes[sent.length];
    sent.push(`${body.kind} ${key}`);
    if (code !== undefined) throw new GuestProblem(code);
    return paused;
  };
  return { sent, send: send as unknown as Parameters<typeof tellPause>[3] };
}
const noWait = async () => undefined;

describe('telling the court of a pause', () => {
  it('again and again until it is through, always with the same key', async () => {
    const { sent, send } = line([
      'offline',
      'offline',
      'media-unreachable',
      'room-not-open',
      'internal-fault',
    ]);
    expect(await tellPause('s', pause, new AbortController().signal, send, noWait)).toBe(paused);
    expect(sent).toEqual(Array.from({ length: 6 }, () => `pause ${pause.key}`));
  });

  it.each(['room-ended', 'sign-in-needed', 'not-found'] as const)('stops at %s', async (code) => {
    const { sent, send } = line([code]);
    expect(await tellPause('s', pause, new AbortController().signal, send, noWait)).toBeUndefined();
    expect(sent).toHaveLength(1);
  });

  it('stops when she says go on', async () => {
    const { sent, send } = line(['offline', 'offline', 'offline']);
    const nevermind = new AbortController();
    const wait = async () => nevermind.abort();
    expect(await tellPause('s', pause, nevermind.signal, send, wait)).toBeUndefined();
    expect(sent).toHaveLength(1);
  });

  it('waits longer each time, up to 8 seconds', () => {
    expect([0, 1, 2, 3, 4, 9].map((tries) => pauseWaitMs(tries, 0.999_999))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000,
    ]);
  });
});
