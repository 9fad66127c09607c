import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { addMinutes, parseInstant, type Instant } from '../../shared/values/instants.ts';
import type { TakeOverStep } from './store.ts';

/**
 * When contact is taken over from a holder who is ill or cannot be reached. Pure. Neither of the two alone can do it; whoever held
 * contact ends it by their own word, before it is confirmed and for some days after.
 */

const day = 24 * 60;
/** So long an asking can be confirmed, and what was confirmed can be taken back. */
const minutesOpen = 7 * day;
export const untilOf = (at: string): Instant => addMinutes(parseInstant(at), minutesOpen);
/** More than anybody needs, so that a flood stops by itself. */
const mostSteps = 60;

type Asked = Extract<TakeOverStep, { readonly kind: 'asked' }>;

/** The last asking, and what became of it. */
export interface TakeOver {
  readonly asked: Asked;
  readonly state: 'asked' | 'confirmed' | 'ended' | 'lapsed' | 'taken-back';
  /** Until when it can be confirmed, or taken back. */
  readonly until: Instant;
  /** When its state came about. */
  readonly at: string;
}

export function lastOf(steps: readonly TakeOverStep[], now: Instant): TakeOver | undefined {
  const asked = steps.findLast((each): each is Asked => each.kind === 'asked');
  if (asked === undefined) return undefined;
  const since = steps.filter((each) => each.kind !== 'asked' && each.of === asked.number);
  const confirmed = since.find(({ kind }) => kind === 'confirmed');
  const ended = since.find(({ kind }) => kind === 'ended');
  const last = ended ?? confirmed ?? asked;
  const until = untilOf((confirmed ?? asked).recordedAt);
  const state =
    ended !== undefined
      ? confirmed === undefined
        ? 'ended'
        : 'taken-back'
      : confirmed !== undefined
        ? 'confirmed'
        : until <= now
          ? 'lapsed'
          : 'asked';
  return { asked, state, until, at: last.recordedAt };
}

/** Whether it can still be confirmed, or taken back. */
export const isOpen = ({ state, until }: TakeOver, now: Instant): boolean =>
  (state === 'asked' || state === 'confirmed') && now < until;

/**
 * @throws {Refusal} `changed-meanwhile` while somebody’s asking waits; `does-not-fit` for the holder, for whoever is of no agency that
 * holds contact in the case, and for whoever was told no within the last days; `too-many-entries`
 */
export function assertMayAsk(
  last: TakeOver | undefined,
  steps: readonly TakeOverStep[],
  {
    personId,
    agencyId,
    holder,
    holdingAgencies,
  }: {
    readonly personId: string;
    readonly agencyId: string;
    readonly holder: string;
    /** Agencies of those who hold contact with anybody of the case. */
    readonly holdingAgencies: readonly string[];
  },
  now: Instant,
): void {
  if (steps.length >= mostSteps) throw new Refusal('too-many-entries');
  if (holder === personId) throw doesNotFit('', 'You hold contact already.');
  if (!holdingAgencies.includes(agencyId))
    throw doesNotFit('', 'Your agency holds contact with nobody in this case. Ask the agency that does.');
  if (last === undefined) return;
  // Asked of one who holds contact no more, it waits for nobody.
  if (last.state === 'asked' && last.asked.from === holder) throw new Refusal('changed-meanwhile');
  const refused = last.state === 'ended' || last.state === 'taken-back';
  if (refused && last.asked.recordedBy === personId && untilOf(last.at) > now)
    throw doesNotFit('', 'It was ended a few days ago. Speak with whoever holds contact.');
}

/**
 * @param by whoever confirms
 * @throws {Refusal} `changed-meanwhile` where nothing of that number waits, or somebody else holds contact by now;
 * `second-person-needed` for whoever asked
 */
export function confirmable(
  last: TakeOver | undefined,
  number: number,
  { personId, holder }: { readonly personId: string; readonly holder: string },
): Asked {
  if (last?.state !== 'asked' || last.asked.number !== number || last.asked.from !== holder)
    throw new Refusal('changed-meanwhile');
  if (last.asked.recordedBy === personId) throw new Refusal('second-person-needed');
  return last.asked;
}

/** Whether somebody can end it: whoever held contact, and while it waits whoever asked. */
export const mayEnd = (last: TakeOver, personId: string, now: Instant): boolean =>
  (last.state === 'asked' && [last.asked.from, last.asked.recordedBy].includes(personId)) ||
  (last.state === 'confirmed' && last.asked.from === personId && now < last.until);
