import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import type { readSession } from '../../../../../functions/sessions/contract.ts';

export type SessionView = AnswerOf<typeof readSession>;
export type Gate = SessionView['gates'][number];
