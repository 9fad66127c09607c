import type { readPreparation } from '../../../../functions/preparation/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';

/** How a session is prepared, as the page is told. */
export type Prepared = AnswerOf<typeof readPreparation>;
export type Item = Prepared['items'][number];
export type TestResult = Prepared['results'][number];
