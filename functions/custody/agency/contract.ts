import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { shownEntry } from '../contract.ts';

const agencyParams = z.strictObject({ agencyId: id });
/** Those who keep calendars; of which agencies, directory/keeping.ts says. */
const readers = ['clerk', 'central-authority', 'support-officer'] as const;

export const exportAgencyLog = route({
  method: 'GET',
  path: '/api/custody/agency-logs/:agencyId',
  summary:
    'The log of who changed working time in an agency whose calendars the caller keeps, as one file that can be ' +
    'verified offline. Enters itself in the access log first.',
  who: readers,
  params: agencyParams,
  answer: z.string(),
});

export const listAgencyEntries = route({
  method: 'GET',
  path: '/api/custody/agency-logs/:agencyId/entries',
  summary:
    'The entries of an agency’s log for the screen, in order. A page with entries is itself entered as a read.',
  who: readers,
  params: agencyParams,
  query: z.strictObject({
    /** Index of the first entry wanted; 0 unless given. */
    from: z
      .string()
      .regex(/^(0|[1-9]\d{0,14})$/, 'Not an index.')
      .optional(),
  }),
  answer: z.strictObject({
    /** Entries in the log at this moment. */
    size: z.int(),
    /** Entries that the last published checkpoint covers. */
    publishedSize: z.int(),
    entries: z.array(shownEntry),
  }),
});
