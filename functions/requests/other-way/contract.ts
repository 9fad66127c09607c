import * as z from 'zod';
import { howTold, toldWith } from '../../sharing/contract.ts';
import { route } from '../../shared/http/contract.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { languageTag } from '../../shared/values/languages.ts';
import { humanText } from '../../shared/values/text.ts';
import { paper } from '../permission/contract.ts';

/** What follows once a host State lets nobody be heard by a live link: whoever was to be is told why, and questions go in writing. */

const partyParams = z.strictObject({ caseId: id, party: pseudonym });
const day = z.iso.date();
const number = z.int().min(1).max(999_999);

/** What of a ground may be said to whoever was to be heard; see closed.ts. */
export const sayable = z.enum(['law', 'own-word', 'unsaid']);

export const telling = z.strictObject({
  /** The decision, by the number under which the permission's page shows it. */
  decision: number,
  /** The day, where the person is. */
  on: day,
  how: z.enum(howTold),
  with: z.enum(toldWith),
  language: languageTag,
  /** How they took it, and what they wanted to know. */
  took: humanText('taskNote', 600),
});

export const tellOfDecision = route({
  method: 'POST',
  path: '/api/requests/:caseId/:party/told',
  summary:
    'The one who holds contact enters that whoever was to be heard by a live link was told that there is none, and why, as far as it may be said.',
  who: ['support-officer'],
  params: partyParams,
  body: telling,
  answer: z.strictObject({ told: z.literal(true) }),
  status: 201,
  refusals: ['changed-meanwhile', 'does-not-fit'],
});

export const translations = ['not-needed', 'certified', 'plain'] as const;

/** Questions in writing, on their way: to the host State, answered there, back with whoever asked. */
export const questionsStep = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('sent'),
    on: day,
    number: paper.shape.number,
    /** Of the file of the questions. */
    sha256: paper.shape.sha256,
    language: languageTag,
    translation: z.enum(translations),
    /** The day by which the answers are expected; whoever sent them is told once it is over. */
    answerBy: day.optional(),
  }),
  z.strictObject({
    step: z.literal('answered'),
    /** The number under which they were sent. */
    of: number,
    on: day,
    /** Of the file of the answers. */
    sha256: paper.shape.sha256,
  }),
  z.strictObject({ step: z.literal('returned'), of: number, on: day }),
]);

export const recordQuestions = route({
  method: 'POST',
  path: '/api/requests/:caseId/:party/questions',
  summary:
    'Where written questions are allowed: that they were sent, by the authority that asks; that they were answered, by that of either State; that the answers came back.',
  who: ['central-authority'],
  params: partyParams,
  body: questionsStep,
  answer: z.strictObject({ number: z.int() }),
  status: 201,
  refusals: ['does-not-fit', 'host-state-decides', 'requesting-state-sends', 'too-many-entries'],
});

/** Questions in writing as they stand. */
export const questionsShown = z.strictObject({
  number: z.int(),
  document: paper.shape.number,
  sha256: paper.shape.sha256,
  sentOn: day,
  /** Absent for whoever may not know what whoever is heard speaks. */
  language: languageTag.optional(),
  translation: z.enum(translations),
  answerBy: day.optional(),
  /** That day is over, and nothing came. */
  late: z.boolean(),
  answered: z.strictObject({ on: day, sha256: paper.shape.sha256 }).optional(),
  returnedOn: day.optional(),
});

export const listRequestTasks = route({
  method: 'GET',
  path: '/api/requests/tasks',
  summary:
    'What waits for the caller of requests: whom to tell that there is no live link, and written questions whose answers are overdue.',
  entered: 'case',
  who: ['support-officer', 'central-authority'],
  answer: z.strictObject({
    tasks: z.array(
      z.strictObject({
        caseId: id,
        reference: z.string(),
        party: z.string(),
        task: z.enum(['tell', 'answers']),
        dueAt: instant,
        late: z.boolean(),
      }),
    ),
  }),
});
