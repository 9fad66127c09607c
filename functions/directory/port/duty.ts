import * as z from 'zod';
import { usuallyAlone } from '../../shared/values/interpreting.ts';

/** Limits on an interpreter's work. Source: practice figures in the domain notes; each authority sets its own. */
export const duty = z.strictObject({
  /** Minutes after which one interpreter alone is not enough, by mode. */
  aloneSimultaneous: z.number().int().min(5).max(480),
  aloneConsecutive: z.number().int().min(5).max(480),
  /** Booked minutes in one local day at the most. */
  dayMinutes: z.number().int().min(30).max(1440),
  /** Minutes between two bookings at the least. */
  changeover: z.number().int().min(0).max(480),
});
export type Duty = z.infer<typeof duty>;

/** What counts until an interpreter's authority has set its own. */
export const usualDuty: Duty = {
  aloneSimultaneous: usuallyAlone.simultaneous,
  aloneConsecutive: usuallyAlone.consecutive,
  dayMinutes: 360,
  changeover: 30,
};
