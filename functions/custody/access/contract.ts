import * as z from 'zod';
import { accountRole } from '../../shared/access/roles.ts';
import { route } from '../../shared/http/contract.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { entriesPage } from '../contract.ts';
import { readersOf } from '../port/log-class.ts';

/** By what it is seen that somebody reads far more than before; the thresholds are in `browsing.ts`. */
export const browsingRules = ['many-cases', 'many-persons', 'many-searches'] as const;

/** Who read what: in full for auditors, in sum for an agency of its own people. */

const readings = {
  query: entriesPage.query,
  answer: entriesPage.answer.omit({ part: true }).extend({
    /** Newest first; of a session there are none. */
    unusual: z.array(
      z.strictObject({
        at: instant,
        role: accountRole,
        pseudonym,
        rule: z.enum(browsingRules),
        count: z.int(),
        /** The most in an hour of the days before. */
        before: z.int(),
      }),
    ),
  }),
} as const;

export const listCaseReadings = route({
  method: 'GET',
  path: '/api/custody/case-logs/:caseId/readings',
  summary: 'A page of the access log of a case: who read what, and what of it a machine found unusual.',
  entered: 'case',
  who: readersOf.access,
  params: z.strictObject({ caseId: id }),
  ...readings,
});

export const listSessionReadings = route({
  method: 'GET',
  path: '/api/custody/logs/:sessionId/readings',
  summary:
    'A page of the access log of a session’s log: who read it, or took it away, for the auditor of the case.',
  entered: 'case',
  who: readersOf.access,
  params: z.strictObject({ sessionId: id }),
  ...readings,
});

export const listAgencyReadings = route({
  method: 'GET',
  path: '/api/custody/agency-logs/:agencyId/access',
  summary:
    'A page of the access log of an agency: who of it read lists and searched, who read its log, and what of that a machine found unusual. For auditors of the agency, or of the one that keeps it.',
  entered: 'case',
  who: readersOf.access,
  params: z.strictObject({ agencyId: id }),
  ...readings,
});

export const sumAgencyReadings = route({
  method: 'GET',
  path: '/api/custody/agency-logs/:agencyId/readings',
  summary:
    'How much the people of an agency read on a day that is over: by role where three people of it read, the others together. No person, no case.',
  who: ['clerk', 'central-authority', 'support-officer', 'agency-administrator'],
  params: z.strictObject({ agencyId: id }),
  query: z.strictObject({
    /** In UTC, and over; yesterday where it is not said. */
    day: z.iso.date().optional(),
  }),
  answer: z.strictObject({
    day: z.iso.date(),
    sums: z.array(
      z.strictObject({
        /** Absent: of those together whose roles have too few. */
        role: accountRole.optional(),
        people: z.int(),
        cases: z.int(),
        readings: z.int(),
        searches: z.int(),
      }),
    ),
    /** Fewer than three others read too, of whom nothing is told. */
    few: z.boolean(),
  }),
  refusals: ['does-not-fit'],
});
