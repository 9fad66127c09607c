import { useEffect, useState } from 'react';
import type { DeviceName } from './media.ts';

/** Which camera and microphone somebody chose in this browser. They are kept: it is the same desk tomorrow. */

const KEPT = 'saksi.devices';

export type ChosenDevices = Partial<Readonly<Record<DeviceName, string>>>;

export interface Device {
  readonly id: string;
  /** As the browser calls it; it has no name before the device was allowed. */
  readonly label: string;
}
export type Devices = Readonly<Record<DeviceName, readonly Device[]>>;

export const kindOf: Readonly<Record<DeviceName, MediaDeviceKind>> = {
  camera: 'videoinput',
  microphone: 'audioinput',
};

/** Nothing where nothing was chosen, and where what is kept is not what we wrote. */
export function chosenDevices(): ChosenDevices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    const { camera, microphone } = (kept ?? {}) as Record<string, unknown>;
    return {
      ...(typeof camera === 'string' ? { camera } : {}),
      ...(typeof microphone === 'string' ? { microphone } : {}),
    };
  } catch {
    return {};
  }
}

export function keepDevice(device: DeviceName, id: string): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...chosenDevices(), [device]: id }));
  } catch {
    // A browser that keeps nothing uses the device now all the same.
  }
}

/** The cameras and microphones of a list of devices, each once. */
export const devicesIn = (all: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[]): Devices => {
  const of = (device: DeviceName) =>
    all
      // Chrome has each default once more under a name of its own.
      .filter(({ kind, deviceId }) => kind === kindOf[device] && !aliases.includes(deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { camera: of('camera'), microphone: of('microphone') };
};

const aliases: readonly string[] = ['', 'default', 'communications'];

/**
 * What can be chosen here, also when something is plugged in or out.
 * @param asked changes when devices were allowed: only then have they names
 */
export function useDevices(asked: unknown): Devices {
  const [devices, setDevices] = useState<Devices>({ camera: [], microphone: [] });
  useEffect(() => {
    let gone = false;
    const look = () => {
      navigator.mediaDevices.enumerateDevices().then(
        (all) => {
          if (!gone) setDevices(devicesIn(all));
        },
        // Then there is nothing to choose, and the browser's own choice is used.
        () => undefined,
      );
    };
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => {
      gone = true;
      navigator.mediaDevices.removeEventListener('devicechange', look);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what was allowed has another name from then on
  }, [asked]);
  return devices;
}

/** What to ask the browser for, so that it takes the one that was chosen, and another where that is not there any more. */
export const preferring = (wish: MediaTrackConstraints, id: string | undefined): MediaTrackConstraints => {
  if (id === undefined) return wish;
  const { facingMode: _any, ...rest } = wish;
  return { ...rest, deviceId: { ideal: id } };
};
