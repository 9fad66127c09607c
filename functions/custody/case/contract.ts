import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { entriesPage, exportBegun, exportCarriedOn } from '../contract.ts';
import { readersOf } from '../port/log-class.ts';

const caseParams = z.strictObject({ caseId: id });
const readers = readersOf.case;

export const exportCaseLog = route({
  method: 'POST',
  path: '/api/custody/case-logs/:caseId/exports',
  freshSignIn: true,
  summary:
    'Begins to make a file of the log of a case: who belongs to it, and what stands for those who are heard. It can be ' +
    'verified offline. Of entries that the caller may not read it holds the hashes. Enters itself in the access log.',
  who: readers,
  params: caseParams,
  ...exportBegun,
});

export const carryOnCaseExport = route({
  method: 'POST',
  path: '/api/custody/case-logs/:caseId/exports/parts',
  summary:
    'Writes the next part of a file that the caller began within the hour; answers its address once all are written.',
  who: readers,
  params: caseParams,
  ...exportCarriedOn,
});

export const listCaseEntries = route({
  method: 'GET',
  path: '/api/custody/case-logs/:caseId/entries',
  summary:
    'A page of the entries of a case’s log, in order, or of the caller’s part of it. The reading is entered once: all that the caller asks for within an ' +
    'hour of its first page belongs to it.',
  who: readers,
  params: caseParams,
  ...entriesPage,
});
