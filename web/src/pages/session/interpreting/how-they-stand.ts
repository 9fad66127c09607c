import type { readAssignment } from '../../../../../functions/interpreting/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';

/** How an interpreter of a session stands, as the service tells it. */
export type HowTheyStand = AnswerOf<typeof readAssignment>;
