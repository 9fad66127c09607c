/** What this capability enters in the access log of a log: who read it. */
import * as z from 'zod';
import { defineAction } from './port/action.ts';
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

/** Somebody looked at some of its entries. */
export const logRead = defineAction({
  action: 'log.read',
  log: 'access',
  by: anyReader,
  authority: ['role'],
  subject: { log: logIdSchema },
  /** From the entry with this index to the one before that. */
  details: z.strictObject({ from: z.int().min(0), to: z.int().min(1) }),
});
