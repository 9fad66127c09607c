import { useEffect, useState } from 'react';
import { listen, soundSamples } from '../../../video/listen.ts';

/** So little that it is no quiet room: a microphone that hears anything is louder than this by itself. 1 is the loudest. */
const NOTHING = 0.000_5;
/** Long enough that nobody is told so while they switch it on. */
const SILENT_MS = 8_000;

/** From when on nothing was heard, or undefined where something was. */
export const silentSince = (since: number | undefined, loudest: number, now: number): number | undefined =>
  loudest > NOTHING ? undefined : (since ?? now);

export const isSilent = (since: number | undefined, now: number): boolean =>
  since !== undefined && now - since >= SILENT_MS;

/** Whether a microphone that is on gives no sound at all: switched off on the headset, or the wrong one. */
export function useSilence(track: MediaStreamTrack | undefined): boolean {
  const [silent, setSilent] = useState<MediaStreamTrack>();
  useEffect(() => {
    if (track === undefined) return undefined;
    const samples = new Float32Array(soundSamples);
    let since: number | undefined;
    return listen(new MediaStream([track]), (analyser) => {
      analyser.getFloatTimeDomainData(samples);
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      const now = performance.now();
      since = silentSince(since, loudest, now);
      setSilent(isSilent(since, now) ? track : undefined);
    });
  }, [track]);
  return track !== undefined && silent === track;
}
