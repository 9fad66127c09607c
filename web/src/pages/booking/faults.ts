import { addMinutes, epochMs, type Instant } from '../../../../functions/shared/values/instants.ts';
import { kinds } from '../../../../functions/sessions/port/kinds.ts';
import { wallTime } from '../../parts/wall-time.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { Proposal } from '../../parts/proposal.ts';
import {
  doesWithout,
  interprets,
  localOfDay,
  roleOf,
  seatFields,
  seatsOf,
  wholeMinutes,
  type Draft,
  type DraftDay,
} from './draft.ts';

/** What can be wrong with an answer of the form; the words for each are in the catalogue. */
export type Fault =
  | 'needed'
  /** The clocks go forward over that wall time. */
  | 'never'
  /** The clocks go back over it, and which of the two is meant was not said. */
  | 'twice'
  | 'beyond'
  | 'past'
  | 'overlap'
  | 'tooLong'
  | 'tooMuch'
  /** Somebody has two seats. */
  | 'samePerson';

/** Names of the fields of a day, as the service points to them: `days.0.local` and so on. */
export const fieldOf = (at: number, part: 'local' | 'time'): string => `days.${at}.${part}`;

/** Minutes that a day may have in all, and days from the start of the first to the end of the last. */
const longestDay = 720;
const longestDays = 30;

/** What the form can find wrong by itself, by field, in the order of the page. Empty when it can be sent. */
export function faultsOf(draft: Draft, zone: string, now: number): Readonly<Record<string, Fault>> {
  const faults: Record<string, Fault> = {};
  const { days } = draft;
  let before: { readonly first: Instant; readonly end: Instant } | undefined;
  for (const [at, day] of days.entries()) {
    const found = startOf(day, zone);
    if (typeof found === 'object') {
      faults[fieldOf(at, found.part)] = found.fault;
      if (day.date === undefined && day.time === undefined) faults[fieldOf(at, 'time')] = 'needed';
      continue;
    }
    const end = addMinutes(found, wholeMinutes(draft));
    const order = before === undefined ? past(found, now) : outOfOrder(before, found, end);
    if (order !== undefined) faults[fieldOf(at, 'local')] = order;
    before = { first: before?.first ?? found, end };
  }
  if (wholeMinutes(draft) > longestDay) faults['minutes'] = 'tooMuch';
  for (const { field, needed } of seatsOf(draft.kind))
    if (needed && draft[field].length === 0 && !(field === 'interpreter' && doesWithout(draft)))
      faults[`seats.${field}`] = 'needed';
  if (kinds[draft.kind].needs.includes('expert') && !draft.also.some(({ seat }) => seat === 'expert'))
    faults['seats.expert'] = 'needed';
  if (interprets(draft) && draft.moreInterpreters.includes(draft.interpreter))
    faults['seats.interpreter'] = 'samePerson';
  return faults;
}

/** When a day begins, or what is wrong with it. */
export function startOf(
  day: DraftDay,
  zone: string,
): Instant | { readonly part: 'local' | 'time'; readonly fault: Fault } {
  if (day.date === undefined) return { part: 'local', fault: 'needed' };
  const local = localOfDay(day);
  if (local === undefined) return { part: 'time', fault: 'needed' };
  const found = wallTime(zone, local);
  switch (found.kind) {
    case 'once':
      return found.instant;
    case 'never':
      return { part: 'time', fault: 'never' };
    case 'beyond':
      return { part: 'local', fault: 'beyond' };
    case 'twice': {
      const chosen = found.offers.find(({ offset }) => offset === day.offset);
      return chosen?.instant ?? { part: 'time', fault: 'twice' };
    }
  }
}

const past = (start: Instant, now: number): Fault | undefined => (epochMs(start) <= now ? 'past' : undefined);

function outOfOrder(
  { first, end: endBefore }: { readonly first: Instant; readonly end: Instant },
  start: Instant,
  end: Instant,
): Fault | undefined {
  if (start < endBefore) return 'overlap';
  return epochMs(end) - epochMs(first) > longestDays * 24 * 60 * 60_000 ? 'tooLong' : undefined;
}

/** What the service says of the seats and parts of a proposal, at the fields of the form that they come from. */
export function atFields(
  problem: ApiProblem | undefined,
  sent: Proposal | undefined,
): ApiProblem | undefined {
  if (problem === undefined) return undefined;
  const { facts, request, cause } = problem;
  const errors = problem.errors.map((each) => ({ ...each, pointer: fieldAt(each.pointer, sent) }));
  return new ApiProblem(problem.code, { errors, facts, request, cause });
}

function fieldAt(pointer: string, sent: Proposal | undefined): string {
  if (pointer.startsWith('/parts')) return '/minutes';
  if (pointer === '/interpreting') return '/seats/interpreter';
  const [, index] = /^\/seats\/(\d+)/.exec(pointer) ?? [];
  const seat = sent?.seats[Number(index)]?.seat;
  const field = seatFields.find((each) => roleOf[each] === seat);
  return index === undefined || field === undefined ? pointer : `/seats/${field}`;
}
