import * as z from 'zod';
import { takesPart } from './contract.ts';

/** What somebody who is heard said on a day of their session. */
export const saidToday = z.strictObject({
  said: takesPart,
  /** What they said themselves nobody but they changes on that day. */
  by: z.enum(['self', 'officer']),
  /** The beginning of the window of the rooms in which it was said. */
  opensAt: z.string(),
});
export type SaidToday = z.infer<typeof saidToday>;
