import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { HearingLink, type HearingPicture } from './hearing-link.ts';
import type { Placed } from './places.ts';
import type { DeviceFacts, PauseKind, Pass } from './room-view.ts';
import type { Pictures } from './voices-first.ts';

export interface HearingParts {
  /** The latest view of the room; the page polls it and hands it in. */
  readonly view: Placed;
  /** @param room its key, where there are several */
  readonly requestPass: (room?: string) => Promise<Pass>;
  /** Called after sending has stopped; the page tells the court. Without it there is no pause button. */
  readonly onPause?: (kind: PauseKind) => void;
  /** What the device check found; without it, both devices are tried and the line is taken to be good. */
  readonly device?: DeviceFacts;
  /** The view may be out of date (dropped, refused): the page should ask for it at once. */
  readonly onDoubt?: () => void;
  /** The line carries other pictures from now on. */
  readonly onPictures?: (pictures: Pictures) => void;
  /** On the screened side: nothing came of the court for so many milliseconds. */
  readonly onStall?: (milliseconds: number) => void;
}

/** One link for as long as the hearing is on the page; leaving the page leaves the room. */
export function useLink(parts: HearingParts): readonly [HearingLink, HearingPicture] {
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
  const picture = useSyncExternalStore(link.subscribe, link.picture);
  useTellPictures(picture.wish.pictures, parts.onPictures);
  return [link, picture];
}

/** Tells each change; all pictures are where it begins. */
function useTellPictures(pictures: Pictures, tell: HearingParts['onPictures']): void {
  const told = useRef<Pictures>('all');
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    if (told.current === pictures) return;
    told.current = pictures;
    latest.current?.(pictures);
  }, [pictures]);
}
