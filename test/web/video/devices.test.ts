import { describe, expect, it } from 'vitest';
import { devicesIn, preferring } from '../../../web/src/video/devices.ts';
import { lineOf } from '../../../web/src/video/line-quality.tsx';
import { publishingFor } from '../../../web/src/video/publishing.ts';
import { AudioPresets, VideoPresets } from 'livekit-client';

const device = (kind: MediaDeviceKind, deviceId: string, label = '') => ({ kind, deviceId, label });

describe('the devices to choose from', () => {
  it('are cameras and microphones, each once, by the browser’s own names', () => {
    const all = [
      device('audioinput', 'default', 'Default - Headset'),
      device('audioinput', 'communications', 'Headset'),
      device('audioinput', 'm1', 'Headset'),
      device('videoinput', 'c1', 'Front'),
      device('videoinput', 'c2', 'Back'),
      device('audiooutput', 'o1', 'Loudspeaker'),
    ];
    expect(devicesIn(all)).toEqual({
      camera: [
        { id: 'c1', label: 'Front' },
        { id: 'c2', label: 'Back' },
      ],
      microphone: [{ id: 'm1', label: 'Headset' }],
    });
  });

  it('are none before they were allowed: the browser then names nothing', () => {
    expect(devicesIn([device('videoinput', ''), device('audioinput', '')])).toEqual({
      camera: [],
      microphone: [],
    });
  });
});

describe('the one that was chosen', () => {
  it('is preferred to the one that faces the person, and asked for softly, since it may be gone', () => {
    const wish = { facingMode: 'user', width: { ideal: 640 } };
    expect(preferring(wish, undefined)).toBe(wish);
    expect(preferring(wish, 'c2')).toEqual({ width: { ideal: 640 }, deviceId: { ideal: 'c2' } });
  });

  it('is what the room is sent from', () => {
    const presets = { AudioPresets, VideoPresets };
    const usual = publishingFor(presets, undefined);
    expect(usual.video).toMatchObject({ facingMode: 'user' });
    expect(usual.audio).not.toHaveProperty('deviceId');
    const chosen = publishingFor(presets, undefined, { camera: 'c2', microphone: 'm1' });
    expect(chosen.video).toMatchObject({ deviceId: 'c2' });
    expect(chosen.video).not.toHaveProperty('facingMode');
    expect(chosen.audio).toMatchObject({ deviceId: 'm1', echoCancellation: true });
  });
});

it('a line is good, poor or lost, and nothing is said before it is known', () => {
  expect((['excellent', 'good', 'poor', 'lost', 'unknown'] as const).map(lineOf)).toEqual([
    'good',
    'good',
    'poor',
    'lost',
    undefined,
  ]);
});
