import * as z from 'zod';
import { route } from '../shared/http/contract.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { tells } from '../shared/values/personal-fields.ts';
import { humanText } from '../shared/values/text.ts';
import { questionsShown, sayable, telling } from './other-way/contract.ts';
import { modality, paper, permissionDecision, wayTried } from './permission/contract.ts';

const sessionParams = z.strictObject({ sessionId: id });
/** A person to be heard, by pseudonym. */
const partyParams = z.strictObject({ caseId: id, party: pseudonym });
const day = z.iso.date();
const decided = z.enum(['granted', 'refused', 'postponed']);

/** How a decision was taken on one session, before decisions stood for a person and a case. Nobody enters it so any more. */
export const permission = z.strictObject({
  decision: z.enum(['granted', 'refused']),
  legalBasis: z.enum(['untoc-18', 'asean-mlat', 'bilateral-treaty', 'reciprocity', 'judicial-discretion']),
  /** The authority’s own reference; no names. */
  reference: humanText('office', 60),
  decidedOn: day,
  /** Last day on which a hearing under this permission may be held. */
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

export const recordPermission = route({
  method: 'POST',
  path: '/api/requests/:caseId/:party/permission',
  summary:
    'An officer of the host State enters its decision on hearing a person; every session of theirs that it names follows.',
  who: ['central-authority'],
  params: partyParams,
  body: permissionDecision,
  answer: z.strictObject({ decision: decided }),
  status: 201,
  refusals: ['does-not-fit', 'host-state-decides'],
});

export const enterPaper = route({
  method: 'POST',
  path: '/api/requests/:caseId/:party/paper',
  summary:
    'Where the host State’s authority has no account, an officer of the requesting one enters its paper; a grant waits for a second officer.',
  who: ['central-authority'],
  params: partyParams,
  body: z.strictObject({ decision: permissionDecision, paper }),
  answer: z.strictObject({
    /** What the second officer confirms. */
    entry: z.int().min(1),
    /** Whether it holds already: that the host State says no, or not yet, does. */
    stands: z.boolean(),
  }),
  status: 201,
  refusals: ['does-not-fit', 'host-state-decides'],
});

export const confirmPaper = route({
  method: 'POST',
  path: '/api/requests/:caseId/:party/paper/confirmation',
  summary:
    'A second officer confirms what the first one entered from the host State’s paper; from then on it stands.',
  who: ['central-authority'],
  params: partyParams,
  body: z.strictObject({
    entry: z.int().min(1).max(999_999),
    /** Of the document that the second officer has before them. */
    sha256: paper.shape.sha256,
  }),
  answer: z.strictObject({ decision: decided }),
  status: 201,
  refusals: ['changed-meanwhile', 'does-not-fit', 'host-state-decides', 'second-officer-needed'],
});

export const recordWayTried = route({
  method: 'POST',
  path: '/api/requests/:caseId/:party/ways',
  summary:
    'A central authority of either State says that a way which comes before the live link did not work; after the last of them the link is permitted.',
  who: ['central-authority'],
  params: partyParams,
  body: wayTried,
  answer: z.strictObject({
    /** Whether it was the last, so that a link is permitted now. */
    opens: z.boolean(),
  }),
  status: 201,
  refusals: ['changed-meanwhile', 'does-not-fit', 'host-state-decides'],
});

/** A decision as somebody of the case may see it; the languages for those alone who may know them. */
const shown = z.strictObject({
  decision: permissionDecision,
  /** Left out of the decision for whoever must not learn where the witness comes from. */
  languagesHidden: z.boolean(),
  /** From the host State’s paper; absent where one of its officers entered it. */
  paper: paper.optional(),
  recordedAt: instant,
});

export const readPermission = route({
  method: 'GET',
  path: '/api/requests/:caseId/:party',
  summary:
    'The host State’s decision on hearing a person, what waits for a second officer, and all that came before.',
  entered: 'case',
  who: [
    'prosecutor',
    'clerk',
    'judge',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
  ],
  params: partyParams,
  answer: z.strictObject({
    permission: shown
      .extend({
        /** Ways before a live link that did not work, and those that are still to be tried first, in their order. */
        tried: z.array(wayTried),
        waysFirst: z.array(modality),
      })
      .optional(),
    /** The day on which the request was sent to this State; absent where nobody has entered that it was. */
    sentOn: day.optional(),
    waiting: shown
      .extend({
        entry: z.int(),
        /** Whether the caller made it, and so cannot confirm it. */
        mine: z.boolean(),
      })
      .optional(),
    /** What the caller may enter now: as the host State, from its paper, or nothing. */
    mayEnter: z.enum(['decision', 'paper', 'nothing']),
    /** Whether the caller may say that a way did not work. */
    mayReport: z.boolean(),
    /** That there is no live link, and whoever was to be heard is told why; absent while there is one, or nothing was decided. */
    noLink: z
      .strictObject({
        decision: z.int(),
        dueAt: instant,
        late: z.boolean(),
        /** The caller holds contact, and is the one who tells them. */
        mine: z.boolean(),
        /** Of a refusal: what of its ground may be said to them. */
        why: sayable.optional(),
        told: telling
          .pick({ on: true })
          .extend({
            at: instant,
            pseudonym: z.string(),
            /** For the one who holds contact. */
            more: telling
              .pick({ how: true, with: true, language: true })
              .extend({ took: tells('taskNote', z.string()) })
              .optional(),
          })
          .optional(),
      })
      .optional(),
    /** Questions in writing, the latest first. */
    questions: z.array(questionsShown),
    /** What of their way the caller may enter. */
    mayEnterQuestions: z.array(z.enum(['sent', 'answered', 'returned'])),
    /** Decisions that stood before, the last one first. */
    before: z.array(shown),
  }),
});

export const readPermissionOfSession = route({
  method: 'GET',
  path: '/api/requests/:sessionId',
  summary: 'The host State’s decision as it was taken on one session, before decisions stood for the case.',
  entered: 'case',
  who: ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'central-authority', 'auditor'],
  params: sessionParams,
  answer: z.strictObject({ permission: permission.extend({ recordedAt: instant }).optional() }),
});
