/**
 * What counts as one reading of a log: one person, in one role, one log, from the first entries that are shown until
 * `readingMinutes` later. Whatever is turned to, asked for again or polled in that time belongs to it, in however many
 * windows; what is read after it is another reading. Why an hour: infra/decisions/one-reading-one-entry.md.
 */
import * as z from 'zod';
import { readingMinutes } from './contract.ts';

/** A reading as it is kept beside the log, so that it is known when the next page is asked for. */
export const readingSchema = z.object({
  /** As what: the role, and that it is of a part where it is. */
  role: z.string(),
  /** Instant at which it is over. */
  until: z.string(),
});
export type Reading = z.infer<typeof readingSchema>;

/** Whether what is read now still belongs to this reading; a reading in another role, or of less, is never gone on with. */
export const goesOn = (known: Reading | undefined, role: string, now: Date): boolean =>
  known !== undefined && known.role === role && now.getTime() < Date.parse(known.until);

export const readingFrom = (role: string, now: Date): Reading => ({
  role,
  until: new Date(now.getTime() + readingMinutes * 60_000).toISOString(),
});
