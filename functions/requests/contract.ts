import * as z from 'zod';
import { route } from '../shared/http/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { humanText } from '../shared/values/text.ts';

const sessionParams = z.strictObject({ sessionId: id });
/** A person to be heard, by pseudonym. */
const partyParams = z.strictObject({ caseId: id, party: pseudonym });
const day = z.iso.date();

/** Conditions that a host State may set. Each is a setting that saksi keeps, so the list is closed. */
export const permissionCondition = z.enum([
  'attending-officer-present',
  'no-recording-by-requesting-state',
  'questions-through-attending-officer',
  'use-limited-to-this-case',
]);

export const legalBasis = z.enum([
  'untoc-18',
  'asean-mlat',
  'bilateral-treaty',
  'reciprocity',
  'judicial-discretion',
]);

/** The host State's answer to the request to hear a person on its territory by video link. */
export const permission = z.strictObject({
  decision: z.enum(['granted', 'refused']),
  legalBasis,
  /** The authority's own reference; no names. */
  reference: humanText(60),
  decidedOn: day,
  /** Last day on which a hearing under this permission may be held. */
  validUntil: day,
  conditions: z
    .array(permissionCondition)
    .max(8)
    .refine((given) => new Set(given).size === given.length, 'Name each condition once.')
    .meta({ uniqueItems: true }),
});

export const recordPermission = route({
  method: 'POST',
  path: '/api/requests/:caseId/:party/permission',
  summary:
    'Enters the host State’s decision on hearing a person; every session of theirs follows: a grant opens the gate, a refusal closes it.',
  who: ['central-authority'],
  params: partyParams,
  body: permission,
  answer: z.strictObject({ decision: z.enum(['granted', 'refused']) }),
  status: 201,
  refusals: ['time-not-possible'],
});

export const readPermission = route({
  method: 'GET',
  path: '/api/requests/:caseId/:party',
  summary: 'The host State’s decision on hearing a person, if it is there.',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'],
  params: partyParams,
  answer: z.strictObject({ permission: permission.extend({ recordedAt: instant }).optional() }),
});

export const readPermissionOfSession = route({
  method: 'GET',
  path: '/api/requests/:sessionId',
  summary: 'The host State’s decision as it was taken on one session, before decisions stood for the case.',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'],
  params: sessionParams,
  answer: z.strictObject({ permission: permission.extend({ recordedAt: instant }).optional() }),
});
