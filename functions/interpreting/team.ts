import type { InterpretingMode } from '../shared/values/interpreting.ts';
import type { GateState } from '../sessions/port/door-gates.ts';
import { lacks, type Assignment, type Lack, type Oath, type notUnderstoodReasons } from './contract.ts';
import { type NoShowReason } from './times/contract.ts';
import type { EarlierAssignment } from './earlier/contract.ts';

/** How the interpreters of a session stand, one by one and together. */

/** What was entered of one, oldest first; each says one thing or several. */
export interface Said {
  readonly pseudonym: string;
  readonly recordedAt: string;
  readonly assignment?: Assignment | undefined;
  readonly earlier?: EarlierAssignment | undefined;
  readonly oath?: Oath | undefined;
  /** Of the briefing of which they gave a receipt. */
  readonly briefed?: string | undefined;
  readonly notUnderstood?: (typeof notUnderstoodReasons)[number] | undefined;
  readonly onPaper?: boolean | undefined;
  /** On a day of the session, counted from 1. */
  readonly noShow?: { readonly day: number; readonly why: NoShowReason } | undefined;
}

/** One of the team. The last of each that was entered stands. */
export interface OfOne {
  readonly pseudonym: string;
  readonly confirmed?: (Assignment & { readonly recordedAt: string }) | undefined;
  readonly earlier?: (EarlierAssignment & { readonly recordedAt: string }) | undefined;
  readonly oath?: (Oath & { readonly onPaper: boolean }) | undefined;
  readonly briefed?: string | undefined;
  readonly notUnderstood?: Said['notUnderstood'];
  readonly noShow?: Said['noShow'];
  /** The word on a conflict, which is of the whole case. */
  readonly declared?: 'none' | 'declared' | undefined;
  readonly woman: boolean;
}

export function standsOf(
  said: readonly Said[],
  whose: Pick<OfOne, 'pseudonym' | 'declared' | 'woman'>,
): OfOne {
  let one: OfOne = whose;
  for (const each of said) {
    if (each.pseudonym !== whose.pseudonym) continue;
    const { assignment, earlier, oath, briefed, notUnderstood, noShow, recordedAt, onPaper = false } = each;
    if (earlier !== undefined) one = { ...one, earlier: { ...earlier, recordedAt } };
    if (assignment !== undefined) {
      // Whoever is confirmed anew was looked at anew.
      const { earlier: _before, notUnderstood: _then, noShow: _absent, ...rest } = one;
      one = { ...rest, confirmed: { ...assignment, recordedAt } };
    }
    if (oath !== undefined) one = { ...one, oath: { ...oath, onPaper } };
    if (briefed !== undefined) one = { ...one, briefed };
    if (notUnderstood !== undefined) one = { ...one, notUnderstood };
    if (noShow !== undefined) one = { ...one, noShow };
  }
  return one;
}

/**
 * What one of them lacks, for the way of interpreting that is planned.
 * @param hash of the briefing as it is now @param mode how is interpreted, where that was said
 */
export const lacksOfOne = (
  one: OfOne,
  hash: string | undefined,
  mode?: InterpretingMode,
): readonly Lack[] => [
  ...lacksBeside(one, hash),
  ...(isForAnother(one, mode) ? (['confirmation'] as const) : []),
];

function lacksBeside(one: OfOne, hash: string | undefined): readonly Lack[] {
  if (one.declared === 'declared') return ['conflict'];
  const lacking: Lack[] = [
    ...(one.notUnderstood === undefined ? [] : (['not-understood'] as const)),
    ...(one.noShow === undefined ? [] : (['no-show'] as const)),
  ];
  if (one.earlier !== undefined && one.confirmed === undefined) {
    const { conflict, undertaking } = one.earlier;
    if (conflict === 'declared') return ['conflict'];
    return undertaking ? lacking : [...lacking, 'oath'];
  }
  if (one.confirmed === undefined) lacking.push('confirmation');
  if (one.declared === undefined) lacking.push('declaration');
  if (one.oath === undefined) lacking.push('oath');
  if (one.briefed === undefined || one.briefed !== hash) lacking.push('briefing');
  return lacking;
}

/** The pairs of all who are confirmed, with what they do there. Before there were parts, everybody led both ways. */
const pairsOf = (team: readonly OfOne[]): readonly Pair[] =>
  team.flatMap(({ confirmed, earlier }): Pair[] => {
    if (confirmed !== undefined) return [confirmed];
    return earlier === undefined ? [] : [{ between: earlier.between, part: 'lead', direction: 'both' }];
  });
type Pair = Pick<Assignment, 'between' | 'part' | 'direction'>;

/**
 * What a team lacks together: somebody who leads; both ways of each pair that is led; and of whoever relays, a language in
 * which to hear a lead.
 */
function lacksOfTeam(team: readonly OfOne[]): readonly Lack[] {
  const pairs = pairsOf(team);
  const leads = pairs.filter(({ part }) => part === 'lead');
  if (leads.length === 0) return pairs.length === 0 ? [] : ['lead'];
  const bothWays = leads.every(
    ({ between: [one, other], direction }) =>
      direction === 'both' ||
      leads.some(
        (back) =>
          (back.between[0] === other && back.between[1] === one) ||
          (back.direction === 'both' && back.between.includes(one) && back.between.includes(other)),
      ),
  );
  const hears = pairs
    .filter(({ part }) => part !== 'lead')
    .every(({ between }) => leads.some((lead) => between.some((tag) => lead.between.includes(tag))));
  return [...(bothWays ? [] : (['both-directions'] as const)), ...(hears ? [] : (['relay-chain'] as const))];
}

/** Whether somebody was confirmed for another way of interpreting than is planned now. */
const isForAnother = ({ confirmed }: OfOne, mode: InterpretingMode | undefined): boolean =>
  mode !== undefined && confirmed !== undefined && confirmed.mode !== mode;

export interface TeamStands {
  /** As the gate would stand if nobody wished for a woman. */
  readonly fit: GateState;
  /** What the door keeps, so that it follows the wish; undefined where the team is not whole. */
  readonly interpretedBy: 'women' | 'others' | undefined;
  /** The gate itself. */
  readonly gate: GateState;
  readonly lacks: readonly Lack[];
}

/**
 * @param hashOf the briefing of one of them as it is now
 * @param mode how is interpreted, where that was said
 * @param wishesWoman whether somebody who is heard wishes for a woman and has not waived it
 */
export function teamStands(
  team: readonly OfOne[],
  hashOf: (one: OfOne) => string | undefined,
  wishesWoman: boolean,
  mode?: InterpretingMode,
): TeamStands {
  const missing = new Set<Lack>([
    ...team.flatMap((one) => lacksOfOne(one, hashOf(one), mode)),
    ...lacksOfTeam(team),
  ]);
  const fit: GateState = missing.has('conflict') ? 'refused' : missing.size > 0 ? 'missing' : 'open';
  const women = team.every(({ woman }) => woman);
  if (wishesWoman && !women) missing.add('woman');
  return {
    fit,
    interpretedBy: fit === 'open' ? (women ? 'women' : 'others') : undefined,
    gate: fit === 'open' && missing.has('woman') ? 'missing' : fit,
    lacks: lacks.filter((lack) => missing.has(lack)),
  };
}
