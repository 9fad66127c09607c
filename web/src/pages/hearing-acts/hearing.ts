import type { readHearing } from '../../../../functions/hearing/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';

/** What was said and ruled today, as the reader is shown it. */
export type Hearing = AnswerOf<typeof readHearing>;

/** What each form is given. */
export interface Doing {
  readonly sessionId: string;
  readonly hearing: Hearing;
  /** Called after it was sent. */
  readonly sent: () => void;
}
