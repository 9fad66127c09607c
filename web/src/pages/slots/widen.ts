import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { searchSlots } from '../../../../functions/availability/search/contract.ts';
import { epochMs } from '../../../../functions/shared/values/instants.ts';
import { dayStart } from '../../parts/local-day.ts';
import {
  longestSearchDays,
  minutesOfDays,
  type AnyInterpreter,
  type SearchContext,
  type WantedSession,
} from './wanted-session.ts';

export type Answer = AnswerOf<typeof searchSlots>;
export type Change = NonNullable<Answer['nothing']>['changes'][number];

const dayMs = 24 * 3_600_000;

/**
 * The wanted with a change that the search offers, so that it then finds something. Undefined for a change that cannot be
 * made here: a session that is moved stays as long as it is, and no search goes on for more than half a year.
 */
export function widened(
  wanted: WantedSession,
  change: Change,
  { zone, moving, again = [] }: Pick<SearchContext, 'zone' | 'moving' | 'again'>,
): WantedSession | undefined {
  switch (change.kind) {
    case 'outside-hours':
      return { ...wanted, outsideHours: true };
    case 'no-buffers':
      return { ...wanted, withoutBuffers: true };
    case 'short-notice':
      return { ...wanted, shortNotice: true };
    case 'shorter':
      return moving === undefined ? { ...wanted, minutes: change.minutes } : undefined;
    case 'later': {
      const end = epochMs(change.start) + minutesOfDays(wanted, { again }) * 60_000;
      const days = Math.ceil((end - epochMs(dayStart(zone, wanted.from))) / dayMs);
      return days > longestSearchDays ? undefined : { ...wanted, days: Math.max(days, wanted.days) };
    }
    case 'criterion':
      return without(wanted, change.dropped);
  }
}

type Criterion = Extract<Change, { kind: 'criterion' }>['dropped'];

function without(wanted: WantedSession, criterion: Criterion): WantedSession | undefined {
  const { interpreter, room } = wanted;
  const interpreters = (changed: Partial<AnyInterpreter>): WantedSession | undefined =>
    interpreter.kind === 'any' ? { ...wanted, interpreter: { ...interpreter, ...changed } } : undefined;
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
      return room.kind === 'any' ? { ...wanted, room: { ...room, city: '' } } : undefined;
    case 'vetted':
      return room.kind === 'any' ? { ...wanted, room: { ...room, vetted: false } } : undefined;
    case 'country':
      return undefined;
  }
}
