import { mostNoted, type Noted } from '../contract.ts';

/**
 * What was seen and not yet told. It is told again until it was taken; somebody who flaps fills no more than a part of it, and
 * what they do last in a turn stands in place of all that came after their part was full.
 */

/** Entries of one person in one room in one turn. */
const mostOfOne = 8;
/** Entries that wait when nobody takes them; the oldest are dropped. */
const mostWaiting = 500;

export interface Seen {
  readonly add: (noted: Noted) => void;
  /** What to tell in this turn, oldest first. */
  readonly next: () => readonly Noted[];
  /** What was told last was taken. */
  readonly taken: () => void;
}

export function seen(): Seen {
  let waiting: Noted[] = [];
  let told: readonly Noted[] = [];
  return {
    add: (noted) => {
      const untold = waiting.filter((each) => !told.includes(each));
      const same = untold.filter(({ room, identity }) => room === noted.room && identity === noted.identity);
      if (same.length >= mostOfOne) waiting = waiting.filter((each) => each !== same.at(-1));
      waiting = [...waiting, noted].slice(-mostWaiting);
    },
    next: () => (told = waiting.slice(0, mostNoted)),
    taken: () => {
      waiting = waiting.filter((each) => !told.includes(each));
      told = [];
    },
  };
}
