import { useEffect, useRef } from 'react';
import { languagesIn } from './channels.ts';
import { HeardIn } from './heard-in.tsx';
import './hearing.css';
import type { HearingLink, HearingPicture } from './hearing-link.ts';
import { Interpretation, ListenTo } from './interpretation.tsx';
import { Notices, statusWord } from './notices.tsx';
import { OwnDevices } from './own-devices.tsx';
import type { Placed } from './places.ts';
import { useRoomWords } from './room-words.ts';
import { SafetyButtons } from './safety-buttons.tsx';
import { SpeakInto } from './speak-into.tsx';
import { OtherRoom, Tiles } from './tiles.tsx';
import { useLink, type HearingParts } from './use-link.ts';
import { useStall } from './use-stall.ts';

/**
 * The hearing room on a guest's page: connects while the view says so, shows everyone by role and pseudonym, and can stop at
 * once. The staff's is pages/room/desk.
 */
export function Hearing(parts: HearingParts & { readonly language: string }) {
  const { view, onPause } = parts;
  const spoken = useRoomWords(parts.language);
  const [link, picture] = useLink(parts);
  useOwnLanguage(link, picture, parts);
  useStall(picture, view, parts.onStall);
  if (spoken === undefined) return <div className="hearing" aria-busy="true" />;
  const { words } = spoken;
  const { standing, media } = picture;
  const { own } = media;
  return (
    <section className="hearing" data-layout="guest" data-standing={standing.name}>
      <p className="hearing-status" role="status" data-testid="hearing-status">
        {statusWord(standing, words)}
      </p>
      {standing.name === 'elsewhere' ? (
        <button type="button" className="hearing-button" onClick={link.release}>
          {words.useThis}
        </button>
      ) : null}
      <Notices picture={picture} link={link} words={words} />
      <HeardIn picture={picture} link={link} words={words} />
      {view.mySeat === 'interpreter' && standing.name === 'joined' ? (
        <SpeakInto picture={picture} link={link} words={words} />
      ) : null}
      <ListenTo picture={picture} link={link} view={view} words={words} />
      <Interpretation picture={picture} view={view}>
        <Tiles picture={picture} view={view} words={words} />
        {picture.others.map((room) => (
          <OtherRoom key={room.place.room} room={room} view={view} words={words} />
        ))}
      </Interpretation>
      {/* The witness has one thing to press when she wants silence, pause; the others have the usual two switches. */}
      {standing.name === 'joined' ? (
        <div className="hearing-switches">
          {own.audio === undefined || view.mySeat === 'witness' ? null : (
            <button
              type="button"
              className="hearing-button"
              onClick={() => link.switchOn('microphone', !picture.wish.microphone)}
            >
              {picture.wish.microphone ? words.microphoneOff : words.microphoneOn}
            </button>
          )}
          {own.video === undefined ? null : (
            <button
              type="button"
              className="hearing-button"
              onClick={() => link.switchOn('camera', !picture.wish.camera)}
            >
              {picture.wish.camera ? words.cameraOff : words.cameraOn}
            </button>
          )}
        </div>
      ) : null}
      <OwnDevices picture={picture} link={link} words={words} />
      {onPause === undefined ? null : (
        <SafetyButtons
          mayStop
          standing={standing.name}
          words={words}
          pause={link.pause}
          release={link.release}
          onPause={onPause}
        />
      )}
    </section>
  );
}

/**
 * Whoever reads the page in a language hears that language from when it is first interpreted into, with nothing to be pressed;
 * the original is one press away, and what was chosen stays. Whoever interprets hears the original.
 */
function useOwnLanguage(
  link: HearingLink,
  picture: HearingPicture,
  { view, language }: { readonly view: Placed; readonly language: string },
): void {
  const offered = useRef(false);
  const { wish } = picture;
  const isThere = view.mySeat !== 'interpreter' && languagesIn(picture, view).includes(language);
  useEffect(() => {
    if (!isThere || offered.current) return;
    offered.current = true;
    if (wish.listensTo === undefined) link.listenTo(language);
  }, [isThere, language, link, wish.listensTo]);
}
