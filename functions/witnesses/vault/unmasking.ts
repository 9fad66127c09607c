import type { CaseWitness } from '../../cases/port/membership.ts';
import type { Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import { askHours, mostReadings, type unmaskingGrounds, type unmaskingStates } from './contract.ts';

/**
 * Who may learn who somebody is: two people of two agencies, of whom one asks with a reason and the other agrees to that one
 * asking, and to no other. What was agreed to is read by whoever asked, for as long as was asked, and by nobody else.
 */

export interface Unmasking {
  readonly unmaskingId: string;
  readonly ground: (typeof unmaskingGrounds)[number];
  /** How long it may be read once somebody has agreed. */
  readonly minutes: number;
  readonly askedAt: string;
  readonly askedBy: Person;
  readonly decision?:
    | { readonly is: 'agree' | 'decline'; readonly at: string; readonly by: Person }
    | undefined;
  readonly readings: number;
}

/** With agency, as they were when they did it: a person who changes agency does not become another one by it. */
export interface Person {
  readonly personId: string;
  readonly pseudonym: string;
  readonly agencyId: string;
}

type Asking = Pick<Staff, 'personId' | 'role'>;

/** Those of the two: whoever holds contact, a judge of the case, an officer of a central authority that is in it. */
export const mayBeOfTwo = ({ personId, role }: Asking, { holder }: Pick<CaseWitness, 'holder'>): boolean =>
  role === 'support-officer' ? holder === personId : role === 'judge' || role === 'central-authority';

/** @throws {Refusal} `not-your-role` */
export function assertOfTwo(staff: Asking, witness: Pick<CaseWitness, 'holder'>): void {
  if (!mayBeOfTwo(staff, witness)) throw new Refusal('not-your-role');
}

const minute = 60_000;

/** The end of the time in which it may be read; nothing where nobody has agreed. */
export const untilOf = ({ decision, minutes }: Unmasking): Date | undefined =>
  decision?.is === 'agree' ? new Date(Date.parse(decision.at) + minutes * minute) : undefined;

export function stateOf(unmasking: Unmasking, now: Date): (typeof unmaskingStates)[number] {
  const { decision, askedAt, readings } = unmasking;
  if (decision === undefined)
    return now.getTime() < Date.parse(askedAt) + askHours * 60 * minute ? 'asked' : 'lapsed';
  const until = untilOf(unmasking);
  if (until === undefined) return 'declined';
  return now < until && readings < mostReadings ? 'open' : 'over';
}

/**
 * That whoever asks has nothing waiting already: of the same person, for the same reader, one ask is looked at at a time.
 * @throws {Refusal} `changed-meanwhile`
 */
export function assertNoneWaits(all: readonly Unmasking[], personId: string, now: Date): void {
  const waits = all.some((each) => each.askedBy.personId === personId && stateOf(each, now) === 'asked');
  if (waits) throw new Refusal('changed-meanwhile');
}

/** Whether somebody can be the second person of this one. */
export const isOther = (
  { askedBy }: Unmasking,
  { personId, agencyId }: Pick<Staff, 'personId' | 'agencyId'>,
) => askedBy.personId !== personId && askedBy.agencyId !== agencyId;

/**
 * @throws {Refusal} `changed-meanwhile` where nothing waits under that name: somebody decided, or it has lapsed;
 * `second-agency-needed` for whoever asked, and for those of the same agency
 */
export function assertMayDecide(
  unmasking: Unmasking,
  staff: Pick<Staff, 'personId' | 'agencyId'>,
  now: Date,
): void {
  if (stateOf(unmasking, now) !== 'asked') throw new Refusal('changed-meanwhile');
  if (!isOther(unmasking, staff)) throw new Refusal('second-agency-needed');
}

/**
 * @throws {Refusal} `identity-sealed` alike for an unmasking of another reader, one to which nobody agreed, and one whose time
 * is over
 */
export function assertMayRead(unmasking: Unmasking | undefined, personId: string, now: Date): Unmasking {
  if (unmasking?.askedBy.personId !== personId || stateOf(unmasking, now) !== 'open')
    throw new Refusal('identity-sealed');
  return unmasking;
}
