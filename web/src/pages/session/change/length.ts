import { minutesBetween } from '../../../../../functions/shared/values/instants.ts';
import type { SessionView } from '../session-view.ts';

const lengths = [30, 45, 60, 90, 120, 180, 240, 300, 360, 480];

/** Minutes of the main part of each day. */
export function mainMinutes({ days }: Pick<SessionView, 'days'>): number {
  const main = days[0]?.parts.find(({ kind }) => kind === 'main');
  return main === undefined ? 0 : minutesBetween(main.start, main.end);
}

/** Minutes of each day, from the beginning of its first part to the end of its last. */
export function dayMinutes({ days }: Pick<SessionView, 'days'>): number {
  const parts = days[0]?.parts ?? [];
  const [first, last] = [parts[0], parts.at(-1)];
  return first === undefined || last === undefined ? 0 : minutesBetween(first.start, last.end);
}

/** The usual lengths, and the one that a session has now. */
export const lengthOptions = (now: number): readonly number[] =>
  [...new Set([...lengths, now])].toSorted((one, other) => one - other);
