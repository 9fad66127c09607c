import type { AudioCaptureOptions, RoomOptions, VideoCaptureOptions } from 'livekit-client';
import type { ChosenDevices } from './devices.ts';
import type { DeviceFacts } from './room-view.ts';

type Presets = Pick<typeof import('livekit-client'), 'AudioPresets' | 'VideoPresets'>;

export interface Publishing {
  readonly room: RoomOptions;
  readonly audio: AudioCaptureOptions;
  /** Absent when the device check found no camera. */
  readonly video?: VideoCaptureOptions;
}

/**
 * How this device sends. Speech at 24 kbit/s, doubled by RED against loss, without DTX: in evidence a soft voice
 * must not be taken for silence. On a weak line the picture is small and slow, so that the voice always has room.
 */
export function publishingFor(
  presets: Presets,
  device: DeviceFacts | undefined,
  { camera, microphone }: ChosenDevices = {},
): Publishing {
  const weak = device?.connection === 'weak';
  const size = weak ? presets.VideoPresets.h180 : presets.VideoPresets.h360;
  const video = {
    resolution: { ...size.resolution, frameRate: weak ? 10 : 20 },
    ...(camera === undefined ? ({ facingMode: 'user' } as const) : { deviceId: camera }),
  } as const;
  return {
    room: {
      adaptiveStream: true,
      dynacast: true,
      stopLocalTrackOnUnpublish: true,
      disconnectOnPageLeave: true,
      publishDefaults: {
        audioPreset: presets.AudioPresets.speech,
        dtx: false,
        red: true,
        simulcast: !weak,
        videoSimulcastLayers: [presets.VideoPresets.h180],
        videoEncoding: {
          maxBitrate: weak ? 120_000 : 450_000,
          maxFramerate: weak ? 10 : 20,
          priority: 'low',
        },
      },
    },
    audio: {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      ...(microphone === undefined ? {} : { deviceId: microphone }),
    },
    ...(device?.camera === false ? {} : { video }),
  };
}
