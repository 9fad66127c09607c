import { standingGates } from '../cases/port/standing.ts';
import type { Door } from '../sessions/port/door.ts';
import { asideOn } from '../sessions/port/set-aside.ts';
import type { Instant } from '../shared/values/instants.ts';
import type { Draft, Told } from './next-notices.ts';
import { sameSeat, type Recipient } from './recipients.ts';
import { whenIn } from './when.ts';

/**
 * A refusal, a no-go, a withdrawal, or a permission that falls takes the ground from under a session that is booked: everybody
 * who was told to come is told so once, and once again when it is taken back. Why, no message says; and nothing is said of what
 * was only missing all along. Pure.
 */

/** What the gates came to when people were last told. */
export interface Fallen {
  /** Gates that fell, and have not been opened again. */
  readonly fallen: readonly string[];
  /** Gates that stood open. */
  readonly opened: readonly string[];
}

/** Of the host State's officer it is that somebody else came than is to be heard. */
const halting = [...standingGates, 'attendingOfficer'] as const;

/** What it is now. What was decided against stays so until it is open, whatever is made anew meanwhile. */
export function fallenIn({ fallen, opened }: Fallen, door: Door): Fallen {
  const now = halting.map((gate) => {
    const state = door.gates[gate];
    const isMissing = state === 'missing' && asideOn(door, gate) === undefined;
    const fell = fallen.includes(gate) || (gate === 'permission' && opened.includes(gate));
    return { gate, isOpen: state === 'open', fell: state === 'refused' || (isMissing && fell) };
  });
  return {
    fallen: now.flatMap(({ gate, fell }) => (fell ? [gate] : [])),
    opened: now.flatMap(({ gate, isOpen }) => (isOpen ? [gate] : [])),
  };
}

/** Messages of this kind to one seat of one session, at the most: whoever goes to and fro wears nobody out. */
const mostTimes = 20;

/** Whether somebody was last told that it does not take place as things stand. */
export const isHalted = ({ halts = 0 }: Pick<Told, 'halts'>): boolean => halts % 2 === 1;

/**
 * @param before what each was told; whoever is new has been told of no fall
 * @param told the same after what else is to be told now
 */
export function haltedStep(
  before: readonly Told[],
  told: readonly Told[],
  { fallen }: Fallen,
  recipients: readonly Recipient[],
  now: Instant,
): { readonly told: readonly Told[]; readonly drafts: readonly Draft[] } {
  const drafts: Draft[] = [];
  const after = told.map((each) => {
    const halts = each.halts ?? before.find((one) => sameSeat(one, each))?.halts ?? 0;
    const kept = each.halts === undefined && halts > 0 ? { ...each, halts } : each;
    const recipient = recipients.find((one) => sameSeat(one, each));
    const differs = isHalted({ halts }) !== fallen.length > 0;
    if (!differs || !each.expected || recipient === undefined || each.end <= now || halts >= mostTimes)
      return kept;
    const variant = `${each.sequence} ${halts + 1}`;
    const kind = isHalted({ halts }) ? 'resumed' : 'halted';
    drafts.push({ kind, recipient, span: whenIn(each), sequence: each.sequence, variant, dueAt: now });
    return { ...each, halts: halts + 1 };
  });
  return { told: after, drafts };
}
