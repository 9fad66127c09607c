import { expect, it } from 'vitest';
import { LineLooks } from '../../../web/src/video/look-at-line.ts';
import type { Media } from '../../../web/src/video/media.ts';

/** What a look finds in the browser's statistics of the voices. */

type Part = Readonly<Record<string, unknown>>;
const track = (...parts: readonly Part[]) => ({
  getRTCStatsReport: async () => new Map(parts.map((part, at) => [String(at), part])),
});
const said = (timestamp: number, fractionLost: number, roundTripTime = 0.3): Part => ({
  type: 'remote-inbound-rtp',
  timestamp,
  fractionLost,
  roundTripTime,
});
const came = (ssrc: number, packetsReceived: number, packetsLost: number): Part => ({
  type: 'inbound-rtp',
  id: 'in',
  ssrc,
  packetsReceived,
  packetsLost,
});
/** Of a page's media the voices alone. */
const media = (out: readonly Part[], ...ins: readonly (readonly Part[])[]) =>
  ({
    own: { audio: track(...out) },
    others: ins.map((parts) => ({ audio: track(...parts) })),
  }) as unknown as Media;

it('takes the worse of both ways', async () => {
  const looks = new LineLooks();
  await looks.look(media([said(1, 0)], [came(1, 100, 0)]));
  expect(await looks.look(media([said(2, 0.1)], [came(1, 150, 0)]))).toEqual({ loss: 0.1, roundTrip: 300 });
  expect(await looks.look(media([said(3, 0)], [came(1, 190, 10)]))).toEqual({ loss: 0.2, roundTrip: 300 });
});

it('hears once what the other end says again and again', async () => {
  const looks = new LineLooks();
  expect(await looks.look(media([said(7, 0.4)]))).toMatchObject({ loss: 0.4 });
  expect(await looks.look(media([said(7, 0.4)]))).toEqual({ loss: undefined, roundTrip: undefined });
});

it('counts what came since the look before, of voices that go on and of those that begin', async () => {
  const looks = new LineLooks();
  expect(await looks.look(media([], [came(1, 1_000, 900)]))).toEqual({
    loss: undefined,
    roundTrip: undefined,
  });
  expect(await looks.look(media([], [came(1, 1_030, 900)], [came(2, 50, 50)]))).toMatchObject({ loss: 0 });
  expect(await looks.look(media([], [came(1, 1_060, 910)], [came(2, 80, 80)]))).toMatchObject({ loss: 0.4 });
});

it('of nobody’s voice says nothing', async () => {
  expect(await new LineLooks().look({ own: { cameraOn: true, microphoneOn: false }, others: [] })).toEqual({
    loss: undefined,
    roundTrip: undefined,
  });
});
