import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { pseudonym, id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { humanText } from '../../shared/values/text.ts';
import { lawStatement, legalBases, levels } from '../law/contract.ts';

/** A request on its way to the host State: what it has of what it needs, and that it was sent (domain notes, scenario 14). */

const partyParams = z.strictObject({ caseId: id, party: pseudonym });
const day = z.iso.date();

/** `not-needed`: some paper says that it is not needed here, which is no tick. `missing` takes back what was said. */
export const markStates = ['done', 'not-needed', 'missing'] as const;

/** The paper on which it stands: its reference, no names, and its day. */
const stands = { reference: humanText('office', 60), datedOn: day };
/** An item by its name in the law data, `CN-lang`. */
const item = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,40}$/)
  .meta({ examples: ['CN-lang'] });

/** What somebody of the requesting authority says of one item. */
const mark = z.discriminatedUnion('state', [
  z.strictObject({ item, state: z.literal('done'), ...stands }),
  z.strictObject({ item, state: z.literal('not-needed'), ...stands }),
  z.strictObject({ item, state: z.literal('missing') }),
]);

export const readRequest = route({
  method: 'GET',
  path: '/api/requests/:caseId/:party/checklist',
  summary:
    'What the request for hearing a person has of what the host State demands, what is missing, and when it was sent. Data for review, not legal advice.',
  entered: 'case',
  who: ['prosecutor', 'clerk', 'judge', 'central-authority', 'auditor'],
  params: partyParams,
  query: z.strictObject({
    /** What the request is to stand on; absent: what it was sent on, or what comes first for the two States. */
    basis: z.enum(legalBases).optional(),
  }),
  answer: z.strictObject({
    requestingState: z.string(),
    hostState: z.string(),
    /** Absent where the law data has nothing on either State: then the checklist is empty, and everything is to be asked. */
    basis: z.enum(legalBases).optional(),
    bases: z.array(z.enum(legalBases)),
    /** Red while something that is demanded is missing; green only where all of it was read whole and is there. */
    light: z.enum(['red', 'amber', 'green']),
    checklist: z.array(
      z.strictObject({
        id: z.string(),
        of: z.string(),
        level: z.enum(levels),
        statement: lawStatement,
        /** Nothing is sent without it. */
        demanded: z.boolean(),
        light: z.enum(['red', 'amber', 'green', 'open']),
        mark: z
          .strictObject({
            state: z.enum(['done', 'not-needed']),
            ...stands,
            /** Whoever said so, as the case has them. */
            by: pseudonym,
            at: instant,
          })
          .optional(),
      }),
    ),
    sent: z
      .strictObject({ basis: z.enum(legalBases), sentOn: day, reference: stands.reference, at: instant })
      .optional(),
    /** Whether the caller may mark and send: an officer of the requesting central authority. */
    mayMark: z.boolean(),
  }),
  refusals: ['does-not-fit'],
});

export const markItem = route({
  method: 'POST',
  path: '/api/requests/:caseId/:party/checklist',
  summary:
    'An officer of the requesting central authority says that an item of the request is there, or not needed, and by what paper.',
  who: ['central-authority'],
  params: partyParams,
  body: mark,
  answer: z.strictObject({ item: z.string(), state: z.enum(markStates) }),
  status: 201,
  refusals: ['case-closed', 'does-not-fit', 'requesting-state-sends'],
});

export const transmitRequest = route({
  method: 'POST',
  path: '/api/requests/:caseId/:party/transmission',
  summary:
    'An officer of the requesting central authority enters that the request was sent. Refused while something that is demanded is missing.',
  who: ['central-authority'],
  params: partyParams,
  body: z.strictObject({
    basis: z.enum(legalBases),
    /** The authority’s own reference; no names. */
    reference: stands.reference,
    sentOn: day,
  }),
  answer: z.strictObject({ sentOn: day }),
  status: 201,
  refusals: ['case-closed', 'does-not-fit', 'request-incomplete', 'requesting-state-sends'],
});
