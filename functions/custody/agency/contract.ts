import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { entriesPage } from '../contract.ts';
import { readersOf } from '../port/log-class.ts';

const agencyParams = z.strictObject({ agencyId: id });
/** Those who keep calendars; of which agencies, directory/port/keeping.ts says. */
const readers = readersOf.agency;

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
  ...entriesPage,
});
