/**
 * What this capability enters in the log of a session: that something was handed in, with the hash of the file, and later to whom
 * it was shown. Its title is sealed: it can name somebody.
 */
import * as z from 'zod';
import { defineAction, seatName } from '../custody/port/action.ts';
import { paperKinds } from '../shared/values/papers.ts';
import { keptFrom } from './contract.ts';

export const exhibitEntered = defineAction({
  action: 'exhibit.entered',
  log: 'session',
  by: ['prosecutor', 'clerk', 'defence-counsel', 'victim-counsel'],
  authority: ['role'],
  // Whoever handed it in; the others learn of it when it is shown to them.
  part: { 'defence-counsel': 'theirs', 'victim-counsel': 'theirs' },
  details: z.strictObject({
    exhibit: z.string(),
    kind: z.enum(paperKinds),
    bytes: z.int(),
    pages: z.int(),
    /** Of the file as it was handed in, in hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    notFor: z.array(keptFrom),
  }),
  sealed: ['title'],
});

const byWhom = ['judge', 'clerk', 'prosecutor', 'defence-counsel', 'victim-counsel'] as const;
const readByCounsel = { 'defence-counsel': 'theirs', 'victim-counsel': 'theirs' } as const;
/** On whose word a clerk acts. */
const onWordOf = z.string().optional();

export const exhibitAllowed = defineAction({
  action: 'exhibit.allowed',
  log: 'session',
  by: ['judge', 'clerk'],
  authority: ['role'],
  subject: { seat: seatName },
  part: readByCounsel,
  details: z.strictObject({ exhibit: z.string(), allowed: z.boolean(), onWordOf }),
});
/** Whom it could be seen by at that moment, by name; `all` says that whoever is let in later sees it too. */
export const exhibitShown = defineAction({
  action: 'exhibit.shown',
  log: 'session',
  by: byWhom,
  authority: ['role'],
  part: readByCounsel,
  details: z.strictObject({
    exhibit: z.string(),
    page: z.int(),
    all: z.boolean(),
    to: z.array(z.string()),
    onWordOf,
  }),
});
/** A fact: nothing is given by it that was not shown. */
export const exhibitTurned = defineAction({
  action: 'exhibit.turned',
  log: 'session',
  by: byWhom,
  authority: ['role'],
  part: readByCounsel,
  details: z.strictObject({ exhibit: z.string(), page: z.int() }),
});
export const exhibitHidden = defineAction({
  action: 'exhibit.hidden',
  log: 'session',
  by: byWhom,
  authority: ['role'],
  part: readByCounsel,
  details: z.strictObject({ exhibit: z.string() }),
});
