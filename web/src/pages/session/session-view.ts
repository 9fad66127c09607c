import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { readSession } from '../../../../functions/sessions/contract.ts';

export type SessionView = AnswerOf<typeof readSession>;
export type Gate = SessionView['gates'][number];

/** What each part of a session's page is given, a task of somebody above all. */
export interface SessionProps {
  readonly session: SessionView;
}
