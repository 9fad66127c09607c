import { useEffect, useState, useSyncExternalStore } from 'react';
import { DeviceChoice } from './device-choice.tsx';
import { useDevices } from './devices.ts';
import { HearingLink, type HearingPicture } from './hearing-link.ts';
import type { Standing } from './hearing-state.ts';
import './hearing.css';
import { useRoomWords, type RoomWords } from './room-words.ts';
import type { DeviceFacts, PauseKind, Pass, RoomView } from './room-view.ts';
import { SafetyButtons } from './safety-buttons.tsx';
import { HeardIn } from './heard-in.tsx';
import { OtherRoom, Tiles } from './tiles.tsx';

export interface HearingParts {
  /** The latest view of the room; the page polls it and hands it in. */
  readonly view: RoomView;
  /** @param room its key, where there are several */
  readonly requestPass: (room?: string) => Promise<Pass>;
  /** Called after sending has stopped; the page tells the court. Without it there is no pause button. */
  readonly onPause?: (kind: PauseKind) => void;
  readonly layout: 'staff' | 'guest';
  /** What the device check found; without it, both devices are tried and the line is taken to be good. */
  readonly device?: DeviceFacts;
  /** The page's language; that of the document unless said. */
  readonly language?: string;
  /** The view may be out of date (dropped, refused): the page should ask for it at once. */
  readonly onDoubt?: () => void;
}

/** The hearing room: connects while the view says so, shows everyone by role and pseudonym, and can stop at once. */
export function Hearing(parts: HearingParts) {
  const spoken = useRoomWords(parts.language ?? document.documentElement.lang);
  const link = useLink(parts);
  const picture = useSyncExternalStore(link.subscribe, link.picture);
  if (spoken === undefined) return <div className="hearing" aria-busy="true" />;
  const { words } = spoken;
  const safety =
    parts.onPause === undefined ? null : (
      <SafetyButtons
        layout={parts.layout}
        standing={picture.standing.name}
        words={words}
        pause={link.pause}
        release={link.release}
        onPause={parts.onPause}
      />
    );
  return (
    <section className="hearing" data-layout={parts.layout} data-standing={picture.standing.name}>
      <p className="hearing-status" role="status" data-testid="hearing-status">
        {statusWord(picture.standing, words)}
      </p>
      {picture.standing.name === 'paused' && parts.layout === 'staff' ? (
        <button type="button" className="hearing-button" onClick={link.release}>
          {words.goOn}
        </button>
      ) : null}
      {picture.standing.name === 'elsewhere' ? (
        <button type="button" className="hearing-button" onClick={link.release}>
          {words.useThis}
        </button>
      ) : null}
      <Notices picture={picture} link={link} words={words} />
      {parts.layout === 'staff' ? safety : null}
      <HeardIn picture={picture} link={link} words={words} />
      <Tiles picture={picture} view={parts.view} words={words} />
      {picture.others.map((room) => (
        <OtherRoom key={room.place.room} room={room} view={parts.view} words={words} />
      ))}
      <Switches picture={picture} link={link} words={words} parts={parts} />
      <OwnDevices picture={picture} link={link} words={words} />
      {parts.layout === 'staff' ? null : safety}
    </section>
  );
}

/** One link for as long as the hearing is on the page; leaving the page leaves the room. */
function useLink(parts: HearingParts): HearingLink {
  const latest = useState(() => ({ requestPass: parts.requestPass, onDoubt: parts.onDoubt }))[0];
  const [link] = useState(
    () =>
      new HearingLink({
        device: parts.device,
        requestPass: (room) => latest.requestPass(room),
        onDoubt: () => latest.onDoubt?.(),
      }),
  );
  useEffect(() => {
    latest.requestPass = parts.requestPass;
    latest.onDoubt = parts.onDoubt;
  });
  useEffect(() => {
    link.view(parts.view);
  }, [link, parts.view]);
  useEffect(() => link.close, [link]);
  return link;
}

function statusWord(standing: Standing, words: RoomWords): string {
  if (standing.name === 'joined') return standing.shaky ? words.mending : words.connected;
  if (standing.name === 'asking' || standing.name === 'joining')
    return standing.tries > 0 ? words.again : words.connecting;
  return { off: words.off, paused: words.paused, elsewhere: words.elsewhere, resting: words.again }[
    standing.name
  ];
}

interface Inner {
  readonly picture: HearingPicture;
  readonly words: RoomWords;
}

function Notices({ picture, link, words }: Inner & { readonly link: HearingLink }) {
  const { media } = picture;
  return (
    <>
      {media.soundLocked ? (
        <button
          type="button"
          className="hearing-button hearing-sound"
          onClick={() => link.room?.unlockSound()}
        >
          {words.hear}
        </button>
      ) : null}
      {picture.standing.name === 'joined' && link.room?.isSilent === true ? (
        <p className="hearing-notice" role="status" data-testid="silent">
          {words.questionsThroughJudge}
        </p>
      ) : null}
      {picture.standing.name === 'joined' && link.room?.isUnseen === true ? (
        <p className="hearing-notice" role="status" data-testid="unseen">
          {words.unseen}
        </p>
      ) : null}
      {media.missing.includes('microphone') ? (
        <p className="hearing-notice" role="alert">
          {words.noMicrophone}
        </p>
      ) : null}
      {media.missing.includes('camera') ? (
        <p className="hearing-notice" role="alert">
          {words.noCamera}
        </p>
      ) : null}
    </>
  );
}

/** The witness has one thing to press when she wants silence, pause; the others have the usual two switches. */
function Switches({
  picture,
  link,
  words,
  parts,
}: Inner & { readonly link: HearingLink; readonly parts: HearingParts }) {
  const { own } = picture.media;
  if (picture.standing.name !== 'joined') return null;
  return (
    <div className="hearing-switches">
      {own.audio === undefined || parts.view.mySeat === 'witness' ? null : (
        <button
          type="button"
          className="hearing-button"
          onClick={() => link.switchOn('microphone', !own.microphoneOn)}
        >
          {own.microphoneOn ? words.microphoneOff : words.microphoneOn}
        </button>
      )}
      {own.video === undefined ? null : (
        <button
          type="button"
          className="hearing-button"
          onClick={() => link.switchOn('camera', !own.cameraOn)}
        >
          {own.cameraOn ? words.cameraOff : words.cameraOn}
        </button>
      )}
    </div>
  );
}

/** Another camera or microphone, where there are several; folded away, since it is needed once. */
function OwnDevices({ picture, link, words }: Inner & { readonly link: HearingLink }) {
  const { own } = picture.media;
  const devices = useDevices(own.video ?? own.audio);
  const several = devices.camera.length > 1 || devices.microphone.length > 1;
  if (picture.standing.name !== 'joined' || !several) return null;
  return (
    <details className="hearing-devices">
      <summary>{words.devices}</summary>
      <DeviceChoice
        devices={devices}
        used={{
          camera: own.video?.mediaStreamTrack.getSettings().deviceId,
          microphone: own.audio?.mediaStreamTrack.getSettings().deviceId,
        }}
        words={words}
        onChoose={(device, id) => link.room?.chooseDevice(device, id)}
      />
    </details>
  );
}
