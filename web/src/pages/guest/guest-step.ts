import type { RoomView } from '../../video/room-view.ts';

/** The one page that a guest sees at this moment. */
export type GuestStep =
  /** Nothing is known yet, or no answer came. */
  | 'loading'
  /** No invitation here: the page was opened without its link. */
  | 'no-link'
  | 'pin'
  | 'check'
  | 'waiting'
  | 'room'
  /** She stopped sending and the court does not know it yet. */
  | 'telling'
  | 'paused-by-me'
  /** Whoever interprets was gone, and is back: nobody went on without them. */
  | 'paused-by-loss'
  | 'stopped-by-me'
  | 'paused-by-others'
  | 'ended'
  /** The place was given to another device, or the invitation has run out. */
  | 'over';

/** Nobody hears or sees them, and the room waits. */
export type PausedStep = Extract<GuestStep, 'telling' | `${string}-by-${string}`>;

export interface GuestFacts {
  readonly hasLink: boolean;
  /** `unknown` until the service said whether this device has a seat. */
  readonly seat: 'unknown' | 'none' | 'taken' | 'lost';
  readonly view: RoomView | undefined;
  /** The guest pressed pause or stop, and has not pressed go on. */
  readonly telling: boolean;
}

export function stepOf({ hasLink, seat, view, telling }: GuestFacts): GuestStep {
  if (seat === 'lost') return 'over';
  if (seat === 'none') return hasLink ? 'pin' : 'no-link';
  if (seat === 'unknown' || view === undefined) return 'loading';
  if (view.phase === 'ended') return 'ended';
  const mine = view.pauses.find((pause) => pause.seat === view.mySeat);
  if (mine?.lost === true) return 'paused-by-loss';
  if (mine !== undefined) return mine.kind === 'stop' ? 'stopped-by-me' : 'paused-by-me';
  // Whatever else happens to the room, who has stopped sending is not taken back in before saying so.
  if (telling) return 'telling';
  if (view.myState === 'away') return 'check';
  if (view.myState === 'waiting' || view.phase === 'closed') return 'waiting';
  return view.phase === 'paused' ? 'paused-by-others' : 'room';
}
