import * as z from 'zod';
import { staffRole } from '../shared/access/roles.ts';
import { route } from '../shared/http/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { tells } from '../shared/values/personal-fields.ts';
import { humanText } from '../shared/values/text.ts';

/** Sealed fields of the logs of a case and of its sessions that are disclosed by order: which, to whom, on whose order. */

const caseParams = z.strictObject({ caseId: id });
const orderBody = z.strictObject({ orderId: id });
const fieldName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,63}$/)
  .meta({ examples: ['recording'] });
const words = humanText('caseNote', 1200, { lines: true });

/** `asked`: a second person has not agreed. `stands`: the one named reads it. `lifted`: nobody does. */
export const disclosureStates = ['asked', 'stands', 'lifted'] as const;

/** Who orders, or asks and agrees where the case has no judge. */
export const orderers = ['judge', 'prosecutor', 'clerk'] as const;

/** To whom something can be disclosed: those who argue, decide or answer for somebody. */
export const recipients = [
  'judge',
  'prosecutor',
  'defence-counsel',
  'victim-counsel',
  'support-officer',
  'central-authority',
] as const;

export const orderDisclosure = route({
  method: 'POST',
  path: '/api/disclosures/:caseId/orders',
  freshSignIn: true,
  summary:
    'A judge of the case orders that named sealed fields of one entry of its log, or of the log of one of its sessions, are disclosed to one member. In a case without a judge prosecutor or clerk asks for it, and the other of them agrees.',
  who: orderers,
  params: caseParams,
  body: z.strictObject({
    /** Whose log it is; absent: the case’s. */
    sessionId: id.optional(),
    /** Of the entry in that log. */
    index: z.int().min(0).max(1_000_000_000),
    fields: z.array(fieldName).min(1).max(16),
    /** To whom, by pseudonym. */
    to: pseudonym,
    /** Act and section by which it is ordered. */
    basis: humanText('office', 200),
    /** Sealed in the log. */
    reason: words,
  }),
  answer: z.strictObject({ orderId: id, state: z.enum(disclosureStates) }),
  status: 201,
  refusals: ['does-not-fit', 'person-not-suitable'],
});

export const agreeToDisclosure = route({
  method: 'POST',
  path: '/api/disclosures/:caseId/agreements',
  freshSignIn: true,
  summary: 'The second person, of another role than the one who asked, agrees to exactly what was asked.',
  who: orderers,
  params: caseParams,
  body: orderBody,
  answer: z.strictObject({ state: z.enum(disclosureStates) }),
  status: 201,
  refusals: ['nothing-to-decide', 'second-agency-needed', 'person-not-suitable'],
});

export const liftDisclosure = route({
  method: 'POST',
  path: '/api/disclosures/:caseId/liftings',
  summary:
    'An order is lifted: from then on nobody reads by it. What was read and taken away is not taken back by that.',
  who: orderers,
  params: caseParams,
  body: orderBody.extend({ reason: words }),
  answer: z.strictObject({ state: z.enum(disclosureStates) }),
  status: 201,
  refusals: ['nothing-to-decide'],
});

const readers = [...new Set([...orderers, ...recipients, 'auditor'] as const)];

const shownOrder = z.strictObject({
  orderId: id,
  /** Whose log the entry is in; absent: the case’s. */
  sessionId: id.optional(),
  index: z.int(),
  action: tells('office', z.string()),
  fields: z.array(tells('office', z.string())),
  to: z.strictObject({ role: staffRole, pseudonym }),
  basis: tells('office', z.string()),
  state: z.enum(disclosureStates),
  orderedBy: z.strictObject({ role: staffRole, pseudonym }),
  orderedAt: instant,
  /** That it is to the caller. */
  mine: z.boolean(),
});

export const listDisclosures = route({
  method: 'GET',
  path: '/api/disclosures/:caseId',
  entered: 'case',
  summary:
    'What was ordered to be disclosed in a case: all of it for those who order and for the auditor, for others what stands and is disclosed to them.',
  who: readers,
  params: caseParams,
  answer: z.strictObject({
    /** Newest first. */
    orders: z.array(shownOrder),
    /** Whether the caller orders alone, asks for it, or neither. */
    may: z.enum(['order', 'ask', 'nothing']),
    /** To whom it can be; for those who order or ask. */
    to: z.array(z.strictObject({ role: staffRole, pseudonym })),
  }),
});

export const readDisclosed = route({
  method: 'POST',
  path: '/api/disclosures/:caseId/readings',
  entered: 'case',
  freshSignIn: true,
  summary:
    'What is disclosed, for the one to whom the order says and nobody else: exactly the fields that it names.',
  who: recipients,
  params: caseParams,
  body: orderBody,
  answer: z.strictObject({
    index: z.int(),
    leafHash: z.string(),
    fields: z.array(
      z.strictObject({
        name: z.string(),
        /** Not there: it was erased, or never said. */
        value: z.string().optional(),
        /** What opens the digest in the entry, to be shown beside the log; there with the value. */
        disclosure: z.string().optional(),
      }),
    ),
  }),
  status: 201,
});

export const takeDisclosed = route({
  method: 'POST',
  path: '/api/disclosures/:caseId/files',
  entered: 'case',
  freshSignIn: true,
  summary:
    'The same as a file to take away, which `verify` takes beside the log: what opens exactly those fields. For the one to whom the order says and nobody else.',
  who: recipients,
  params: caseParams,
  body: orderBody,
  answer: z.strictObject({
    /** One line of canonical JSON: functions/custody/port/disclosures-file.ts. */
    file: z.string(),
  }),
  status: 201,
  refusals: ['nothing-to-decide'],
});
