import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { entriesPage, exportBegun, exportCarriedOn } from '../contract.ts';
import { readersOf } from '../port/log-class.ts';

const agencyParams = z.strictObject({ agencyId: id });
/** Those who keep calendars; of which agencies, directory/port/keeping.ts says. */
const readers = readersOf.agency;

export const exportAgencyLog = route({
  method: 'POST',
  path: '/api/custody/agency-logs/:agencyId/exports',
  freshSignIn: true,
  summary:
    'Begins to make a file of the log of who changed working time in an agency whose calendars the caller keeps; it can ' +
    'be verified offline. Enters itself in the access log.',
  who: readers,
  params: agencyParams,
  ...exportBegun,
});

export const carryOnAgencyExport = route({
  method: 'POST',
  path: '/api/custody/agency-logs/:agencyId/exports/parts',
  summary:
    'Writes the next part of a file that the caller began within the hour; answers its address once all are written.',
  who: readers,
  params: agencyParams,
  ...exportCarriedOn,
});

export const listAgencyEntries = route({
  method: 'GET',
  path: '/api/custody/agency-logs/:agencyId/entries',
  summary:
    'A page of the entries of an agency’s log, in order. The reading is entered once: all that the caller asks for within ' +
    'an hour of its first page belongs to it.',
  who: readers,
  params: agencyParams,
  ...entriesPage,
});
