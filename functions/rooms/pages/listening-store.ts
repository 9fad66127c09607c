import * as z from 'zod';
import { role } from '../../shared/access/roles.ts';
import type { Change, Key } from '../../shared/store/store.ts';
import { hashOf } from '../invitations/invitation.ts';
import { listenersItem, longestSocket, type Listeners } from './listeners.ts';
import { roomKey, seconds } from '../store.ts';

/** The items by which pages are told to look again: tickets, of which only hashes are here, and who listens. */

const table = 'rooms';
/** Milliseconds for which a ticket is good: it is used at once. */
const ticketGood = 30_000;

const ticketItem = z.object({
  sessionId: z.string(),
  seat: role,
  pseudonym: z.string(),
  holder: z.string(),
  /** In milliseconds since 1970. */
  goodUntil: z.int(),
  usedAt: z.string().optional(),
});
export type Ticket = z.infer<typeof ticketItem>;

export const ticketKey = (ticket: string): Key => ({ table, pk: `ticket#${hashOf(ticket)}`, sk: 'ticket' });

export const parseTicket = (item: unknown): Ticket | undefined =>
  item === undefined ? undefined : ticketItem.parse(item);

export function putTicket(ticket: string, of: Omit<Ticket, 'goodUntil' | 'usedAt'>, now: Date): Change {
  const { pk, sk } = ticketKey(ticket);
  const goodUntil = now.getTime() + ticketGood;
  const expiresAt = seconds(new Date(goodUntil)) + 60;
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...of, goodUntil, expiresAt },
    when: 'absent',
    onRefused: 'retry',
  };
}

/** A ticket is used once, by whoever writes this first. */
export const useOfTicket = (ticket: string, { sessionId }: Ticket, now: Date): Change => ({
  kind: 'update',
  key: ticketKey(ticket),
  set: { usedAt: now.toISOString() },
  when: { sessionId, usedAt: undefined },
  onRefused: 'retry',
});

export const listenersStart = 'listeners#';

export const listenersKey = ({ sessionId, pseudonym }: Pick<Listeners, 'sessionId' | 'pseudonym'>): Key => ({
  table,
  pk: roomKey(sessionId).pk,
  sk: `${listenersStart}${pseudonym}`,
});

export const parseListeners = (item: unknown): Listeners | undefined =>
  item === undefined ? undefined : listenersItem.parse(item);

/** Who listens by a seat next, only over what was read; kept for as long as its latest socket can last. */
export function putListeners(before: Listeners, after: Listeners, now: Date): Change {
  const { pk, sk } = listenersKey(before);
  const expiresAt = seconds(new Date(now.getTime() + longestSocket)) + 3600;
  return {
    kind: 'put',
    table,
    item: { ...after, pk, sk, version: before.version + 1, expiresAt },
    when: before.version === 0 ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}
