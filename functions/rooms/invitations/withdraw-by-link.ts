import { standingDecision } from '../../cases/port/standing-decision.ts';
import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import { withdrawalBy, withdrawnConsent } from '../../witnesses/port/withdrawal.ts';
import type { withdrawByLink as contract } from './contract.ts';
import { heardAs } from '../for-whom.ts';
import type { RoomHandler } from '../handler.ts';
import { enterTriedOut } from './invitation-alarms.ts';
import { hashOf } from './invitation.ts';
import { mayStillWithdraw, provenInvitation } from './proven-invitation.ts';
import type { Invitation } from '../store.ts';

type LinkCall = Parameters<RoomHandler<typeof contract>>[0];

/**
 * They withdraw once the session is over or was called off, by the link and PIN that they still have: the same decision as on
 * their own page, and all that the two are good for from then on. No device gets a seat by it, and nothing of the case is said. Why it
 * is so: infra/decisions/link-and-pin-still-withdraw.md.
 */
export const withdrawByLink: RoomHandler<typeof contract> = async (call) => {
  const { now, context } = call;
  const { store } = context;
  const { sessionId, seat, pseudonym } = await proven(call);
  const [doorItem] = await store.get([doorKey(sessionId)]);
  const { caseId } = parseDoor(doorItem);
  const party = await heardAs(store, caseId, { seat, pseudonym }, now).catch((refusal: unknown) => {
    // Whoever comes by a link learns nothing of why.
    throw refusal instanceof Refusal ? new Refusal('invitation-over') : refusal;
  });
  return standingDecision(
    patiently({ ...call, params: { caseId, party } }),
    withdrawnConsent,
    async (more) => ({ found: await readByKey(store, more) }),
    () => withdrawalBy({ recordedBy: pseudonym, role: seat, pseudonym }, party),
  );
};

/** @throws {Refusal} those of `provenInvitation`; `invitation-in-use` while the session goes on, which has a page for it; `invitation-over` */
async function proven({ body: { secret, pin }, now, context }: LinkCall): Promise<Invitation> {
  const { store } = context;
  const secretHash = hashOf(secret);
  try {
    const invitation = await provenInvitation(store, { secretHash, pin }, now, { yet: false });
    const [doorItem] = await store.get([doorKey(invitation.sessionId)]);
    const door = parseDoor(doorItem);
    if (mayStillWithdraw(door, invitation, now)) return invitation;
    throw new Refusal(
      door.status === 'booked' && now.toISOString() < door.closesAt ? 'invitation-in-use' : 'invitation-over',
    );
  } catch (refusal) {
    if (refusal instanceof Refusal) await enterTriedOut(context, secretHash, now);
    throw refusal;
  }
}
