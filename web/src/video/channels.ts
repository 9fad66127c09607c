import type { HearingPicture } from './hearing-link.ts';
import { identitiesOf, type Placed } from './places.ts';

/** What is heard in all rooms of the page. */
type Heard = Pick<HearingPicture, 'media'> & {
  readonly others: readonly Pick<HearingPicture['others'][number], 'media'>[];
};

/**
 * The languages that are interpreted into: each interpreter's page sends one voice for each, in a track named for it. A listener
 * hears the original, or one of them with the original softly under it.
 */

/** The languages that can be listened to now, in the order of the alphabet. */
export const languagesIn = (heard: Heard, view: Placed): readonly string[] =>
  [...new Set(voicesIn(heard, view).map(([language]) => language))].sort();

/**
 * Every voice of a language that comes from an interpreter whom the view names, or on the screened side from what carries the court
 * over: anybody else's is not played. In further rooms too, where an interpreter may be beside the accused.
 */
export function voicesIn({ media, others }: Heard, view: Placed) {
  const from = new Set([
    ...view.seats.filter(({ seat }) => seat === 'interpreter').flatMap(identitiesOf),
    ...(view.relay === undefined ? [] : [view.relay]),
  ]);
  return [media, ...others.map((room) => room.media)]
    .flatMap((there) => there.others.filter(({ identity }) => from.has(identity)))
    .flatMap(({ channels }) => channels)
    .map(({ language, audio }) => [language, audio] as const);
}

/** As loud as this the original stays under an interpretation: one hears that somebody speaks, and how. */
export const DUCKED = 0.15;
/** An interpreter breathes, and waits for the verb: only then does the original come back. */
export const COMES_BACK_MS = 2_500;
/** Softer than any speech, louder than the line. 1 is the loudest. */
export const SOUND = 0.01;

/**
 * How loud the original is.
 * @param soundAt when the interpretation was last heard, in milliseconds of any clock; undefined while it never was
 */
export const originalVolume = (soundAt: number | undefined, now: number): number =>
  soundAt !== undefined && now - soundAt < COMES_BACK_MS ? DUCKED : 1;
