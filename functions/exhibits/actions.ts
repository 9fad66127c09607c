/**
 * What this capability enters in the log of a session: that something was handed in, with the hash of the file, and later to whom
 * it was shown. Its title is sealed: it can name somebody.
 */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
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
