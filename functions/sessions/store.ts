import * as z from 'zod';
import { Refusal } from '../shared/refusals.ts';
import type { Change, Item, Key } from '../shared/store/store.ts';
import { instant } from '../shared/values/instants.ts';
import type { Commitment } from '../custody/disclosure.ts';
import { doorKey, type Door } from './door.ts';
import type { PageName, Roster } from './roster.ts';
import type { Session } from './session.ts';
import type { Page } from './week-pages.ts';

/**
 * How sessions lie in their table: one partition for each session (what it is, its door, its roster), one for each
 * calendar (its week pages), and one for each case (a line for each of its sessions, by start).
 */

const table = 'sessions';
const partition = (sessionId: string): string => `session#${sessionId}`;

const sessionItem = z.object({
  sessionId: z.string(),
  caseId: z.string(),
  kind: z.literal('interview'),
  start: instant,
  end: instant,
  venue: z.strictObject({ zone: z.string(), local: z.string(), offset: z.string(), zoneTable: z.string() }),
});

export const sessionKey = (sessionId: string): Key => ({ table, pk: partition(sessionId), sk: 'session' });
export const rosterKey = (sessionId: string): Key => ({ table, pk: partition(sessionId), sk: 'roster' });
export const sessionsOf = (caseId: string): string => `case#${caseId}`;

/** @throws {Refusal} `not-found` where there is no such session */
export function parseSession(item: unknown): Session {
  if (item === undefined) throw new Refusal('not-found');
  return sessionItem.parse(item);
}

const putNew = ({ pk, sk }: Omit<Key, 'table'>, fields: object): Change => ({
  kind: 'put',
  table,
  item: { pk, sk, ...fields },
  when: 'absent',
  onRefused: 'retry',
});

/** @param venue opens what the custody entry holds of the venue only as a commitment */
export const putSession = (session: Session, door: Door, roster: Roster, venue: Commitment): Change[] => [
  putNew(sessionKey(session.sessionId), { ...session, disclosures: { venue: venue.disclosure } }),
  putNew(doorKey(session.sessionId), door),
  putNew(rosterKey(session.sessionId), roster),
  putNew({ pk: sessionsOf(session.caseId), sk: `session#${session.start}#${session.sessionId}` }, session),
];

export const moveRoster = (roster: Roster): Change => ({
  kind: 'put',
  table,
  item: { ...placeOf(rosterKey(roster.sessionId)), ...roster },
  when: { version: roster.version - 1 },
  onRefused: 'retry',
});

/** Holds the roster as it was read: nobody is booked while everybody is released. */
export const holdRoster = ({ sessionId, version }: Roster): Change => ({
  kind: 'check',
  key: rosterKey(sessionId),
  when: { version },
  onRefused: 'retry',
});

const placeOf = ({ pk, sk }: Key) => ({ pk, sk });

export const pageKey = ({ calendar, week }: PageName): Key => ({
  table,
  pk: `calendar#${calendar}`,
  sk: `week#${week}`,
});

const pageItem = z.object({
  version: z.number().int(),
  taken: z.array(z.strictObject({ start: instant, end: instant, sessionId: z.string() })),
});

/** A page that was never written is an empty one. */
export const parsePage = ({ calendar, week }: PageName, item: Item | undefined): Page => ({
  calendar,
  week,
  ...(item === undefined ? { version: 0, taken: [] } : pageItem.parse(item)),
});

/** The pages of these names, from what was read for them, in the same order. */
export const parsePages = (names: readonly PageName[], items: readonly (Item | undefined)[]): Page[] =>
  names.map((name, index) => parsePage(name, items[index]));

/** Writes a page as changed by `reserve` or `release`: only over the version that was read. */
export const putPage = (page: Page): Change => {
  const { version, taken } = page;
  return {
    kind: 'put',
    table,
    item: { ...placeOf(pageKey(page)), version, taken },
    when: version === 1 ? 'absent' : { version: version - 1 },
    onRefused: 'retry',
  };
};
