import * as z from 'zod';
import type { Member } from '../../cases/port/membership.ts';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { addMinutes, instantOf } from '../../shared/values/instants.ts';
import type { Session } from '../model/session.ts';
import { gateNames, gates, onlyOf } from '../port/gates.ts';
import { kinds, needsGate, type SessionKind } from '../port/kinds.ts';
import { readersAmong, type Booking, type Roster } from '../port/roster.ts';

/**
 * Everybody's own list: a partition for each person, with a line for each session that they have a seat in or have a gate
 * of to open, by the month in which it ends. A line says which session and nothing else: whether it may be shown, and what
 * of it, its door says when the list is read. Lines are written only together with the roster, which knows whose list the
 * session stands on.
 */

const table = 'sessions';

/** Days back from which a list is read, at the least. */
const readBack = 31;

export const ownPartition = (personId: string): string => `person#${personId}`;

const monthOf = ({ end }: Pick<Session, 'end'>): string => end.slice(0, 7);

/** The month in which the lines of a session stand: that in which it ends, unless it has just moved out of another. */
const monthOfLines = ({ session, roster: { listedIn } }: Listing): string => listedIn ?? monthOf(session);

const ownLineKey = (personId: string, month: string, sessionId: string): Key => ({
  table,
  pk: ownPartition(personId),
  sk: `${month}#${sessionId}`,
});

/** What of a list is read at a moment: all that is to come, and the last month. */
export const ownLinesFrom = (now: Date): { readonly from: string; readonly to: string } => ({
  from: addMinutes(instantOf(now.getTime()), -readBack * 24 * 60).slice(0, 7),
  to: '\uffff',
});

const ownLine = z.object({ sessionId: z.string() });
export const parseOwnLine = (item: Item) => ownLine.parse(item);

/**
 * On whose list a new session stands: of those with an account everybody who is booked, and whoever of the case has a gate of
 * it to open without a seat in it.
 * @param file of the case: its members, and who holds contact with those who are heard
 */
export function listedFor(
  kind: SessionKind,
  booked: readonly Booking[],
  { members, holders }: { readonly members: readonly Member[]; readonly holders: readonly string[] },
): readonly string[] {
  const seats = booked.map(({ seat }) => seat);
  const needed = gateNames.filter((gate) => needsGate(kind, seats, gate));
  const opens = ({ role, personId }: Member) =>
    needed.some((gate) => {
      if (gates[gate].turn !== role) return false;
      const only = onlyOf(gate);
      return only === 'holder' ? holders.includes(personId) : only !== undefined || !seats.includes(role);
    });
  const beside = kinds[kind].confidential ? [] : members.filter(opens);
  return [...new Set([...readersAmong(booked), ...beside.map(({ personId }) => personId)])];
}

interface Listing {
  readonly session: Pick<Session, 'sessionId' | 'end'>;
  readonly roster: Pick<Roster, 'listed' | 'listedIn'>;
}

/** The roster of a session that ends in another month: its lines stay where they are, and follow (`finish-sessions.ts`). */
export function leftInMonth(roster: Roster, before: Listing['session'], after: Listing['session']): Roster {
  const { listedIn: _, ...rest } = roster;
  const stand = monthOfLines({ session: before, roster });
  return stand === monthOf(after) ? rest : { ...rest, listedIn: stand };
}

/** Whether the lines stand where they belong. */
export const areInPlace = ({ session, roster }: Listing): boolean =>
  roster.listed !== undefined && monthOfLines({ session, roster }) === monthOf(session);

/** What a change of a session does to people's lists. */
export function linesMoved(before: Listing | undefined, after: Listing): readonly Change[] {
  const had = linesOf(before);
  const has = linesOf(after);
  const gone = [...had].filter(([sk]) => !has.has(sk));
  const come = [...has].filter(([sk]) => !had.has(sk));
  return [
    ...gone.map(([, key]): Change => ({ kind: 'delete', key, onRefused: 'retry' })),
    ...come.map(([, { pk, sk }]): Change => ({
      kind: 'put',
      table,
      item: { pk, sk, sessionId: after.session.sessionId },
      onRefused: 'retry',
    })),
  ];
}

function linesOf(listing: Listing | undefined): ReadonlyMap<string, Key> {
  const month = listing === undefined ? '' : monthOfLines(listing);
  if (listing === undefined || month === '') return new Map();
  return new Map(
    (listing.roster.listed ?? []).map((personId) => {
      const key = ownLineKey(personId, month, listing.session.sessionId);
      return [`${key.pk} ${key.sk}`, key];
    }),
  );
}
