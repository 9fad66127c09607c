/** What this capability enters in the log of a case: the host State's decision, on which terms, and whose paper it is from. */
import * as z from 'zod';
import { defineAction } from '../custody/port/action.ts';
import { countryCode } from '../shared/values/countries.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { legalBases } from './law/contract.ts';
import { translations } from './other-way/contract.ts';
import { condition, conducts, modality, paper, refusalGround, wayTried } from './permission/contract.ts';
import { markStates } from './sending/contract.ts';

const hostState: z.ZodType<string, string> = countryCode;
const day = z.iso.date();

/** The authority's own reference is what an entry stands on. */
const ofDecision = {
  log: 'case',
  part: { 'support-officer': 'theirs', 'central-authority': 'every', 'attending-officer': 'theirs' },
  by: ['central-authority'],
  authority: ['permission'],
  /** Entries of before name the session on which it was decided, and stand in its log. */
  subject: { witness: pseudonym, session: id },
} as const;

/** Where two officers of the requesting central authority entered it: the host State's paper. */
const ofPaper = {
  paperNumber: paper.shape.number,
  paperDatedOn: paper.shape.datedOn,
  paperSha256: paper.shape.sha256,
};

const told = {
  /** Whose decision it is. */
  hostState,
  legalBasis: z.enum(legalBases),
  receivedOn: day,
  decidedOn: day,
  ...z.strictObject(ofPaper).partial().shape,
};

/** What an entry said while a decision was about one session; none is made in this form any more. */
const earlier = z.strictObject({
  hostState: hostState.optional(),
  legalBasis: z.enum(['untoc-18', 'asean-mlat', 'bilateral-treaty', 'reciprocity', 'judicial-discretion']),
  decidedOn: day,
  validUntil: day,
  conditions: z.array(
    z.enum([
      'attending-officer-present',
      'no-recording-by-requesting-state',
      'questions-through-attending-officer',
      'use-limited-to-this-case',
    ]),
  ),
});

export const permissionGranted = defineAction({
  action: 'permission.granted',
  ...ofDecision,
  details: z.union([
    z.strictObject({
      ...told,
      validFrom: day,
      validUntil: day,
      sessions: z.array(id).optional(),
      modalities: z.array(modality),
      conducts,
      officerAttends: z.boolean(),
      officerIdentifies: z.boolean(),
      noticeDays: z.int(),
      persons: z.array(pseudonym),
      conditions: z.array(condition),
    }),
    earlier,
  ]),
});
export const permissionRefused = defineAction({
  action: 'permission.refused',
  ...ofDecision,
  details: z.union([z.strictObject({ ...told, ground: refusalGround }), earlier]),
});
export const permissionPostponed = defineAction({
  action: 'permission.postponed',
  ...ofDecision,
  details: z.strictObject({ ...told, until: day.optional() }),
});
/** Of the ways that come before the live link, in the order of the grant; `opens` says whether it was the last of them. */
export const permissionWayTried = defineAction({
  action: 'permission.way-tried',
  ...ofDecision,
  details: z.strictObject({ hostState, ...wayTried.shape, opens: z.boolean() }),
});
/** By the first of two officers; it `holds` at once unless it is a grant. */
export const permissionPaperEntered = defineAction({
  action: 'permission.paper-entered',
  ...ofDecision,
  details: z.strictObject({
    hostState,
    decision: z.enum(['granted', 'refused', 'postponed']),
    ...ofPaper,
    holds: z.boolean(),
  }),
});

/** That whoever was to be heard by a live link was told that there is none; in which language and how they took it is sealed. */
export const permissionTold = defineAction({
  action: 'permission.told',
  part: { 'support-officer': 'about', 'central-authority': 'every' },
  log: 'case',
  by: ['support-officer'],
  authority: ['role'],
  subject: { witness: pseudonym },
  details: z.strictObject({ decision: z.int(), on: day }),
  sealed: ['how', 'with', 'language', 'took'],
});

/** Questions in writing, on their way: the language would tell where the witness comes from. */
const ofQuestions = {
  part: { 'support-officer': 'about', 'central-authority': 'every', 'attending-officer': 'theirs' },
  log: 'case',
  by: ['central-authority'],
  authority: ['permission'],
  subject: { witness: pseudonym },
} as const;
const { sha256 } = paper.shape;
export const questionsSent = defineAction({
  action: 'questions.sent',
  ...ofQuestions,
  details: z.strictObject({
    number: z.int(),
    document: paper.shape.number,
    sha256,
    on: day,
    translation: z.enum(translations),
    answerBy: day.optional(),
  }),
  sealed: ['language'],
});
export const questionsAnswered = defineAction({
  action: 'questions.answered',
  ...ofQuestions,
  details: z.strictObject({ of: z.int(), sha256, on: day }),
});
export const questionsReturned = defineAction({
  action: 'questions.returned',
  ...ofQuestions,
  details: z.strictObject({ of: z.int(), on: day }),
});

/** What somebody said of an item of the request’s checklist, and the paper that it stands on. */
export const requestItemMarked = defineAction({
  action: 'request.item-marked',
  part: { 'central-authority': 'every' },
  log: 'case',
  by: ['central-authority'],
  authority: ['role'],
  subject: { witness: pseudonym },
  details: z.strictObject({
    hostState,
    item: z.string(),
    state: z.enum(markStates),
    reference: z.string().optional(),
    datedOn: day.optional(),
  }),
});
export const requestTransmitted = defineAction({
  action: 'request.transmitted',
  part: { 'central-authority': 'every' },
  log: 'case',
  by: ['central-authority'],
  authority: ['permission'],
  subject: { witness: pseudonym },
  details: z.strictObject({
    hostState,
    legalBasis: z.enum(legalBases),
    sentOn: day,
    /** What was in it, and what was said not to be needed. */
    done: z.array(z.string()),
    notNeeded: z.array(z.string()),
  }),
});
