import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { humanText } from '../../shared/values/text.ts';

/** The life of a case: how it ends and goes on, and who comes and leaves. */

/** `appeal`: it has ended, and is kept whole for the court that looks at it again. */
export const caseState = z.enum(['open', 'closed', 'appeal']);
export type CaseState = z.infer<typeof caseState>;

export const closingReason = z.enum([
  'decided',
  'appeal-decided',
  'discontinued',
  'transferred',
  'opened-in-error',
]);
export const appealReason = z.enum(['appeal-lodged', 'time-for-appeal', 'review']);
export const reopeningReason = z.enum(['appeal-hearing', 'retrial', 'new-evidence', 'ended-in-error']);
export const leavingReason = z.enum(['other-duties', 'left-service', 'conflict', 'mandate-ended', 'other']);

const caseParams = z.strictObject({ caseId: id });
/** What is said beside the reason; sealed in the log. Never a name. */
const note = humanText('caseNote', 400).optional();

/** Those who answer for a case to the court, of the State that asks. */
const whoEnds = ['prosecutor', 'clerk', 'judge'] as const;

const ended = z.strictObject({ state: caseState });

export const closeCase = route({
  method: 'POST',
  path: '/api/cases/:caseId/closing',
  summary:
    'The case is closed: nothing is booked in it, nobody is let in or invited. What somebody withdraws is still heard.',
  who: whoEnds,
  params: caseParams,
  body: z.strictObject({ reason: closingReason, note }),
  answer: ended,
  status: 201,
  refusals: ['changed-meanwhile', 'sessions-to-come'],
});

export const holdCase = route({
  method: 'POST',
  path: '/api/cases/:caseId/appeal',
  summary: 'The case is held for an appeal: as when it is closed, and nothing of it may be erased.',
  who: whoEnds,
  params: caseParams,
  body: z.strictObject({ reason: appealReason, note }),
  answer: ended,
  status: 201,
  refusals: ['changed-meanwhile', 'sessions-to-come'],
});

export const reopenCase = route({
  method: 'POST',
  path: '/api/cases/:caseId/reopening',
  summary:
    'The case goes on; consent, plan and permission of each who is heard must be looked at again. From an appeal, by the court alone.',
  who: whoEnds,
  params: caseParams,
  body: z.strictObject({ reason: reopeningReason, note }),
  answer: ended,
  status: 201,
  refusals: ['changed-meanwhile', 'does-not-fit'],
});

/** Everybody who can be a member with an account. */
const everybody = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'auditor',
  'judge',
  'defence-counsel',
  'victim-counsel',
  'custody-officer',
  'technician',
] as const;

const answersForAgency = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'judge',
] as const;

export const bringColleague = route({
  method: 'POST',
  path: '/api/cases/:caseId/members',
  summary:
    'A colleague of the caller’s agency comes into the case. The prosecutor names others too, whose agency then takes the case or not.',
  who: answersForAgency,
  params: caseParams,
  body: z.strictObject({ personId: id }),
  answer: z.strictObject({ pseudonym: z.string() }),
  status: 201,
  refusals: ['person-not-suitable', 'does-not-fit', 'opposed-side', 'case-closed'],
});

export const leaveCase = route({
  method: 'POST',
  path: '/api/cases/:caseId/leaving',
  summary:
    'Somebody leaves the case: by themselves, by the word of their agency, counsel by that of the court. From then on they read and do nothing of it.',
  who: everybody,
  params: caseParams,
  body: z.strictObject({
    /** Who leaves, by pseudonym. */
    member: pseudonym,
    reason: leavingReason,
  }),
  answer: z.strictObject({ left: z.literal(true) }),
  status: 201,
  refusals: ['person-not-suitable', 'still-needed', 'does-not-fit'],
});

/** Why a case has a party no more. An accused against whom it goes no further may be free: that is `dropped`. */
export const partyLeavingReason = z.enum(['dropped', 'unfit', 'replaced', 'died', 'named-in-error', 'other']);

export const leaveAsParty = route({
  method: 'POST',
  path: '/api/cases/:caseId/parties/:party/leaving',
  summary:
    'The case has an accused, guardian, support person, expert or observer no more. Where an accused is dropped, risk plans are looked at again.',
  who: ['prosecutor', 'clerk', 'judge'],
  params: caseParams.extend({ party: pseudonym }),
  body: z.strictObject({ reason: partyLeavingReason }),
  answer: z.strictObject({ left: z.literal(true) }),
  status: 201,
  refusals: ['still-needed'],
});

export const releaseCase = route({
  method: 'POST',
  path: '/api/cases/:caseId/release',
  summary: 'The caller’s agency lets the case go: all of its people leave it.',
  who: answersForAgency,
  params: caseParams,
  body: z.strictObject({ reason: leavingReason }),
  answer: z.strictObject({ left: z.array(z.string()) }),
  status: 201,
  refusals: ['still-needed', 'does-not-fit'],
});
