import { TimeRefusal } from '../../../functions/shared/values/time-refusal.ts';

export function refusalOf(run: () => unknown): TimeRefusal {
  try {
    run();
  } catch (error) {
    if (error instanceof TimeRefusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
