import type { Member } from '../../cases/port/membership.ts';
import { headKey, parseHead, prepareAppend } from '../../custody/port/append.ts';
import type { GateState } from '../../sessions/port/door-gates.ts';
import { checkDoor, setGate } from '../../sessions/port/door.ts';
import type { Entered } from '../../sessions/port/enter-session.ts';
import type { Change } from '../../shared/store/store.ts';
import { newId, type RandomBytes } from '../../shared/values/ids.ts';
import { rehearsalMoved } from '../actions.ts';

/** What happened to the gate, by an entry of the case's log. */
interface Moved {
  readonly to: GateState;
  readonly setAside?: true;
  /** Leaf hash of the entry in the case's log, in base64. */
  readonly caseEntry: string;
}

/**
 * The door with its gate as it stands now, and an entry in the session's log that it moved; where it stays as it is, the door is
 * held as it was read.
 */
export function moveRehearsal(
  {
    door,
    self,
    found,
  }: Pick<Entered, 'door' | 'found'> & { readonly self: Pick<Member, 'role' | 'pseudonym'> },
  { to, setAside, caseEntry }: Moved,
  now: Date,
  randomBytes: RandomBytes,
): readonly Change[] {
  if (door.gates.rehearsal === to) return [checkDoor(door)];
  const { sessionId, caseId } = door;
  const entry = rehearsalMoved.entry({
    entryId: newId(randomBytes),
    actor: { role: self.role, pseudonym: self.pseudonym },
    authority: { kind: 'role', ref: self.role },
    subject: { kind: 'session', ref: sessionId },
    occurredAt: now.toISOString(),
    details: { state: to, setAside, caseEntry },
  });
  const head = parseHead(found(headKey(sessionId)));
  const log = prepareAppend({ logId: sessionId, caseId, head, entries: [entry], recordedAt: now });
  return [setGate(door, 'rehearsal', to), ...log.changes];
}
