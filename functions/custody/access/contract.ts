import * as z from 'zod';
import { staffRole } from '../../shared/access/roles.ts';
import { route } from '../../shared/http/contract.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { entriesPage } from '../contract.ts';
import { readersOf } from '../port/log-class.ts';

/** By what it is seen that somebody reads far more than before; the thresholds are in `browsing.ts`. */
export const browsingRules = ['many-cases', 'many-persons', 'many-searches'] as const;

/** Who read what: in full for the auditor of a case, in sum for an agency of its own people. */

export const listCaseReadings = route({
  method: 'GET',
  path: '/api/custody/case-logs/:caseId/readings',
  summary: 'A page of the access log of a case: who read what, and what of it a machine found unusual.',
  entered: 'case',
  who: readersOf.access,
  params: z.strictObject({ caseId: id }),
  query: entriesPage.query,
  answer: entriesPage.answer.extend({
    /** Newest first. */
    unusual: z.array(
      z.strictObject({
        at: instant,
        role: staffRole,
        pseudonym,
        rule: z.enum(browsingRules),
        count: z.int(),
        /** The most in an hour of the days before. */
        before: z.int(),
      }),
    ),
  }),
});

export const sumAgencyReadings = route({
  method: 'GET',
  path: '/api/custody/agency-logs/:agencyId/readings',
  summary: 'How much the people of an agency read on a day, by role: no person, no case.',
  who: ['clerk', 'central-authority', 'support-officer', 'agency-administrator'],
  params: z.strictObject({ agencyId: id }),
  query: z.strictObject({
    /** In UTC; today where it is not said. */
    day: z.iso.date().optional(),
  }),
  answer: z.strictObject({
    day: z.iso.date(),
    sums: z.array(
      z.strictObject({
        role: staffRole,
        people: z.int(),
        cases: z.int(),
        readings: z.int(),
        searches: z.int(),
      }),
    ),
  }),
});
