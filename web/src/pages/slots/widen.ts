import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { searchSlots } from '../../../../functions/availability/search/contract.ts';
import { epochMs } from '../../../../functions/shared/values/instants.ts';
import { dayStart } from '../../parts/local-day.ts';
import {
  longestDays,
  minutesOfDays,
  type AnyInterpreter,
  type SearchContext,
  type Wanted,
} from './proposal.ts';

export type Answer = AnswerOf<typeof searchSlots>;
export type Change = NonNullable<Answer['nothing']>['changes'][number];

const dayMs = 24 * 3_600_000;

/**
 * The proposal with a change that the search offers, so that it then finds something. Undefined for a change that cannot be
 * made here: a session that is moved stays as long as it is, and no search goes on for more than half a year.
 */
export function widened(
  proposal: Wanted,
  change: Change,
  { zone, moving, again = [] }: Pick<SearchContext, 'zone' | 'moving' | 'again'>,
): Wanted | undefined {
  switch (change.kind) {
    case 'outside-hours':
      return { ...proposal, outsideHours: true };
    case 'no-buffers':
      return { ...proposal, withoutBuffers: true };
    case 'short-notice':
      return { ...proposal, shortNotice: true };
    case 'shorter':
      return moving === undefined ? { ...proposal, minutes: change.minutes } : undefined;
    case 'later': {
      const end = epochMs(change.start) + minutesOfDays(proposal, { again }) * 60_000;
      const days = Math.ceil((end - epochMs(dayStart(zone, proposal.from))) / dayMs);
      return days > longestDays ? undefined : { ...proposal, days: Math.max(days, proposal.days) };
    }
    case 'criterion':
      return without(proposal, change.dropped);
  }
}

type Criterion = Extract<Change, { kind: 'criterion' }>['dropped'];

function without(proposal: Wanted, criterion: Criterion): Wanted | undefined {
  const { interpreter, room } = proposal;
  const interpreters = (changed: Partial<AnyInterpreter>): Wanted | undefined =>
    interpreter.kind === 'any' ? { ...proposal, interpreter: { ...interpreter, ...changed } } : undefined;
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
      return room.kind === 'any' ? { ...proposal, room: { ...room, city: '' } } : undefined;
    case 'vetted':
      return room.kind === 'any' ? { ...proposal, room: { ...room, vetted: false } } : undefined;
    case 'country':
      return undefined;
  }
}
