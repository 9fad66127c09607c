/** A stretch of one day, in minutes since its midnight; `over` says that it goes on past the next midnight. */
export interface DaySpan {
  readonly from: number;
  readonly until: number;
  readonly over: boolean;
}

const DAY = 24 * 60;

/** Where a session lies in the day on which it begins. `local` is `YYYY-MM-DDTHH:mm[:ss]`. */
export function daySpan(local: string, minutes: number): DaySpan {
  const [hours = '0', mins = '0'] = local.slice(11).split(':');
  const from = Number(hours) * 60 + Number(mins);
  return { from, until: Math.min(from + minutes, DAY), over: from + minutes > DAY };
}

/** Most people sleep or travel in these hours; a session that touches them is not wrong, but asks something of them. */
const MORNING = 7 * 60;
const EVENING = 20 * 60;

export const touchesNight = ({ from, until, over }: DaySpan): boolean =>
  over || from < MORNING || until > EVENING;

export const nights: readonly (readonly [from: number, until: number])[] = [
  [0, MORNING],
  [EVENING, DAY],
];
