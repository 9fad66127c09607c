import * as z from 'zod';

/** Which reminders there are, and when what is missing is chased; each stage says its own. */
export const dueRules = z.strictObject({
  /** Minutes before the start, each a reminder. */
  reminders: z.array(z.int().min(1)).max(10),
  /** Working days before the session on which what is missing is chased. */
  chaseDays: z.int().min(0).max(30),
  /** Wall time of a chaser, `HH:mm`, by the clock of whoever is chased. */
  chaseAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});

export type DueRules = z.infer<typeof dueRules>;

/** Two weeks to arrange things, two days to prepare, an hour to come. */
export const usualDueRules: DueRules = {
  reminders: [14 * 24 * 60, 2 * 24 * 60, 60],
  chaseDays: 5,
  chaseAt: '09:00',
};
