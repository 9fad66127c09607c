import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { headKey, parseHead, prepareAppend } from '../../custody/port/append.ts';
import { fileFact } from '../../custody/port/file-fact.ts';
import {
  checkInRoom,
  inRoomKey,
  isIn,
  isInUse,
  parseInRoom,
  presidingIn,
  type InRoom,
} from '../../rooms/port/in-room.ts';
import { assertInWindow, assertLive, checkDoor, type Door, type Seat } from '../../sessions/port/door.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Call } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Change, Key } from '../../shared/store/store.ts';
import { newId } from '../../shared/values/ids.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import { enterSeated } from '../enter.ts';
import { parseShown, putShown, shownKey, tell, type Shown, type Showing } from '../store.ts';
import { audience } from './showing.ts';

/** What is shown in a session, for somebody who is in its room. */
export interface InCourt {
  readonly door: Door;
  readonly room: InRoom;
  readonly me: Seat;
  readonly shown: Shown;
  readonly found: Found;
  /** On whose word a clerk acts. */
  readonly word: { readonly onWordOf?: string };
}

export interface Step {
  /** What is shown after it; undefined: nothing. */
  readonly showing: Showing | undefined;
  readonly entry: (by: Pick<EntryBy, 'entryId' | 'actor' | 'authority' | 'occurredAt'>) => DeclaredEntry;
  /** Gives nothing and takes nothing: no pause waits for it. */
  readonly asFact?: true;
  readonly changes?: readonly Change[];
}

interface StepCall extends Pick<Call, 'now' | 'context' | 'commit'> {
  readonly actor: Staff;
  readonly params: { readonly sessionId: string };
}

/**
 * Whoever shows does so where it is seen: in the room, while it is open.
 * @throws {Refusal} those of `enterSeated`; `room-ended`; `outside-window`; `room-not-open`; `not-admitted`
 */
export async function enterCourt(
  { actor, params: { sessionId }, now, context: { store } }: Omit<StepCall, 'commit'>,
  more: readonly Key[] = [],
): Promise<InCourt> {
  const keys = [inRoomKey(sessionId), shownKey(sessionId), headKey(sessionId), ...more];
  const { door, me, found } = await enterSeated(store, sessionId, actor, keys);
  const room = parseInRoom(found(inRoomKey(sessionId)));
  assertLive(door);
  if (room.phase === 'ended') throw new Refusal('room-ended');
  assertInWindow(door, now);
  if (!isInUse(room)) throw new Refusal('room-not-open');
  if (!isIn(room, me.pseudonym)) throw new Refusal('not-admitted');
  const presiding = me.seat === 'clerk' ? presidingIn({ door, room }) : undefined;
  const word = presiding === undefined ? {} : { onWordOf: presiding.pseudonym };
  return { door, room, me, found, word, shown: parseShown(found(shownKey(sessionId)), sessionId) };
}

/** One step: what is shown, its entry, and that pages have something new, in one transaction that holds door and room. */
export function showingStep(
  call: StepCall,
  decide: (court: InCourt) => Step | undefined,
  more: readonly Key[] = [],
): Promise<{ readonly done: true }> {
  const { now, context, commit, params } = call;
  return commit(async () => {
    const court = await enterCourt(call, more);
    const step = decide(court);
    const answer = { done: true } as const;
    if (step === undefined) return { changes: [], answer };
    const { door, room, me, shown, found } = court;
    const entry = step.entry({
      entryId: newId(context.randomBytes),
      actor: { role: me.seat, pseudonym: me.pseudonym },
      authority: { kind: 'role', ref: me.seat },
      occurredAt: now.toISOString(),
    });
    const of = { logId: door.sessionId, caseId: door.caseId };
    const head = parseHead(found(headKey(params.sessionId)));
    const isMoved = step.showing !== shown.showing;
    // Whoever saw what was there, and whoever sees what is there now; the hand that did it too.
    const seeing = [...audience(door, room, shown.showing), ...audience(door, room, step.showing), me];
    const told = [...new Set(seeing.map(({ pseudonym }) => pseudonym))];
    return {
      changes: [
        checkDoor(door),
        checkInRoom(door.sessionId, room),
        ...(isMoved ? [putShown(shown, step.showing)] : []),
        tell(door.sessionId, told),
        ...(step.changes ?? []),
        ...(step.asFact === true
          ? [fileFact({ ...of, entry, filedAt: now })]
          : prepareAppend({ ...of, head, entries: [entry], recordedAt: now }).changes),
      ],
      answer,
    };
  });
}
