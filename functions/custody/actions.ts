/** What this capability enters: in the access log of a log who read it, and in a session's what was left out of it. */
import * as z from 'zod';
import { accountRoles } from '../shared/access/roles.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { browsingRules } from './access/contract.ts';
import { defineAction, seatName } from './port/action.ts';
import { logIdSchema } from './port/entry.ts';
import { readersOf } from './port/log-class.ts';

const anyReader = [...new Set(Object.values(readersOf).flat())];

/** What is not of the reader's part was not shown, or stands in the file as hashes alone. */
const inPart = z.literal(true).optional();

/** Somebody took the log away as a file. */
export const logExported = defineAction({
  action: 'log.exported',
  log: 'access',
  by: anyReader,
  authority: ['role'],
  subject: { log: logIdSchema },
  details: z.strictObject({ size: z.int().min(1), part: inPart }),
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
  details: z.strictObject({
    from: z.int().min(0),
    to: z.int().min(1),
    until: z.string().optional(),
    part: inPart,
  }),
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

/**
 * Somebody read what a case holds, or searched: by which route, about whom or what, in which hour. Whatever the same person reads
 * by that route about it until then belongs to the same reading.
 */
export const dataRead = defineAction({
  action: 'data.read',
  log: 'access',
  by: accountRoles,
  authority: ['role'],
  subject: { case: id, session: id, witness: pseudonym, agency: id },
  details: z.strictObject({ route: z.string(), kind: z.enum(['case', 'search']), until: z.string() }),
});

/** Readings of one person that came too often to be told one by one. */
export const readingsLeftOut = defineAction({
  ...factsLeftOut,
  action: 'readings.left-out',
  log: 'access',
});

/** Somebody reads in an hour far more than they did before: a machine says so, a person looks. */
export const readingUnusual = defineAction({
  action: 'reading.unusual',
  log: 'access',
  by: [{ system: 'custody' }],
  authority: ['rule'],
  subject: { seat: seatName },
  details: z.strictObject({
    rule: z.enum(browsingRules),
    /** The hour that it is about. */
    hour: z.string(),
    count: z.int().min(1),
    /** The most in an hour of the days before. */
    before: z.int().min(0),
  }),
});
