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
  await looks.look(media([said(1, 0)], [came(1, 100, 0)], [came(2, 100, 0)]));
  expect(await looks.look(media([said(2, 0.1)], [came(1, 150, 0)], [came(2, 150, 0)]))).toEqual({
    loss: 0.1,
    roundTrip: 300,
  });
  expect(await looks.look(media([said(3, 0)], [came(1, 190, 10)], [came(2, 190, 10)]))).toEqual({
    loss: 0.2,
    roundTrip: 300,
  });
});

it('does not take somebody else’s bad line for its own: what one voice alone lacks was lost on the way to all', async () => {
  const looks = new LineLooks();
  await looks.look(media([], [came(1, 100, 0)], [came(2, 100, 0)], [came(3, 100, 0)]));
  const hers = [came(1, 145, 5)];
  expect(await looks.look(media([], hers, [came(2, 150, 0)], [came(3, 149, 1)]))).toMatchObject({ loss: 0 });
  // Of one voice alone nobody can tell whose line it was.
  const alone = new LineLooks();
  await alone.look(media([], [came(1, 100, 0)]));
  expect((await alone.look(media([], [came(1, 140, 10)]))).loss).toBeUndefined();
});

it('hears once what the other end says again and again', async () => {
  const looks = new LineLooks();
  expect(await looks.look(media([said(7, 0.4)]))).toMatchObject({ loss: 0.4 });
  expect(await looks.look(media([said(7, 0.4)]))).toEqual({ loss: undefined, roundTrip: undefined });
});

it('counts what came since the look before, of voices that go on and of those that begin', async () => {
  const looks = new LineLooks();
  const at = (...counts: readonly (readonly [number, number])[]) =>
    looks.look(media([], ...counts.map(([received, lost], ssrc) => [came(ssrc, received, lost)])));
  expect((await at([1_000, 900], [50, 0])).loss).toBeUndefined();
  expect((await at([1_030, 920], [80, 20], [50, 50])).loss).toBe(0.4);
  // One that says nothing any more is not counted.
  expect((await at([1_060, 940], [110, 40], [50, 50])).loss).toBe(0.4);
});

it('of nobody’s voice says nothing', async () => {
  expect(await new LineLooks().look({ own: { cameraOn: true, microphoneOn: false }, others: [] })).toEqual({
    loss: undefined,
    roundTrip: undefined,
  });
});
