import * as z from 'zod';
import { countryCode } from '../../shared/values/countries.ts';
import { id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { interpretingMode } from '../../shared/values/interpreting.ts';
import { languageTag } from '../../shared/values/languages.ts';
import { zoneName } from '../../shared/values/zones.ts';
import { duty } from './duty.ts';
import { together } from '../../shared/values/together.ts';

/**
 * The published port on working time: when a person or a room can be booked at all. What is booked already stands on
 * the week pages of `sessions`, not here.
 */

/** A wall clock time, `HH:mm`; `24:00` only as an end. */
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Not a time of day: give HH:mm, such as 08:30.')
  .meta({ examples: ['08:30'] });
const clockEnd = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Not a time of day: give HH:mm, such as 16:30, or 24:00.')
  .meta({ examples: ['16:30'] });
const day = z.iso.date();

/** Hours of one weekday (ISO: Monday is 1), from a day and until a day where they are not for ever. */
export const weeklyHours = z
  .strictObject({
    weekday: z.number().int().min(1).max(7),
    from: clock,
    until: clockEnd,
    validFrom: day.optional(),
    validUntil: day.optional(),
  })
  .refine((hours) => hours.from < hours.until, together('The hours must end after they begin.'));

export const block = z
  .strictObject({ start: instant, end: instant })
  .refine((blocked) => blocked.start < blocked.end, together('The block must end after it begins.'));

export const workingTime = z.strictObject({
  zone: zoneName,
  /** Whose public holidays are warned of. */
  country: countryCode,
  weekly: z.array(weeklyHours).max(100),
  /** Whole local days on which nothing is booked: leave, a closed court. */
  daysOff: z.array(day).max(400),
  /** Exact times taken by something that saksi does not know. */
  blocks: z.array(block).max(500),
  /** Minutes kept free around each booking: travel, preparation. */
  bufferBefore: z.number().int().min(0).max(480),
  bufferAfter: z.number().int().min(0).max(480),
  /** Minutes before the start after which this calendar can no longer be booked without an override. */
  notice: z
    .number()
    .int()
    .min(0)
    .max(60 * 24 * 60),
  /** Local hours outside which a time is called unsociable: warned of, never forbidden. */
  sociable: z
    .strictObject({ from: clock, until: clockEnd })
    .refine((hours) => hours.from < hours.until, together('The hours must end after they begin.')),
});
export type WorkingTime = z.infer<typeof workingTime>;

export const interpreterProfile = z.strictObject({
  /** Directions: from one language into another; a dialect where it matters. */
  directions: z
    .array(z.strictObject({ from: languageTag, to: languageTag, dialect: z.string().max(40).optional() }))
    .min(1)
    .max(40),
  modes: z.array(interpretingMode).min(1),
  gender: z.enum(['woman', 'man', 'other']).optional(),
  /** Day of the last vetting; absent when never vetted. */
  vettedOn: day.optional(),
  /** Cases and countries from which the interpreter must stay away. */
  conflicts: z.strictObject({ cases: z.array(id).max(200), countries: z.array(countryCode).max(60) }),
  duty,
});
export type InterpreterProfile = z.infer<typeof interpreterProfile>;

export const siteRoom = z.strictObject({
  roomId: id,
  /** What it is, never where exactly: "Room 2". */
  label: z.string().min(1).max(60),
  city: z.string().min(1).max(60),
  country: countryCode,
  vetted: z.boolean(),
  /** A shelter's room: its zone and city are shown only to those who may know the place. */
  atProtectedSite: z.boolean(),
});
export type SiteRoom = z.infer<typeof siteRoom>;

/** A holiday as shipped, or as an officer corrected it; a working day stands for a day that was made one. */
export const holiday = z.strictObject({
  country: countryCode,
  day,
  name: z.string().max(120),
  kind: z.enum(['holiday', 'working-day']),
});
export type Holiday = z.infer<typeof holiday>;
