import * as z from 'zod';
import { Refusal } from '../shared/refusals.ts';
import type { Change, Item, Key } from '../shared/store/store.ts';
import { instant } from '../shared/values/instants.ts';
import { interpretingMode, type InterpretingMode } from '../shared/values/interpreting.ts';
import type { Commitment } from '../custody/port/disclosure.ts';
import { part, sessionKind } from './proposal/contract.ts';
import { doorKey, type Door } from './port/door.ts';
import type { Roster } from './port/roster.ts';
import type { Session } from './model/session.ts';
import { areInPlace } from './own-list/lines.ts';
/**
 * How sessions lie in their table: one partition for each session (what it is, its door, its roster), one for each
 * calendar (its week pages), and one for each case (a line for each of its sessions, by start). A session and its line
 * are written only together with its door, so the door's version guards all of them.
 */

const table = 'sessions';
const partition = (sessionId: string): string => `session#${sessionId}`;

const sessionItem = z.object({
  sessionId: z.string(),
  caseId: z.string(),
  kind: sessionKind,
  mode: interpretingMode.optional(),
  /** Of a trial that takes several sessions: the series that this one is of. */
  series: z.string().optional(),
  sequence: z.number().int(),
  start: instant,
  end: instant,
  venue: z.strictObject({ zone: z.string(), local: z.string(), offset: z.string(), zoneTable: z.string() }),
  days: z
    .array(
      z.strictObject({
        local: z.string(),
        offset: z.string(),
        start: instant,
        segments: z.array(part).min(1),
      }),
    )
    .min(1),
});

export const sessionKey = (sessionId: string): Key => ({ table, pk: partition(sessionId), sk: 'session' });
export const rosterKey = (sessionId: string): Key => ({ table, pk: partition(sessionId), sk: 'roster' });
export const sessionsOf = (caseId: string): string => `case#${caseId}`;
export const linePrefix = 'session#';

const lineKey = ({ caseId, start, sessionId }: Session): Key => ({
  table,
  pk: sessionsOf(caseId),
  sk: `${linePrefix}${start}#${sessionId}`,
});

/**
 * Every session once more by the month in which it starts, with the release of the zone table that it goes by: so all that
 * is still to come can be gone through when the clocks of a State change.
 */
export const monthPartition = (month: string): string => `month#${month}`;

const monthKey = ({ start, sessionId }: Session): Key => ({
  table,
  pk: monthPartition(start.slice(0, 7)),
  sk: `${start}#${sessionId}`,
});

const monthLine = z.object({
  sessionId: z.string(),
  zoneTable: z.string(),
  /**
   * Whether nothing is left to be done: the session stands on people's own lists, in their right month, and on no page that it
   * has left. Older lines do not say: theirs are to be looked at yet.
   */
  listed: z.boolean().default(false),
});
export const parseMonthLine = (item: Item) => ({
  ...monthLine.parse(item),
  start: item.sk.slice(0, item.sk.lastIndexOf('#')),
});
type Unfinished = Pick<Roster, 'listed' | 'listedIn' | 'leaves'>;

/** Whether something of a change is still to follow it; see finish-sessions.ts. */
export const isUnfinished = (session: Session, roster: Unfinished): boolean =>
  !areInPlace({ session, roster }) || (roster.leaves ?? []).length > 0;

const monthFields = (session: Session, roster: Unfinished) => ({
  sessionId: session.sessionId,
  zoneTable: session.venue.zoneTable,
  listed: !isUnfinished(session, roster),
});

/** @throws {Refusal} `not-found` where there is no such session */
export function parseSession(item: unknown): Session {
  if (item === undefined) throw new Refusal('not-found');
  return sessionItem.parse(item);
}

const putNew = ({ pk, sk }: Key, fields: object): Change => ({
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
  putNew(lineKey(session), session),
  putNew(monthKey(session), monthFields(session, roster)),
];

/**
 * The session at another time, and its line where it now belongs.
 * @param roster as it then is
 * @param venue opens the commitment of the entry about the change
 */
export const putMoved = (before: Session, after: Session, roster: Roster, venue: Commitment): Change[] => {
  return [
    {
      kind: 'update',
      key: sessionKey(after.sessionId),
      set: {
        sequence: after.sequence,
        start: after.start,
        end: after.end,
        venue: after.venue,
        days: after.days,
        disclosures: { venue: venue.disclosure },
      },
      when: { sequence: before.sequence },
      onRefused: 'retry',
    },
    ...lineMoved(lineKey(before), lineKey(after), after),
    ...lineMoved(monthKey(before), monthKey(after), monthFields(after, roster)),
  ];
};

/** How is interpreted, in the session and in its line. The door moves in the same transaction. */
export const putMode = (session: Session, mode: InterpretingMode): Change[] => [
  {
    kind: 'update',
    key: sessionKey(session.sessionId),
    set: { mode },
    when: { sequence: session.sequence },
    onRefused: 'retry',
  },
  ...lineMoved(lineKey(session), lineKey(session), { ...session, mode }),
];

/** A line where it now belongs, and no longer where it was. */
function lineMoved(from: Key, to: Key, fields: object): Change[] {
  if (from.pk !== to.pk || from.sk !== to.sk)
    return [putNew(to, fields), { kind: 'delete', key: from, onRefused: 'retry' }];
  return [
    {
      kind: 'put',
      table,
      item: { ...placeOf(to), ...fields },
      when: 'present',
      onRefused: 'retry',
    },
  ];
}

/** The same session at the same instants, by another release of the zone table. */
export const stampClocks = (session: Session, roster: Unfinished, zoneTable: string): Change[] => {
  const after = { ...session, venue: { ...session.venue, zoneTable } };
  return [
    {
      kind: 'update',
      key: sessionKey(session.sessionId),
      set: { venue: after.venue },
      when: { sequence: session.sequence },
      onRefused: 'retry',
    },
    ...lineMoved(lineKey(session), lineKey(after), after),
    ...lineMoved(monthKey(session), monthKey(after), monthFields(after, roster)),
  ];
};

/** Whether a change leaves something to be finished. */
export const tellsUnfinished = (change: Change): boolean =>
  change.kind === 'put' && change.item.pk.startsWith(monthPartition('')) && change.item['listed'] === false;

/** Says in the list of all that is to come whether something of the session is unfinished. */
export const markFinished = (session: Session, roster: Roster): Change[] =>
  lineMoved(monthKey(session), monthKey(session), monthFields(session, roster));

/** That a session is of a series, or of none any more. Its door moves with it, as with any change of it. */
export const setSeries = (session: Session, series: string | undefined): Change[] => [
  {
    kind: 'update',
    key: sessionKey(session.sessionId),
    set: { series },
    when: { sequence: session.sequence },
    onRefused: 'retry',
  },
  ...lineMoved(lineKey(session), lineKey(session), { ...session, series }),
];

/** Opens the commitment of an entry about rooms. */
export const putRooms = (sessionId: string, entryId: string, rooms: Commitment): Change =>
  putNew(
    { table, pk: partition(sessionId), sk: `rooms#${entryId}` },
    { disclosures: { rooms: rooms.disclosure } },
  );

/** Opens what an entry about a gate that was set aside holds sealed: why, in words. */
export const putWords = (
  sessionId: string,
  entryId: string,
  disclosures: Readonly<Record<'words', string>>,
): Change => putNew({ table, pk: partition(sessionId), sk: `aside#${entryId}` }, { disclosures });

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
/** Most changes of one transaction, less the record of the request. */
export const mostChanges = 99;

/**
 * @throws {Refusal} `time-not-possible` where a session with so many people, rooms and weeks cannot be written at once:
 * it must be booked as several
 */
export function atOnce(changes: readonly Change[]): readonly Change[] {
  if (changes.length > mostChanges)
    throw new Refusal('time-not-possible', {}, [
      { pointer: '/days', message: 'This is too much for one session: book it as several.' },
    ]);
  return changes;
}
