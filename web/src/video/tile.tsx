import type { LocalAudioTrack, LocalVideoTrack, RemoteAudioTrack, RemoteVideoTrack } from 'livekit-client';
import { useEffect, useRef, type ReactNode } from 'react';
import { LineQuality, type Line } from './line-quality.tsx';
import { bytesOf } from './received-bytes.ts';
import type { Seat } from './room-view.ts';
import type { RoomWords } from './room-words.ts';
import { OriginalVoice } from './voice.tsx';

/** One person: picture or a plain figure, and a label of role and pseudonym. Never a name. */
export interface TileParts {
  readonly seat: Seat | 'court';
  readonly label: string;
  readonly pseudonym: string;
  readonly own: boolean;
  readonly video?: LocalVideoTrack | RemoteVideoTrack | undefined;
  /** The own voice is counted and never played. */
  readonly audio?: LocalAudioTrack | RemoteAudioTrack | undefined;
  readonly speaking: boolean;
  readonly mutedWord?: string | undefined;
  readonly line: Line | undefined;
  readonly words: RoomWords;
  readonly large?: boolean;
  /** Makes it large, or small again; without it there is no such button. */
  readonly onSize?: () => void;
  /** It is larger than its frame, which is pushed about by the arrow keys then. */
  readonly zoomed?: boolean;
  /** What else stands on the tile. */
  readonly children?: ReactNode;
}

export function Tile(parts: TileParts) {
  const figure = useRef<HTMLElement>(null);
  useByteCount(figure, parts);
  return (
    <figure
      ref={figure}
      className="tile"
      data-testid={`tile-${parts.seat}`}
      data-own={parts.own}
      data-speaking={parts.speaking}
      data-large={parts.large === true}
    >
      {parts.video === undefined ? (
        <svg className="tile-figure" viewBox="0 0 64 48" role="img" aria-label={parts.words.noPicture}>
          <circle cx="32" cy="17" r="9" />
          <path d="M14 44c2-11 9-16 18-16s16 5 18 16z" />
        </svg>
      ) : (
        <Picture
          track={parts.video}
          mirrored={parts.own}
          zoomed={parts.zoomed === true}
          label={`${parts.label} ${parts.pseudonym}`}
        />
      )}
      {parts.audio === undefined || parts.own ? null : <OriginalVoice track={parts.audio} />}
      <figcaption className="tile-label">
        <span>{parts.label}</span> <bdi>{parts.pseudonym}</bdi>
        {parts.mutedWord === undefined ? null : <span className="tile-muted">{parts.mutedWord}</span>}
      </figcaption>
      <LineQuality line={parts.line} words={parts.words} />
      {parts.onSize === undefined ? null : (
        <button
          type="button"
          className="tile-button"
          aria-pressed={parts.large === true}
          aria-label={`${parts.large === true ? parts.words.smaller : parts.words.larger}: ${parts.label} ${parts.pseudonym}`}
          onClick={parts.onSize}
        >
          {parts.large === true ? parts.words.smaller : parts.words.larger}
        </button>
      )}
      {parts.children}
    </figure>
  );
}

function Picture(parts: {
  readonly track: LocalVideoTrack | RemoteVideoTrack;
  readonly mirrored: boolean;
  readonly zoomed: boolean;
  readonly label: string;
}) {
  const element = useRef<HTMLVideoElement>(null);
  const { track } = parts;
  useEffect(() => {
    const video = element.current;
    if (video === null) return undefined;
    track.attach(video);
    return () => {
      track.detach(video);
    };
  }, [track]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is moved by the arrow keys
    <div className="tile-frame" data-zoomed={parts.zoomed} {...(parts.zoomed ? { tabIndex: 0 } : {})}>
      <video
        ref={element}
        className="tile-picture"
        data-mirrored={parts.mirrored}
        aria-label={parts.label}
        autoPlay
        playsInline
        muted
      />
    </div>
  );
}

/**
 * Writes, once a second, how many bytes of this person's media have come in (or, on the own tile, gone out). Harmless,
 * and what a technician at the other end of a telephone can have read out.
 */
function useByteCount(figure: React.RefObject<HTMLElement | null>, parts: TileParts): void {
  const { video, audio, own } = parts;
  useEffect(() => {
    const way = own ? 'sent' : 'received';
    let gone = false;
    const count = async () => {
      const [videoBytes, audioBytes] = await Promise.all([bytesOf(video, way), bytesOf(audio, way)]);
      const element = figure.current;
      if (gone || element === null) return;
      element.dataset['videoBytes'] = String(videoBytes);
      element.dataset['audioBytes'] = String(audioBytes);
    };
    const timer = setInterval(() => void count(), 1_000);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [figure, video, audio, own]);
}
