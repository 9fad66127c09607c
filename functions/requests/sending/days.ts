import type { FieldError } from '../../shared/refusals.ts';
import { latestToday } from '../permission/decision.ts';

/** Nothing is dated, and nothing was sent, on a day that has begun nowhere yet. */
export const faultsOfDay = (pointer: string, day: string, now: Date): readonly FieldError[] =>
  day <= latestToday(now)
    ? []
    : [{ pointer, message: 'That day lies in the future. Give the day that stands on the paper.' }];
