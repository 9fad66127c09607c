/** What this capability enters: in the access log of a log who read it, and in a session's what was left out of it. */
import * as z from 'zod';
import { defineAction, seatName } from './port/action.ts';
import { logIdSchema } from './port/entry.ts';
import { readersOf } from './port/log-class.ts';

const anyReader = [...new Set(Object.values(readersOf).flat())];

/** Somebody took the whole log away as a file. */
export const logExported = defineAction({
  action: 'log.exported',
  log: 'access',
  by: anyReader,
  authority: ['role'],
  subject: { log: logIdSchema },
  details: z.strictObject({ size: z.int().min(1) }),
});

/** Somebody began to read it; what counts as one reading, `reading.ts` says. */
export const logRead = defineAction({
  action: 'log.read',
  log: 'access',
  by: anyReader,
  authority: ['role'],
  subject: { log: logIdSchema },
  /**
   * The first page: from the entry with this index to the one before that. Whatever else of the log is read until then
   * belongs to the same reading; entries of November 2026 do not say until when, since each page was one.
   */
  details: z.strictObject({ from: z.int().min(0), to: z.int().min(1), until: z.string().optional() }),
});

/** Facts of one seat, or of a part of saksi, that came too often to be told one by one: how many, of what, from when to when. */
export const factsLeftOut = defineAction({
  action: 'facts.left-out',
  log: 'session',
  by: [{ system: 'custody' }],
  authority: ['rule'],
  subject: { seat: seatName, part: z.string() },
  details: z.strictObject({
    count: z.int().min(1),
    first: z.string(),
    last: z.string(),
    /** Each action with its count: `seat.arrived 12`. */
    actions: z.array(z.string()).min(1),
  }),
});
