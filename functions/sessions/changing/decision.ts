import type { Change } from '../../shared/store/store.ts';
import { newId, type RandomBytes } from '../../shared/values/ids.ts';
import type { Member } from '../../cases/port/membership.ts';
import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { prepareAppend } from '../../custody/port/append.ts';
import { commitment, SALT_BYTES, type Commitment } from '../../custody/port/disclosure.ts';
import { syncSoon } from '../../notices/port/sync-soon.ts';
import type { KnownSession } from './loaded-session.ts';
import { checkDoor, moveDoor, type Door, type DoorMove } from '../port/door.ts';
import type { Roster } from '../port/roster.ts';
import type { Session } from '../model/session.ts';
import { linesMoved } from '../own-list/lines.ts';
import { atOnce, mostChanges, putMoved, putSession } from '../store.ts';
import { fitted } from './fitted.ts';

/** What a change of a session comes to. Its one transaction is made of it, and of nothing else. */
export interface Decision {
  /** How the door moves; it is only held as it was read unless it does. */
  readonly door?: DoorMove;
  /** The session at another time. */
  readonly moved?: AtVenue;
  /** Who is booked then, where that changes. */
  readonly roster?: Roster;
  /** What is taken and given back on calendars, and whatever else changes with it. */
  readonly changes?: readonly Change[];
  readonly entry: (by: EntryBy) => DeclaredEntry;
}

/** A session, and what opens the commitment to its venue that the entry holds. */
export interface AtVenue {
  readonly session: Session;
  readonly venue: Commitment;
}

/** A session that begins. */
export interface Beginning extends AtVenue {
  readonly door: Door;
  readonly roster: Roster;
  readonly changes: readonly Change[];
  readonly entry: (by: EntryBy) => DeclaredEntry;
}

/** Who acts, and when. */
export interface Act extends Pick<EntryBy, 'entryId' | 'actor' | 'authority'> {
  readonly now: Date;
  readonly randomBytes: RandomBytes;
}

/** What a member of the case does, by the role that the case knows. */
export const actBy = ({ role, pseudonym }: Member, now: Date, randomBytes: RandomBytes): Act => ({
  entryId: newId(randomBytes),
  actor: { role, pseudonym },
  authority: { kind: 'role', ref: role },
  now,
  randomBytes,
});

/**
 * The transaction of a change: the door, what changes beside it, and the entry. Where the door moves the roster is held
 * too, so that nobody is booked while everybody is released. What is only given back on calendars may follow it.
 * @throws {Refusal} `time-not-possible` where it is too much for one transaction; `room-ended` when the log is sealed
 */
export function changesOf(
  known: KnownSession,
  { door: move, moved, roster, changes = [], entry }: Decision,
  act: Act,
): readonly Change[] {
  const { session, door } = known;
  return fitted(
    known,
    { moved: moved?.session, roster },
    changes,
    (after) => [
      ...(move === undefined
        ? [checkDoor(door)]
        : [moveDoor(door, move), ...toldSoon(session, door, { ...door, ...move }, act)]),
      ...(moved === undefined ? [] : putMoved(session, moved.session, after, moved.venue)),
      ...logged(known, entry, act),
    ],
    act.now,
  );
}

/** The transaction of a beginning: there is nothing yet that could be held, and no head of a log to go on from. */
export function changesOfBeginning(
  { session, venue, door, roster, changes, entry }: Beginning,
  act: Act,
): readonly Change[] {
  const whole = (booked: Roster): readonly Change[] => [
    ...putSession(session, door, booked, venue),
    ...linesMoved(undefined, { session, roster: booked }),
    ...toldSoon(session, door, door, act),
    ...changes,
    ...logged({ session, head: undefined }, entry, act),
  ];
  const all = whole(roster);
  // On people's lists it stands a moment later, where it is too much for once.
  return atOnce(all.length <= mostChanges ? all : whole({ ...roster, listedIn: '' }));
}

/** Of what was and is no more than held nobody is told. */
const toldSoon = ({ sessionId }: Session, before: Door, after: Door, { now }: Act): readonly Change[] =>
  before.status === 'held' && after.status === 'held' ? [] : [syncSoon(sessionId, now)];

function logged(
  { session: { sessionId, caseId }, head }: Pick<KnownSession, 'session' | 'head'>,
  entry: Decision['entry'],
  { entryId, actor, authority, now }: Act,
): readonly Change[] {
  const whole = entry({
    entryId,
    actor,
    authority,
    subject: { kind: 'session', ref: sessionId },
    occurredAt: now.toISOString(),
  });
  return prepareAppend({ logId: sessionId, caseId, head, entries: [whole], recordedAt: now }).changes;
}

/** The venue's zone can tell who is near whom, so the log holds it sealed. */
export function atVenue(session: Session, randomBytes: RandomBytes): AtVenue {
  const { zone, local, offset } = session.venue;
  const text = JSON.stringify({ zone, local, offset });
  return { session, venue: commitment('venue', text, randomBytes(SALT_BYTES)) };
}
