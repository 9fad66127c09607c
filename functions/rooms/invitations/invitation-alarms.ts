import type { Context } from '../../shared/http/call.ts';
import { commit } from '../../shared/store/commit.ts';
import type { Change, Store } from '../../shared/store/store.ts';
import type { Seat } from '../../sessions/port/door.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { invitationSecondDevice, invitationTriedOut } from '../actions.ts';
import { alarmed } from '../room.ts';
import { areUsedUp } from './invitation.ts';
import {
  readSnapshotWithoutSeat,
  stepChanges,
  subjectSeat,
  type Snapshot,
  type StepEntry,
} from '../snapshot.ts';
import {
  invitationKey,
  inviteeKey,
  parseInvitation,
  parseInvitee,
  parseTries,
  triesKey,
  type Invitation,
  type Tries,
} from '../store.ts';

/** What those who run a session are told of an invitation that is in wrong hands. No device is touched by it. */

/** Somebody with link and PIN on a second device: entered, and whoever runs the session is to take note. */
export const enterSecondDevice = (context: Context, secretHash: string, now: Date): Promise<void> =>
  enter(context, secretHash, ({ snapshot, me }) => {
    const entry: StepEntry = (acting) =>
      invitationSecondDevice.entry({ ...acting, authority: { kind: 'invitation', ref: 'second device' } });
    const at = { now, randomBytes: context.randomBytes };
    const { seat, pseudonym } = me;
    const met = { kind: 'second-device', at: parseInstant(now.toISOString()), seat, pseudonym } as const;
    return stepChanges({ ...snapshot, me }, { room: alarmed(snapshot.room, met), entries: [entry] }, at);
  });

/**
 * Enters once that the last try with a link was used up, and marks the invitation, by which the pages tell its holder and
 * the clerk. Where that failed, the next try with the link does it.
 */
export async function enterTriedOut(context: Context, secretHash: string, now: Date): Promise<void> {
  // As much work for a link that nobody made.
  const known = await look(context.store, secretHash);
  if (known.tries === undefined || !areUsedUp(known.tries)) return;
  if (known.invitation === undefined || known.invitation.triedOutAt !== undefined) return;
  await enter(context, secretHash, ({ snapshot, me, invitation, tries }) => {
    if (tries === undefined || invitation.triedOutAt !== undefined) return [];
    const { sessionId, pseudonym, state } = invitation;
    const entry: StepEntry = (acting) =>
      invitationTriedOut.entry({
        ...acting,
        authority: { kind: 'rule', ref: 'tries of an invitation' },
        subject: subjectSeat(me),
        details: { tries: tries.inAll, redeemed: state === 'redeemed' },
      });
    const mark: Change = {
      kind: 'update',
      key: invitationKey(sessionId, pseudonym),
      set: { triedOutAt: now.toISOString() },
      when: { secretHash, triedOutAt: undefined },
      onRefused: 'retry',
    };
    const at = { now, randomBytes: context.randomBytes };
    return stepChanges(snapshot, { room: snapshot.room, entries: [entry], changes: [mark] }, at);
  });
}

interface Looked {
  /** Undefined for a link that nobody made, or in place of which there is another. */
  readonly invitation: Invitation | undefined;
  readonly tries: Tries | undefined;
}

async function look(store: Store, secretHash: string): Promise<Looked> {
  const [inviteeItem, triesItem] = await store.get([inviteeKey(secretHash), triesKey(secretHash)]);
  const invitee = parseInvitee(inviteeItem);
  const [item] = await store.get([
    invitationKey(invitee?.sessionId ?? 'nobody', invitee?.pseudonym ?? 'nobody'),
  ]);
  const invitation = parseInvitation(item);
  return {
    invitation: invitation?.secretHash === secretHash ? invitation : undefined,
    tries: parseTries(triesItem),
  };
}

interface Known {
  readonly snapshot: Omit<Snapshot, 'me'>;
  readonly invitation: Invitation;
  readonly tries: Tries | undefined;
  /** Whom it invites. */
  readonly me: Seat;
}

/** Nothing is entered of a link that nobody made, or whose seat is somebody else's by now. */
async function enter(
  context: Context,
  secretHash: string,
  decide: (known: Known) => readonly Change[],
): Promise<void> {
  const { store } = context;
  await commit(context, async () => {
    const nothing = { changes: [], answer: undefined };
    const { invitation, tries } = await look(store, secretHash);
    if (invitation === undefined) return nothing;
    const snapshot = await readSnapshotWithoutSeat(store, invitation.sessionId);
    const me = snapshot.door.seats.find(({ pseudonym }) => pseudonym === invitation.pseudonym);
    return me === undefined
      ? nothing
      : { changes: decide({ snapshot, invitation, tries, me }), answer: undefined };
  });
}
