import { patiently } from '../../shared/http/patiently.ts';
import type { GuestRole, Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Change } from '../../shared/store/store.ts';
import { assertLive, isRunBy, seatNamed, type Door } from '../../sessions/port/door.ts';
import { checkCaseOpen } from '../../cases/port/case-state.ts';
import { caseKey, parseCase } from '../../cases/port/membership.ts';
import { invitationIssued } from '../actions.ts';
import type { issueInvitation as contract } from './contract.ts';
import { hashOf, newPin, newSecret, pinHashOf } from './invitation.ts';
import { vacated } from '../room.ts';
import { authorityOf, subjectSeat, type StepEntry } from '../snapshot.ts';
import { step } from '../step.ts';
import {
  deviceKey,
  invitationKey,
  invitationKeptUntil,
  inviteeKey,
  parseInvitation,
  type Invitation,
} from '../store.ts';
import type { RoomHandler } from '../handler.ts';

/** Who may invite whom: the witness is told by a support officer and nobody else; whoever runs the session calls the others. */
export const mayInvite = (door: Door, inviter: Role, guest: GuestRole): boolean =>
  guest === 'witness' ? inviter === 'support-officer' : isRunBy(door, { seat: inviter });

/**
 * Makes a link and a PIN for a seat. Any earlier invitation, and the device that used it, are out from this moment; if
 * that device is in the room, the others get a new room.
 */
export const issueInvitation: RoomHandler<typeof contract> = async (call, media) => {
  const { seat, language } = call.body;
  const { store, randomBytes } = call.context;
  // Whatever kind of session it is, a clerk learns nothing of hers.
  if (seat === 'witness' && call.actor.role === 'clerk') throw new Refusal('not-your-role');
  const secret = newSecret(randomBytes);
  const pin = newPin(randomBytes);
  const salt = Buffer.from(randomBytes(16)).toString('base64url');
  const pinHash = await pinHashOf(pin, salt);
  return step(
    patiently(call),
    media,
    async ({ door, room, me }) => {
      if (!mayInvite(door, me.seat, seat)) throw new Refusal('not-your-role');
      assertLive(door);
      const invited = seatNamed(door, call.body);
      if (invited === undefined) throw new Refusal('not-found');
      const { pseudonym } = invited;
      const [earlier, opened] = await store.get([
        invitationKey(door.sessionId, pseudonym),
        caseKey(door.caseId),
      ]);
      const open = checkCaseOpen(parseCase(opened));
      const next = vacated(room, pseudonym);
      const invitation: Invitation = {
        sessionId: door.sessionId,
        seat,
        language,
        pseudonym,
        secretHash: hashOf(secret),
        pinHash,
        salt,
        state: 'fresh',
        endsAt: door.closesAt,
      };
      const entry: StepEntry = (acting) =>
        invitationIssued.entry({
          ...acting,
          authority: authorityOf(call.actor),
          subject: subjectSeat(invited),
          details: { again: earlier !== undefined },
        });
      return {
        room: next,
        entries: [entry],
        changes: [open, ...invite(invitation, parseInvitation(earlier))],
      };
    },
    ({ door }) => ({ secret, pin, expiresAt: door.closesAt }),
  );
};

function invite(invitation: Invitation, earlier: Invitation | undefined): Change[] {
  const { sessionId, pseudonym, secretHash } = invitation;
  const expiresAt = invitationKeptUntil(invitation);
  const put = (key: { table: string; pk: string; sk: string }, rest: object): Change => ({
    kind: 'put',
    table: key.table,
    item: { pk: key.pk, sk: key.sk, ...rest, expiresAt },
    onRefused: 'retry',
  });
  return [
    put(invitationKey(sessionId, pseudonym), invitation),
    put(inviteeKey(secretHash), { sessionId, pseudonym }),
    { kind: 'delete', key: deviceKey(sessionId, pseudonym), onRefused: 'retry' },
    ...(earlier === undefined || earlier.secretHash === secretHash
      ? []
      : [{ kind: 'delete', key: inviteeKey(earlier.secretHash), onRefused: 'retry' } satisfies Change]),
  ];
}
