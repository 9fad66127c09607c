import type { readTimes } from '../../../../../functions/interpreting/times/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';

export type DayTimes = AnswerOf<typeof readTimes>['interpreters'][number]['days'][number];
