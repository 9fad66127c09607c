import type { Instant } from '../shared/values/instants.ts';
import { openPoints, type Door } from '../sessions/port/door.ts';
import { chasedGates, type GateName } from '../sessions/port/gates.ts';
import { dueBy, whoseTurn } from '../sessions/port/whose-turn.ts';
import type { Draft } from './next-notices.ts';
import { recipientOf, type Recipient } from './recipients.ts';
import type { Snapshot } from './snapshot.ts';
import type { Turned } from './turned.ts';
import { whenOf } from './when.ts';

/**
 * Whose turn it is at the gates of a session that is booked: each is told at once when something comes to wait for them, and
 * chased before its deadline and after it (`turnDues`). What it is stands on the page behind the sign-in, and in no message.
 */

/** Somebody whose turn it is. */
export interface Waiting {
  readonly personId: string;
  readonly recipient: Recipient;
  readonly gates: readonly GateName[];
}

type Seen = Pick<Snapshot, 'door' | 'members' | 'witnesses' | 'hostState' | 'requestingState' | 'people'>;

/** Everybody for whom something waits, while the session is booked and its rooms have not closed. */
export function waitingIn(
  { door, members, witnesses, hostState, requestingState, people }: Seen,
  now: Instant,
): readonly Waiting[] {
  if (door.status !== 'booked' || door.closesAt <= now) return [];
  const heard = witnesses.filter(({ pseudonym }) => door.seats.some((each) => each.pseudonym === pseudonym));
  const of = {
    members,
    witnesses: heard,
    hostState,
    requestingState,
    person: (personId: string) => people.get(personId),
  };
  const turns = openPoints(door)
    .filter(({ state, aside }) => state === 'missing' && aside !== true)
    .flatMap(({ gate }) => whoseTurn(door, gate, of).map((member) => ({ gate, member })));
  return [...Map.groupBy(turns, ({ member }) => member.personId)].flatMap(([personId, theirs]) => {
    const [first] = theirs;
    if (first === undefined) return [];
    const { role: seat, pseudonym } = first.member;
    const recipient = recipientOf({ seat, pseudonym, personId }, people.get(personId), witnesses);
    return [{ personId, recipient, gates: theirs.map(({ gate }) => gate) }];
  });
}

/** Messages of this kind to one person about one session, at the most. */
const mostRounds = 30;

/** Tells whoever has something new to do; what was done meanwhile is only remembered. */
export function turnStep(
  before: readonly Turned[],
  waiting: readonly Waiting[],
  door: Door,
  now: Instant,
): { readonly turned: readonly Turned[]; readonly drafts: readonly Draft[] } {
  const drafts: Draft[] = [];
  const told = waiting.map(({ personId, recipient, gates }): Turned => {
    const last = before.find((each) => each.personId === personId);
    const isNew = gates.some((gate) => last?.gates.includes(gate) !== true);
    const round = last?.round ?? 0;
    const { seat, pseudonym } = recipient;
    const same = last !== undefined && !isNew && last.gates.length === gates.length;
    if (same) return last;
    const next = { seat, pseudonym, personId, gates, since: last?.since ?? now, round };
    if (!isNew || round >= mostRounds) return next;
    const variant = String(round + 1);
    drafts.push({ kind: 'your-turn', recipient, span: whenOf(door), sequence: 0, variant, dueAt: now });
    return { ...next, since: now, round: round + 1 };
  });
  // Whoever has nothing to do any more is remembered, so that the next message to them is another one.
  const done = before
    .filter((each) => !waiting.some(({ personId }) => personId === each.personId))
    .map((each) => (each.gates.length === 0 ? each : { ...each, gates: [] }));
  return { turned: [...told, ...done], drafts };
}

/** What of somebody's is chased by the common message, and by when the first of it is to be open. */
export function chasedOf(
  { gates }: Pick<Waiting, 'gates'>,
  door: Door,
): { readonly deadline: Instant } | undefined {
  const common = gates.filter((gate) => !chasedGates.some((each) => each.gate === gate));
  const deadline = common.map((gate) => dueBy(gate, door)).toSorted()[0];
  return deadline === undefined ? undefined : { deadline };
}
