import type { RoomView } from '../../video/room-view.ts';
import type { GuestWords } from '../guest/guest-words.ts';
import type { paths } from './guest-line.ts';
import type { Hearing } from './hearing.ts';

export interface GuestActsProps {
  readonly view: RoomView;
  /** Rises each time the page looks at the room. */
  readonly looks: number;
  readonly words: GuestWords;
}

/** Presses something, and says in few words how it went. */
export type Press = (
  verb: keyof typeof paths,
  body: object,
  more?: { readonly act?: string; readonly said?: string },
) => void;

/** What every part of what a guest is shown is given. */
export interface GuestPart {
  readonly words: GuestWords;
  readonly hearing: Hearing;
  /** The guest’s own seat and pseudonym. */
  readonly seat: RoomView['mySeat'];
  readonly me: string;
  readonly press: Press;
}
