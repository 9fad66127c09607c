import type { RemoteAudioTrack } from 'livekit-client';
import { useEffect, useState, type ReactNode } from 'react';
import type { HearingLink, HearingPicture } from './hearing-link.ts';
import { languagesIn, originalVolume, SOUND, voicesIn } from './channels.ts';
import { listen, soundSamples } from './listen.ts';
import { langOf, nameOfLanguage } from './language-name.ts';
import type { Placed } from './places.ts';
import type { RoomWords } from './room-words.ts';
import { OriginalVolume, Voice } from './voice.tsx';

/**
 * Plays the language that was chosen, and makes everybody's own voice soft while it is heard. Around the tiles.
 */
export function Interpretation({
  picture,
  view,
  children,
}: {
  readonly picture: HearingPicture;
  readonly view: Placed;
  readonly children: ReactNode;
}) {
  const voices = voicesIn(picture, view).flatMap(([language, audio]) =>
    language === picture.wish.listensTo && audio !== undefined ? [audio] : [],
  );
  const volume = useOriginalVolume(voices);
  return (
    <OriginalVolume value={volume}>
      {voices.map((audio) => (
        <Voice key={audio.sid} track={audio} volume={1} />
      ))}
      <span hidden data-testid="original-volume" data-volume={volume} />
      {children}
    </OriginalVolume>
  );
}

/** Looks at the sound of the interpretation as it comes in, since its track stands while nobody speaks. */
function useOriginalVolume(voices: readonly RemoteAudioTrack[]): number {
  const [volume, setVolume] = useState(1);
  const [voice] = voices;
  const track = voice?.mediaStreamTrack;
  useEffect(() => {
    if (track === undefined) return undefined;
    const samples = new Uint8Array(soundSamples);
    let soundAt: number | undefined;
    const end = listen(new MediaStream([track]), (analyser) => {
      analyser.getByteTimeDomainData(samples);
      const now = performance.now();
      // 128 is silence in these samples.
      if (samples.some((sample) => Math.abs(sample - 128) > SOUND * 128)) soundAt = now;
      setVolume(originalVolume(soundAt, now));
    });
    return () => {
      end();
      setVolume(1);
    };
  }, [track]);
  return volume;
}

/** What one hears: the original, or a language. Nothing is there while nothing is interpreted into one. */
export function ListenTo({
  picture,
  link,
  view,
  words,
}: {
  readonly picture: HearingPicture;
  readonly link: HearingLink;
  readonly view: Placed;
  readonly words: RoomWords;
}) {
  const chosen = picture.wish.listensTo;
  const languages = languagesIn(picture, view);
  if (languages.length === 0 && chosen === undefined) return null;
  // Who listens to a language goes on doing so while its interpreter is gone for a moment.
  const all = [...new Set([...languages, ...(chosen === undefined ? [] : [chosen])])];
  return (
    <div className="listen-to" role="group" aria-label={words.youHear} data-testid="listen-to">
      <p aria-hidden="true">{words.youHear}</p>
      {[undefined, ...all].map((language) => (
        <button
          key={language ?? 'original'}
          type="button"
          className="hearing-button"
          aria-pressed={language === chosen}
          {...langOf(language)}
          onClick={() => link.listenTo(language)}
        >
          {language === undefined ? words.original : nameOfLanguage(language)}
        </button>
      ))}
    </div>
  );
}
