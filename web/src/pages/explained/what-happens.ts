import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { readCompany } from '../../../../functions/rooms/contract.ts';

/** What is shown of a session to whoever is heard: who is there and what happens, in the order in which it does. Pure. */

export type Company = AnswerOf<typeof readCompany>;
type Kind = Company['kind'];

/** Nearest to them first. A central authority and an auditor are in no room. */
export const rolesInOrder = [
  'support-officer',
  'support-person',
  'guardian',
  'attending-officer',
  'interpreter',
  'clerk',
  'prosecutor',
  'judge',
  'victim-counsel',
  'expert',
  'observer',
  'technician',
  'defence-counsel',
  'accused',
  'custody-officer',
] as const satisfies readonly Company['roles'][number][];
export type ShownRole = (typeof rolesInOrder)[number];

export const shownRoles = ({ roles }: Pick<Company, 'roles'>): readonly ShownRole[] =>
  rolesInOrder.filter((role) => roles.includes(role));

/** In which nobody asks what happened. */
const withoutQuestions: readonly Kind[] = ['rehearsal', 'preparation-visit', 'debrief'];

export type Step = 'arrive' | 'check' | 'wait' | 'called' | 'rights' | 'questions' | 'talk' | 'end' | 'after';

export const stepsOf = (kind: Kind): readonly Step[] => [
  'arrive',
  'check',
  'wait',
  'called',
  ...(withoutQuestions.includes(kind) ? (['talk'] as const) : (['rights', 'questions'] as const)),
  'end',
  'after',
];
