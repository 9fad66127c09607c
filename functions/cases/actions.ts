/** What this capability enters in the log of a case. */
import * as z from 'zod';
import { defineAction, seatName } from '../custody/port/action.ts';
import { partyRole } from '../shared/access/roles.ts';
import { capacities } from '../shared/values/capacities.ts';
import { countryCode } from '../shared/values/countries.ts';
import {
  appealReason,
  closingReason,
  leavingReason,
  partyLeavingReason,
  reopeningReason,
} from './life/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';

const country: z.ZodType<string, string> = countryCode;

export const caseOpened = defineAction({
  action: 'case.opened',
  part: { 'support-officer': 'every', 'central-authority': 'every', 'attending-officer': 'theirs' },
  log: 'case',
  by: ['prosecutor'],
  authority: ['role'],
  subject: { case: id },
  details: z.strictObject({
    requestingState: country,
    hostState: country,
    members: z.array(seatName),
    /** Entries of before `witness.named` say here who is to be heard. */
    witness: pseudonym.optional(),
    witnessProtected: z.boolean().optional(),
    holder: pseudonym.optional(),
    mayKnowPlace: z.array(pseudonym).optional(),
  }),
  sealed: ['reference'],
});

/** Somebody is to be heard in the case. */
export const witnessNamed = defineAction({
  action: 'witness.named',
  part: { 'support-officer': 'theirs', 'central-authority': 'every' },
  log: 'case',
  by: ['prosecutor'],
  authority: ['role'],
  subject: { witness: pseudonym },
  details: z.strictObject({
    protected: z.boolean(),
    holder: pseudonym,
    /** Who may know where they are, beside the holder. */
    mayKnowPlace: z.array(pseudonym),
  }),
});

/** What protects somebody who is heard, by the one who holds contact. Where they are is sealed. */
const kept = {
  log: 'case',
  part: { 'support-officer': 'about' },
  by: ['support-officer'],
  authority: ['role'],
  subject: { witness: pseudonym },
} as const;

export const witnessProtected = defineAction({
  action: 'witness.protected',
  ...kept,
  details: z.strictObject({ protected: z.boolean(), mayKnowPlace: z.array(pseudonym) }),
  sealed: ['zone'],
});

/** As what they are heard, and by whom it was said; what they speak and when they are of age is sealed. */
export const witnessDescribed = defineAction({
  action: 'witness.described',
  ...kept,
  details: z.strictObject({ capacity: z.enum(capacities), consentFell: z.boolean() }),
  sealed: ['languages', 'ofAgeOn'],
});

export const witnessHandedOver = defineAction({
  action: 'witness.handed-over',
  ...kept,
  part: { 'support-officer': 'theirs' },
  details: z.strictObject({ from: pseudonym, to: pseudonym }),
});

/** Somebody asks to take over from a holder who cannot hand over; why is sealed. */
export const takeOverAsked = defineAction({
  action: 'witness.take-over-asked',
  ...kept,
  part: { 'support-officer': 'theirs' },
  details: z.strictObject({ from: pseudonym, to: pseudonym }),
  sealed: ['reason'],
});

/** Confirmed by a second person; contact has gone over. */
export const witnessTakenOver = defineAction({
  action: 'witness.taken-over',
  ...kept,
  by: ['support-officer', 'agency-administrator'],
  part: { 'support-officer': 'theirs' },
  details: z.strictObject({ from: pseudonym, to: pseudonym }),
});

/** It was ended before it was confirmed; or the one who held contact took it back. */
export const takeOverEnded = defineAction({
  action: 'witness.take-over-ended',
  ...kept,
  part: { 'support-officer': 'theirs' },
  details: z.strictObject({ from: pseudonym, to: pseudonym, takenBack: z.boolean() }),
});

/** That they are in another State now: what the one before permitted has fallen. */
export const borderCrossed = defineAction({
  action: 'witness.crossed-border',
  ...kept,
  // The permission of the State that they left has fallen.
  part: { 'support-officer': 'about', 'central-authority': 'every' },
  details: z.strictObject({ from: country, to: country, permissionFell: z.boolean() }),
  sealed: ['zone'],
});

/** The case has somebody beside those who are heard as witnesses. */
export const partyNamed = defineAction({
  action: 'party.named',
  part: { 'support-officer': 'every' },
  log: 'case',
  by: ['prosecutor', 'clerk'],
  authority: ['role'],
  subject: { party: pseudonym },
  details: z.strictObject({
    role: partyRole,
    for: pseudonym.optional(),
    inState: country.optional(),
  }),
  sealed: ['label'],
});

/** The case has one of them no more. */
export const partyLeft = defineAction({
  action: 'party.left',
  log: 'case',
  by: ['prosecutor', 'clerk', 'judge'],
  authority: ['role'],
  subject: { party: pseudonym },
  details: z.strictObject({ role: partyRole, reason: partyLeavingReason }),
});

/** The court admits counsel, bound to the one whom they represent. */
export const counselAdmitted = defineAction({
  action: 'counsel.admitted',
  part: { 'support-officer': 'every' },
  log: 'case',
  by: ['clerk', 'judge'],
  authority: ['role'],
  subject: { case: id },
  details: z.strictObject({ counsel: seatName, for: pseudonym }),
});

/** An agency works on the case from now on: whoever runs it may look for the agency's people and rooms by name. */
export const caseTaken = defineAction({
  action: 'case.taken',
  part: { 'support-officer': 'every', 'central-authority': 'every' },
  log: 'case',
  by: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'judge',
    'defence-counsel',
    'victim-counsel',
    'custody-officer',
    'technician',
    'auditor',
  ],
  authority: ['role'],
  subject: { case: id },
  details: z.strictObject({ agency: id }),
});

/** How a case ends, and goes on: by the State that asks. What was said beside the reason is sealed. */
const life = {
  log: 'case',
  part: { 'support-officer': 'every', 'central-authority': 'every', 'attending-officer': 'every' },
  by: ['prosecutor', 'clerk', 'judge'],
  authority: ['role'],
  subject: { case: id },
  maySeal: ['note'],
  disclosable: { keeper: 'cases', fields: ['note'] },
} as const;

export const caseClosed = defineAction({
  action: 'case.closed',
  ...life,
  details: z.strictObject({ reason: closingReason }),
});
export const caseHeldForAppeal = defineAction({
  action: 'case.held-for-appeal',
  ...life,
  details: z.strictObject({ reason: appealReason }),
});
/** What stood for those who are heard stands no more: how many of them had something. */
export const caseReopened = defineAction({
  action: 'case.reopened',
  ...life,
  details: z.strictObject({ reason: reopeningReason, standingsFell: z.int() }),
});

const byMembers = {
  log: 'case',
  /** Who else can be met in a case concerns whoever protects somebody in it. */
  part: { 'support-officer': 'every', 'central-authority': 'theirs', 'attending-officer': 'theirs' },
  by: [
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
  ],
  authority: ['role'],
  subject: { case: id },
} as const;

export const memberCame = defineAction({
  action: 'member.came',
  ...byMembers,
  details: z.strictObject({ member: seatName, again: z.boolean() }),
});
export const memberLeft = defineAction({
  action: 'member.left',
  ...byMembers,
  details: z.strictObject({ member: seatName, reason: leavingReason }),
});
/** An agency works on the case no more, and none of its people does. */
export const caseLetGo = defineAction({
  action: 'case.let-go',
  ...byMembers,
  details: z.strictObject({ agency: id, members: z.array(seatName), reason: leavingReason }),
});
