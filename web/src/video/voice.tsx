import type { LocalAudioTrack, RemoteAudioTrack } from 'livekit-client';
import { createContext, use, useEffect, useRef } from 'react';

/** How loud everybody's own voice is played, 0 to 1: softer while an interpretation is heard. */
export const OriginalVolume = createContext(1);

/** Plays a voice. */
export function Voice({
  track,
  volume,
}: {
  readonly track: LocalAudioTrack | RemoteAudioTrack;
  readonly volume: number;
}) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = element.current;
    if (audio === null) return undefined;
    track.attach(audio);
    return () => {
      track.detach(audio);
    };
  }, [track]);
  useEffect(() => {
    const audio = element.current;
    if (audio === null) return;
    audio.volume = volume;
    // A telephone of Apple's knows no loudness of a page's own: there it is silent instead.
    audio.muted = volume < 1 && audio.volume === 1;
  }, [volume]);
  return <audio ref={element} autoPlay />;
}

export function OriginalVoice({ track }: { readonly track: LocalAudioTrack | RemoteAudioTrack }) {
  return <Voice track={track} volume={use(OriginalVolume)} />;
}
