import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import type { searchSlots } from '../../../../../functions/sessions/search/contract.ts';
import { epochMs } from '../../../../../functions/shared/values/instants.ts';
import { dayStart } from '../../../parts/local-day.ts';
import { longestDays, minutesOfDays, type AnyInterpreter, type Ground, type Wish } from './wish.ts';

export type Answer = AnswerOf<typeof searchSlots>;
export type Change = NonNullable<Answer['nothing']>['changes'][number];

const dayMs = 24 * 3_600_000;

/**
 * The wish with a change that the search offers, so that it then finds something. Undefined for a change that cannot be
 * made here: a session that is moved stays as long as it is, and no search goes on for more than half a year.
 */
export function widened(
  wish: Wish,
  change: Change,
  { zone, moving, again = [] }: Pick<Ground, 'zone' | 'moving' | 'again'>,
): Wish | undefined {
  switch (change.kind) {
    case 'outside-hours':
      return { ...wish, outsideHours: true };
    case 'no-buffers':
      return { ...wish, withoutBuffers: true };
    case 'short-notice':
      return { ...wish, shortNotice: true };
    case 'shorter':
      return moving === undefined ? { ...wish, minutes: change.minutes } : undefined;
    case 'later': {
      const end = epochMs(change.start) + minutesOfDays(wish, { again }) * 60_000;
      const days = Math.ceil((end - epochMs(dayStart(zone, wish.from))) / dayMs);
      return days > longestDays ? undefined : { ...wish, days: Math.max(days, wish.days) };
    }
    case 'criterion':
      return without(wish, change.dropped);
  }
}

type Criterion = Extract<Change, { kind: 'criterion' }>['dropped'];

function without(wish: Wish, criterion: Criterion): Wish | undefined {
  const { interpreter, room } = wish;
  const interpreters = (changed: Partial<AnyInterpreter>): Wish | undefined =>
    interpreter.kind === 'any' ? { ...wish, interpreter: { ...interpreter, ...changed } } : undefined;
  switch (criterion) {
    case 'dialect':
      return interpreters({ dialect: '' });
    case 'mode':
      return interpreters({ mode: '' });
    case 'gender':
      return interpreters({ gender: '' });
    case 'vettedSince':
      return interpreters({ vetted: false });
    case 'notFrom':
      return interpreters({ notFrom: '' });
    case 'city':
      return room.kind === 'any' ? { ...wish, room: { ...room, city: '' } } : undefined;
    case 'vetted':
      return room.kind === 'any' ? { ...wish, room: { ...room, vetted: false } } : undefined;
    case 'country':
      return undefined;
  }
}
