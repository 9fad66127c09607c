import * as z from 'zod';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { instant } from '../shared/values/instants.ts';
import { interpretingMode } from '../shared/values/interpreting.ts';
import { languageTag } from '../shared/values/languages.ts';

const sessionParams = z.strictObject({ sessionId: id });

/** Which interpreter of the session is meant; needed where it has several. */
const oneOfSeveral = z.string().max(20).optional();

/** An interpreter of the session is confirmed: languages fit, no conflict, undertaking given. */
export const assignment = z.strictObject({
  /** The two languages between which the interpreter works, in both directions. */
  between: z
    .tuple([languageTag, languageTag])
    .refine(([one, other]) => one !== other, 'Name two different languages.')
    .meta({ uniqueItems: true }),
  mode: interpretingMode,
  conflict: z.enum(['none-declared', 'declared']),
  /** The undertaking of confidentiality and true rendering was given. */
  undertaking: z.boolean(),
});

export const confirmInterpreter = route({
  method: 'POST',
  path: '/api/interpreting/:sessionId/assignment',
  summary:
    'Confirms a booked interpreter; a declared conflict or a missing undertaking keeps the gate closed.',
  who: ['clerk'],
  params: sessionParams,
  body: assignment.extend({ pseudonym: oneOfSeveral }),
  /** Open once every interpreter of the session is confirmed. */
  answer: z.strictObject({ gate: z.enum(['missing', 'open', 'refused']) }),
  status: 201,
  refusals: ['gate-not-needed', 'room-ended', 'person-not-suitable', 'condition-not-kept'],
});

export const readAssignment = route({
  method: 'GET',
  path: '/api/interpreting/:sessionId',
  summary: 'An interpreter’s assignment to the session, if it is there.',
  who: [
    'prosecutor',
    'clerk',
    'support-officer',
    'attending-officer',
    'central-authority',
    'auditor',
    'judge',
  ],
  params: sessionParams,
  query: z.strictObject({ pseudonym: oneOfSeveral }),
  answer: z.strictObject({
    assignment: assignment
      /** The languages for those alone who need them. */
      .extend({ between: assignment.shape.between.optional(), recordedAt: instant })
      .optional(),
  }),
});
