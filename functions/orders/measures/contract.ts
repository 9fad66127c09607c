import * as z from 'zod';
import { id, pseudonym } from '../../shared/values/ids.ts';

/** What can be ordered, and about what. */

/** From the laxest to the strictest. `altered`: a picture or a voice that is not theirs as it is. */
export const levels = ['as-is', 'altered', 'not'] as const;
export type Level = (typeof levels)[number];

const level = z.enum(levels);

/** What is ordered between somebody who is protected and somebody from whom they are. */
export const pairMeasures = z.strictObject({
  /** Whether they may be in one room. */
  meet: z.boolean(),
  /** How the one who is protected is seen and heard by the other. */
  seen: level,
  heard: level,
  /** How the one who is protected sees and hears the other. */
  sees: level,
  hears: level,
});
export type PairMeasures = z.output<typeof pairMeasures>;

/** What an order is about: a pair of persons, by pseudonym, or a session that is held in camera. */
export const matter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pair'), protected: pseudonym, from: pseudonym }),
  z.strictObject({ kind: z.literal('in-camera'), sessionId: id }),
]);
export type Matter = z.output<typeof matter>;
