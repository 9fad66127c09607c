import { chosenDevices, preferring } from '../../video/devices.ts';
import { listen, soundSamples } from '../../video/listen.ts';

/** What the device check found. The stream is the preview's and must be stopped when the check is over. */
export interface Devices {
  readonly stream: MediaStream;
  readonly camera: boolean;
  readonly microphone: boolean;
  /** She, or the browser for her, said no: only she can change that. */
  readonly denied: boolean;
}

const picture: MediaTrackConstraints = { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } };

/** Opens camera and microphone together, and if that fails one by one: a broken camera must not take the voice away. */
export async function openDevices(): Promise<Devices> {
  const chosen = chosenDevices();
  const video = preferring(picture, chosen.camera);
  const audio = preferring({}, chosen.microphone);
  const both = await open({ audio, video });
  const tracks = both.tracks;
  let { denied } = both;
  if (tracks.length === 0) {
    for (const wish of [{ audio }, { video }]) {
      const one = await open(wish);
      tracks.push(...one.tracks);
      denied ||= one.denied;
    }
  }
  return {
    stream: new MediaStream(tracks),
    camera: tracks.some((track) => track.kind === 'video'),
    microphone: tracks.some((track) => track.kind === 'audio'),
    denied,
  };
}

async function open(wish: MediaStreamConstraints): Promise<{ tracks: MediaStreamTrack[]; denied: boolean }> {
  try {
    return { tracks: (await navigator.mediaDevices.getUserMedia(wish)).getTracks(), denied: false };
  } catch (error) {
    // Not there, in use elsewhere, or refused: each is a finding of the check and is shown as such.
    return { tracks: [], denied: error instanceof DOMException && error.name === 'NotAllowedError' };
  }
}

export function closeDevices(devices: Devices | undefined): void {
  for (const track of devices?.stream.getTracks() ?? []) track.stop();
}

/**
 * Calls back ten times a second with how loud it is, 0 to 1.
 * @returns ends the watching
 */
export function watchLoudness(stream: MediaStream, tell: (loudness: number) => void): () => void {
  const samples = new Uint8Array(soundSamples);
  return listen(stream, (analyser) => {
    analyser.getByteTimeDomainData(samples);
    tell(loudnessOf(samples));
  });
}

/** Root mean square of 8-bit samples around 128, on a scale by which ordinary speech fills about half. */
export function loudnessOf(samples: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < samples.length; at += 1) sum += (((samples[at] ?? 128) - 128) / 128) ** 2;
  return samples.length === 0 ? 0 : Math.min(1, Math.sqrt(sum / samples.length) * 4);
}
