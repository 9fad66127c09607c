import * as z from 'zod';
import { staffRole } from '../../shared/access/roles.ts';
import { route } from '../../shared/http/contract.ts';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { tells } from '../../shared/values/personal-fields.ts';
import { together } from '../../shared/values/together.ts';

/**
 * Who can be on call: never anybody on the side of the accused, and nobody who is bound to a seat; of the court and the offices
 * those alone whom the support officer names.
 */
export const onCallRoles = [
  'support-officer',
  'attending-officer',
  'central-authority',
  'prosecutor',
  'clerk',
  'judge',
] as const;

/** In the order in which they are called, before all are called at once. */
const mostOnCall = 8;

const sessionParams = z.strictObject({ sessionId: id });

/** As telephones of the world are written: `+` and the country's code (ITU-T E.164). */
export const telephone = tells(
  'office',
  z.string().regex(/^\+[1-9][0-9]{6,14}$/, 'Give the number with + and the country’s code: +66812345678.'),
);

const candidate = z.strictObject({
  pseudonym: z.string(),
  role: staffRole,
  label: tells('office', z.string()),
});

const onCallList = z.strictObject({
  /** Nobody has named anybody yet: those stand here who are called while that is so. */
  named: z.boolean(),
  /** In order. A number is used to send, and no answer says it. */
  people: z.array(candidate.extend({ telephone: z.enum(['known', 'none']) })),
  /** Who else of the case could be named. */
  others: z.array(candidate),
});

export const readOnCall = route({
  method: 'GET',
  path: '/api/help/:sessionId/on-call',
  summary: 'Who is called when whoever is heard presses the silent alarm, in order.',
  entered: 'case',
  who: ['support-officer'],
  params: sessionParams,
  answer: onCallList,
});

export const keepOnCall = route({
  method: 'POST',
  path: '/api/help/:sessionId/on-call',
  summary:
    'A support officer who takes part names who is on call, in order, and to which telephones a text message goes.',
  who: ['support-officer'],
  params: sessionParams,
  body: z.strictObject({
    people: z
      .array(
        z.strictObject({
          pseudonym,
          /** Absent: as it is. `none`: no text message to them. */
          telephone: z.union([telephone, z.literal('none')]).optional(),
        }),
      )
      .min(1)
      .max(mostOnCall)
      .refine(
        (people) => new Set(people.map((each) => each.pseudonym)).size === people.length,
        together('Name each person once.'),
      )
      .meta({ description: 'Each person once; the first is called first.' }),
  }),
  answer: onCallList,
  status: 201,
  refusals: ['does-not-fit', 'too-many-entries'],
});
