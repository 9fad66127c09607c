import * as z from 'zod';
import type { Context } from '../shared/http/call.ts';

/** Sends a text message to a telephone; throws where it is not taken. */
export interface Texts {
  send(to: string, text: string): Promise<void>;
}

/** What wakes this capability for the next step of an alarm; it says which, so that one that was done is not done again. */
export const nextStep = z.strictObject({
  sessionId: z.string(),
  pseudonym: z.string(),
  since: z.string(),
  step: z.int(),
});
export type NextStep = z.infer<typeof nextStep>;

export interface HelpContext extends Context {
  readonly texts: Texts;
  /** @param wait milliseconds, a quarter of an hour at most */
  readonly wakeMe: (call: NextStep, wait: number) => Promise<void>;
  /** Of the pages, as people type it. */
  readonly frontAddress: string;
}
