/**
 * Whom a silent alarm calls, and when: one person after the other, then all at once, again and again. By the clock alone, so that
 * pages and text messages agree whoever was woken when, and nothing is lost with a function that dies.
 */
import { answeredFor } from '../answering.ts';

/** Milliseconds until the next one is called. */
const untilNext = 30_000;
/** Milliseconds between two calls to all. */
const untilAllAgain = 120_000;
/** How often all are called; their pages ring on until somebody answers. */
const callsToAll = 5;
/** Milliseconds after which an alarm rings no more, and nothing is sent: it is of a time that is over, or of a table put back. */
export const ringsFor = 3_600_000;

/** When so-manieth step is due, in milliseconds from the beginning. */
const stepAt = (onCall: number, step: number): number =>
  Math.min(step, onCall) * untilNext + Math.max(0, step - onCall) * untilAllAgain;

/** How many steps there are in all; where nobody is on call none. */
export const stepsOf = (onCall: number): number => (onCall === 0 ? 0 : onCall + callsToAll);

export interface Ringing {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** How many are on call. */
  readonly onCall: number;
}

/** How many steps are due by now; 0 only before it began, and for an alarm of long ago. */
export function stepsDue({ since, onCall }: Ringing, now: number): number {
  if (now < since || now - since > ringsFor) return 0;
  let due = 0;
  while (due < stepsOf(onCall) && since + stepAt(onCall, due) <= now) due += 1;
  return due;
}

/** Milliseconds from now until this step is due, 0 where it is; undefined where there is no such step. */
export const untilStep = ({ since, onCall }: Ringing, step: number, now: number): number | undefined =>
  step >= stepsOf(onCall) ? undefined : Math.max(0, since + stepAt(onCall, step) - now);

/** Whether everybody was called so often that nobody will be called again: another press opens it anew. */
export const isRungOut = ({ since, onCall }: Ringing, now: number): boolean =>
  now - since >= Math.max(answeredFor, stepAt(onCall, stepsOf(onCall)));

/** The places on the list that are called by these steps, from the first that is not done to the last that is due. */
export const calledBy = (onCall: number, from: number, to: number): readonly number[] =>
  [...Array(onCall).keys()].filter((place) => (from <= place && place < to) || (to > onCall && from < to));

/** Whether it rings for the one at this place of the list. */
export const ringsAt = (ringing: Ringing, place: number, now: number): boolean =>
  calledBy(ringing.onCall, 0, stepsDue(ringing, now)).includes(place);
