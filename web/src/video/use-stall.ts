import { useEffect, useRef } from 'react';
import type { HearingPicture } from './hearing-link.ts';
import { quietFor, type Heard } from './quiet-for.ts';
import { bytesOf } from './received-bytes.ts';
import type { Placed } from './places.ts';

/** Milliseconds between two looks. */
const LOOK_MS = 1_000;
/** Milliseconds without anything after which it is told, each time that they are over again. */
const TOLD_MS = 4_000;

/**
 * On the screened side: tells that nothing comes of the court any more, as this page sees it.
 * @param onStall is given the milliseconds since something came last
 */
export function useStall(
  { main, media }: HearingPicture,
  { relay }: Pick<Placed, 'relay'>,
  onStall: ((milliseconds: number) => void) | undefined,
): void {
  const latest = useRef({ media, onStall });
  useEffect(() => {
    latest.current = { media, onStall };
  });
  const isScreened = main?.room === 'screened' && relay !== undefined;
  useEffect(() => {
    if (!isScreened) return undefined;
    let heard: Heard | undefined;
    let told = 0;
    const look = async () => {
      const court = latest.current.media.others.find(({ identity }) => identity === relay);
      const bytes = (await bytesOf(court?.audio, 'received')) + (await bytesOf(court?.video, 'received'));
      const now = performance.now();
      heard = quietFor(heard, bytes, now);
      const quiet = now - heard.since;
      if (quiet < TOLD_MS) told = 0;
      else if (now - told >= TOLD_MS) {
        told = now;
        latest.current.onStall?.(Math.round(quiet));
      }
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isScreened, relay]);
}
