import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../parts/notice.tsx';
import { HeardIn } from '../../../video/heard-in.tsx';
import '../../../video/hearing.css';
import { Interpretation, ListenTo } from '../../../video/interpretation.tsx';
import { Notices, statusWord } from '../../../video/notices.tsx';
import { useRoomWords } from '../../../video/room-words.ts';
import { SafetyButtons } from '../../../video/safety-buttons.tsx';
import { peopleIn } from '../../../video/tiles.tsx';
import { useLink, type HearingParts } from '../../../video/use-link.ts';
import { useStall } from '../../../video/use-stall.ts';
import type { Moment } from './announce.ts';
import { Announcer } from './announcer.tsx';
import { Controls } from './controls.tsx';
import './desk.css';
import { Hand, handsUp } from './hand.tsx';
import { Help } from './help.tsx';
import { People } from './people.tsx';
import { shortcutsAreOn, useShortcuts } from './shortcuts.ts';
import { useSilence } from './silent-microphone.ts';
import { pinnedOf, Stage, type Looking } from './stage.tsx';
import { StateBar } from './state-bar.tsx';

const ZOOMS = [1, 1.5, 2, 3];

/**
 * The hearing room at the desk of whoever works in it all day: how the session stands above, people in the middle and beside them,
 * what one does oneself below; on a usual screen all of it without scrolling, and each part of it by the keyboard.
 */
export function Desk(
  parts: HearingParts & {
    readonly language: string;
    readonly side: ReactNode;
    /** Below who is there, so that people stay in sight. */
    readonly below: ReactNode;
    /** What is shown to all, beside the people. */
    readonly shown: ReactNode;
  },
) {
  const { view, onPause } = parts;
  const { t } = useTranslation('desk');
  const spoken = useRoomWords(parts.language);
  const [link, picture] = useLink(parts);
  useStall(picture, view, parts.onStall);
  const [looking, setLooking] = useState<Looking>({ grid: false, pin: undefined, zoom: 1 });
  const [keysOn, setKeysOn] = useState(shortcutsAreOn);
  const desk = useRef<HTMLElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const { standing, media, wish } = picture;
  const silent = useSilence(media.own.microphoneOn ? media.own.audio?.mediaStreamTrack : undefined);
  const words = spoken?.words;
  const people = useMemo(
    () => (standing.name === 'joined' ? peopleIn(media, view) : []),
    [standing.name, media, view],
  );
  const pinned = pinnedOf(looking, people)?.seat;
  const moment = useMemo<Moment | undefined>(() => {
    if (standing.name !== 'joined' || words === undefined) return undefined;
    const called = (seat: (typeof people)[number]['seat']) => `${words[seat.seat]} ${seat.pseudonym}`;
    return {
      people: new Map(
        people.map(({ seat, there }) => [seat.pseudonym, { who: called(seat), muted: there.muted }]),
      ),
      microphone: wish.microphone,
      camera: wish.camera,
      pinned: pinned === undefined ? undefined : called(pinned),
      hands: new Map(handsUp(view).map((seat) => [seat.pseudonym, called(seat)])),
    };
  }, [standing.name, words, people, wish.microphone, wish.camera, pinned, view]);

  const zoomBy = (steps: number) =>
    setLooking((now) => ({ ...now, zoom: ZOOMS[ZOOMS.indexOf(now.zoom) + steps] ?? now.zoom }));
  const pause =
    onPause === undefined || standing.name === 'paused'
      ? undefined
      : () => {
          link.pause();
          onPause('pause');
        };
  const does = {
    microphone: () => link.switchOn('microphone', !wish.microphone),
    camera: () => link.switchOn('camera', !wish.camera),
    ...(pause === undefined ? {} : { pause }),
    grid: () => setLooking((now) => ({ ...now, grid: !now.grid, zoom: 1 })),
    witness: () => setLooking((now) => ({ ...now, grid: false, pin: undefined })),
    fullScreen: () => void toggleFullScreen(desk.current),
    closer: () => zoomBy(1),
    farther: () => zoomBy(-1),
    help: () => help.current?.showModal(),
  };
  useShortcuts(keysOn, does);
  if (words === undefined) return <div className="hearing desk" aria-busy="true" />;
  return (
    <section
      ref={desk}
      className="hearing desk"
      data-layout="staff"
      data-standing={standing.name}
      aria-label={t('title')}
    >
      <div className="desk-top">
        <StateBar view={view} />
        <p className="hearing-status" role="status" data-testid="hearing-status">
          {statusWord(standing, words)}
        </p>
        {(standing.name === 'paused' || standing.name === 'elsewhere') && (
          <button type="button" className="hearing-button" onClick={link.release}>
            {standing.name === 'paused' ? words.goOn : words.useThis}
          </button>
        )}
        <HeardIn picture={picture} link={link} words={words} />
        <ListenTo picture={picture} link={link} view={view} words={words} />
      </div>
      <div className="desk-main">
        <Notices picture={picture} link={link} words={words} />
        {silent && <Notice tone="wait" live title={t('silent')} />}
        <div className="desk-look">
          {parts.shown}
          <Interpretation picture={picture} view={view}>
            <Stage
              picture={picture}
              view={view}
              words={words}
              looking={looking}
              onPin={(pin) => setLooking((now) => ({ ...now, pin, zoom: 1 }))}
            />
          </Interpretation>
        </div>
        <div className="desk-foot">
          {onPause !== undefined && (
            <SafetyButtons
              standing={standing.name}
              words={words}
              pause={link.pause}
              release={link.release}
              onPause={onPause}
            />
          )}
          {standing.name === 'joined' && (
            <Controls
              picture={picture}
              link={link}
              words={words}
              grid={looking.grid}
              zoom={looking.zoom}
              does={does}
              ownWindow={document.pictureInPictureEnabled ? () => void showApart(desk.current) : undefined}
            />
          )}
          {standing.name === 'joined' && <Hand view={view} />}
        </div>
      </div>
      <div className="desk-side">
        {parts.side}
        <People picture={picture} view={view} words={words} />
        {parts.below}
      </div>
      <Announcer moment={moment} />
      <Help dialog={help} on={keysOn} onSwitch={setKeysOn} />
    </section>
  );
}

/** Where the browser refuses, the page stays as large as it was, which is plain to see. */
async function toggleFullScreen(desk: HTMLElement | null): Promise<void> {
  try {
    await (document.fullscreenElement === null ? desk?.requestFullscreen() : document.exitFullscreen());
  } catch (error) {
    console.warn('The whole screen cannot be had.', error);
  }
}

/** Whoever is large, in a window of their own that stays over others; a second press takes it back. */
async function showApart(desk: HTMLElement | null): Promise<void> {
  const video = desk?.querySelector<HTMLVideoElement>('.tile[data-large="true"] video');
  try {
    if (document.pictureInPictureElement !== null) await document.exitPictureInPicture();
    else await video?.requestPictureInPicture();
  } catch (error) {
    console.warn('No window of its own can be had.', error);
  }
}
