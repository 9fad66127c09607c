import * as z from 'zod';
import { TimeRefusal } from './time-refusal.ts';
import { together } from './together.ts';

const WRITTEN = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,3}))?Z$/;
/** A day that is in the calendar, as a pattern for documents; this is how zod knows a date. */
export const anyDay = z.regexes.date.source.replace(/^\^|\$$/g, '');
const HINT = 'Give an instant in UTC as YYYY-MM-DDTHH:mm:ssZ, such as 2026-04-02T02:30:00Z.';

/**
 * The one spelling of an instant (always milliseconds and `Z`), or undefined. Date.parse alone is too kind:
 * it turns 30 February into 2 March and 24:00 into the next day, so the digits must come back unchanged.
 */
function canonical(text: string): string | undefined {
  if (typeof text !== 'string') return undefined; // the edge, where the compiler's word counts for nothing
  const parts = WRITTEN.exec(text);
  if (parts === null) return undefined;
  const spelled = `${parts[1]}.${(parts[2] ?? '').padEnd(3, '0')}Z`;
  const at = Date.parse(spelled);
  return Number.isNaN(at) || new Date(at).toISOString() !== spelled ? undefined : spelled;
}

/**
 * An instant in UTC. Input may leave out the fraction of a second; the value kept is always
 * `YYYY-MM-DDTHH:mm:ss.sssZ`, so that equality and order of strings are equality and order of time.
 */
export const instant = z
  .string()
  .max(24, HINT)
  .overwrite((text) => canonical(text) ?? text)
  .refine((text) => canonical(text) !== undefined, HINT)
  .brand<'Instant'>()
  .meta({
    description: 'An instant in UTC, ISO 8601',
    pattern: `^${anyDay}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,3})?Z$`,
    examples: ['2026-04-02T02:30:00.000Z'],
  });

export type Instant = z.infer<typeof instant>;

/** @throws TimeRefusal `bad-instant` */
export function parseInstant(text: string): Instant {
  const spelled = canonical(text);
  if (spelled === undefined) throw new TimeRefusal('bad-instant', `That is not an instant. ${HINT}`);
  return spelled as Instant;
}

/** The instant of so many milliseconds since 1970-01-01T00:00:00Z; the year must be 0000–9999. @throws TimeRefusal `bad-instant` */
export function instantOf(ms: number): Instant {
  const spelled = Number.isInteger(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : '';
  if (spelled.length !== 24) {
    throw new TimeRefusal('bad-instant', `${ms} ms is not an instant of the years 0000 to 9999.`);
  }
  return spelled as Instant;
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function epochMs(at: Instant): number {
  return Date.parse(at);
}

export function addMilliseconds(at: Instant, milliseconds: number): Instant {
  return instantOf(epochMs(at) + milliseconds);
}

/** Minutes may be negative, and are elapsed minutes: no clock change ever alters them. */
export function addMinutes(at: Instant, minutes: number): Instant {
  return addMilliseconds(at, minutes * 60_000);
}

/** Negative when `a` is earlier, 0 when the same, positive when later; fits Array.sort. */
export function compareInstants(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isBefore(a: Instant, b: Instant): boolean {
  return a < b;
}

/** Elapsed minutes from `a` to `b`, negative when `b` is earlier; may have a fraction. */
export function minutesBetween(a: Instant, b: Instant): number {
  return (epochMs(b) - epochMs(a)) / 60_000;
}

/** From `start`, which belongs to it, to `end`, which does not: one may begin the moment another ends. */
export const interval = z
  .strictObject({ start: instant, end: instant })
  .refine((given) => given.start < given.end, together('The end must be after the start.'));

export type Interval = z.infer<typeof interval>;

export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(span: Interval, at: Instant): boolean {
  return span.start <= at && at < span.end;
}

export function durationMinutes(span: Interval): number {
  return minutesBetween(span.start, span.end);
}
