import * as z from 'zod';

/**
 * What may be set aside for a reason. What is not here never can: a room, and an interpreter's time between sessions and
 * minutes in a day.
 */
export const overrideNames = [
  'unsociable',
  'outside-hours',
  'holiday',
  'short-notice',
  'buffer',
  'clash',
  'alone-too-long',
] as const;
export const overrideName = z.enum(overrideNames);
