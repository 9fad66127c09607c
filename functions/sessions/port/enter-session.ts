import {
  filePartition,
  memberKey,
  parseFile,
  parseMember,
  type CaseFile,
  type Member,
} from '../../cases/port/membership.ts';
import { isCounsel, type Role, type Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Key, Store } from '../../shared/store/store.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import { canHaveSeat, doorKey, isConfidential, parseDoor, type Door } from './door.ts';

/**
 * The one way into a session for somebody with an account: whatever is asked about it, and in whatever capability. Whoever
 * is not of its case, and in a confidential session whoever has no seat, is answered as if it were not there, after the
 * same work. Why it is so: infra/decisions/one-way-into-a-session.md.
 */

/** A session as one of its case found it. */
export interface Entered {
  readonly door: Door;
  /** The one who asks, as a member of the case. */
  readonly self: Member;
  /** Whatever else was read. */
  readonly found: Found;
}

export interface Reads {
  /** Read beside the door. */
  readonly first?: readonly Key[];
  /** Read beside the membership, once it is known what the session is. */
  readonly next?: (door: Door, found: Found) => readonly Key[];
  /** Counsel enters too whose client sits there without them: for what they may read afterwards, and for nothing else. */
  readonly forClient?: true;
}

/**
 * Two rounds of reads.
 * @throws {Refusal} `not-found` alike for a session that is not there and for whoever must not know of it; `not-your-role`
 * for a member whose role has changed since
 */
export async function enterSession(
  store: Store,
  sessionId: string,
  staff: Staff,
  { first = [], next, forClient }: Reads = {},
): Promise<Entered> {
  const before = await readByKey(store, [doorKey(sessionId), ...first]);
  const door = doorIn(before, sessionId);
  const own = memberKey(door?.caseId ?? sessionId, staff.personId);
  const more = keysOr(() => (door === undefined ? [] : (next?.(door, before) ?? [])));
  const found = await readByKey(store, [own, ...('keys' in more ? more.keys : [])], before);
  const self = found(own);
  const entered = assertEnters(door, self === undefined ? undefined : parseMember(self), staff, forClient);
  if ('fault' in more) throw more.fault;
  return { ...entered, found };
}

/** What speaks against the request must not be told to whoever may not know of the session, so it waits for the check. */
function keysOr(keys: () => readonly Key[]): { readonly keys: readonly Key[] } | { readonly fault: unknown } {
  try {
    return { keys: keys() };
  } catch (fault) {
    return { fault };
  }
}

/** The same with the whole file of the case. */
export async function enterSessionWithFile(
  store: Store,
  sessionId: string,
  staff: Staff,
  first: readonly Key[] = [],
): Promise<Entered & { readonly file: CaseFile }> {
  const found = await readByKey(store, [doorKey(sessionId), ...first]);
  const door = doorIn(found, sessionId);
  const items = await queryAll(store, 'cases', filePartition(door?.caseId ?? sessionId));
  const file = parseFile(items, staff.personId);
  return { ...assertEnters(door, file.self, staff), file, found };
}

/** There are as many rounds for a session that is not there as for one that is. */
function doorIn(found: Found, sessionId: string): Door | undefined {
  const item = found(doorKey(sessionId));
  return item === undefined ? undefined : parseDoor(item);
}

/** The check itself. */
function assertEnters(
  door: Door | undefined,
  self: Member | undefined,
  staff: Staff,
  forClient?: true,
): Pick<Entered, 'door' | 'self'> {
  const isShown = (to: Door, as: Member) =>
    isShownTo(to, staff) || interprets(to, as, staff) || (forClient === true && clientSits(to, as));
  if (door === undefined || self === undefined || !isShown(door, self)) throw new Refusal('not-found');
  if (self.role !== staff.role) throw new Refusal('not-your-role');
  return { door, self };
}

/** Who knows of the sessions in which they have a seat, and of nothing else of the case. */
const bySeatAlone: readonly Role[] = [
  'defence-counsel',
  'victim-counsel',
  'custody-officer',
  'technician',
  'interpreter',
];

/** Whether somebody of this role sees no more of a session than that they have a seat in it. */
export const isBoundToSeat = (role: Role): boolean => bySeatAlone.includes(role);

/** Whether a member of the case may know of the session at all. */
export const isShownTo = (door: Door, { personId, role }: Pick<Staff, 'personId' | 'role'>): boolean =>
  hasSeat(door, personId) || !(isConfidential(door) || isBoundToSeat(role));

/** Whoever interprets has a seat that the door knows by a pseudonym alone, and of what is only held nobody is told. */
const interprets = ({ seats, status }: Door, self: Member, { role }: Pick<Staff, 'role'>): boolean =>
  role === 'interpreter' &&
  status !== 'held' &&
  seats.some(({ seat, pseudonym }) => seat === 'interpreter' && pseudonym === self.pseudonym);

export const hasSeat = ({ seats }: Pick<Door, 'seats'>, viewerId: string): boolean =>
  seats.some(({ personId }) => personId === viewerId);

/**
 * Whether somebody's client has a seat, in a session of a kind in which counsel can have one, and no mere hold, of which nobody is
 * told. Of what prepares a witness, and of an investigation, counsel learns nothing by that.
 */
export const clientSits = (door: Door, self: Pick<Member, 'role' | 'for'> | undefined): boolean =>
  self?.for !== undefined &&
  isCounsel(self.role) &&
  canHaveSeat(door, self.role) &&
  door.status !== 'held' &&
  door.seats.some(({ pseudonym }) => pseudonym === self.for);
