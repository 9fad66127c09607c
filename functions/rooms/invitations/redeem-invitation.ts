import { Refusal } from '../../shared/refusals.ts';
import type { Plan } from '../../shared/store/commit.ts';
import { newId } from '../../shared/values/ids.ts';
import { assertLive } from '../../sessions/port/door.ts';
import { invitationRedeemed } from '../actions.ts';
import type { redeemInvitation as contract } from './contract.ts';
import { cookieFor, proofIn, provesSeat, type DeviceProof } from './guest-cookie.ts';
import { hashOf, newSecret } from './invitation.ts';
import { enterSecondDevice, enterTriedOut } from './invitation-alarms.ts';
import { readSnapshotWithoutSeat, stepChanges, type Snapshot } from '../snapshot.ts';
import { mayStillWithdraw, provenInvitation } from './proven-invitation.ts';
import {
  deviceKey,
  invitationKey,
  invitationKeptUntil,
  parseDevice,
  type GuestDevice,
  type Invitation,
} from '../store.ts';
import type { RoomHandler } from '../handler.ts';

type RedeemCall = Parameters<RoomHandler<typeof contract>>[0];

interface Redeemed {
  readonly seat: { readonly sessionId: string } & Pick<Invitation, 'seat' | 'language'>;
  readonly cookie: string;
}

/**
 * Exchanges link and PIN for this device's session. Unknown link and wrong PIN are one answer, after the same reads,
 * the same count and the same slow hash. A right pair on a second device is refused and stands in the log as an alarm; on
 * the device that has the seat already it changes nothing. What a refusal is to leave behind is written once it is certain:
 * a request that is only repeated, since its answer was lost, is answered from its record and alarms nobody.
 */
export const redeemInvitation: RoomHandler<typeof contract> = async (call) => {
  const { context, now } = call;
  const secretHash = hashOf(call.body.secret);
  const tried = { yet: false };
  try {
    const { seat, cookie } = await call.commit(() => decide(call, secretHash, tried));
    call.header('set-cookie', cookie);
    return seat;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (refusal.code === 'invitation-in-use') await enterSecondDevice(context, secretHash, now);
    if (refusal.code === 'invitation-not-accepted' || refusal.code === 'too-many-tries')
      await enterTriedOut(context, secretHash, now);
    throw refusal;
  }
};

async function decide(
  call: RedeemCall,
  secretHash: string,
  tried: { yet: boolean },
): Promise<Plan<Redeemed>> {
  const { store } = call.context;
  const invitation = await provenInvitation(store, { secretHash, pin: call.body.pin }, call.now, tried);
  const snapshot = await readSnapshotWithoutSeat(store, invitation.sessionId);
  const { door } = snapshot;
  if (mayStillWithdraw(door, invitation, call.now)) throw new Refusal('only-withdrawal');
  assertLive(door);
  const me = door.seats.find(({ pseudonym }) => pseudonym === invitation.pseudonym);
  // The seat was given to somebody else, or the hours are over; the door knows of a move, the invitation does not.
  if (me === undefined || door.closesAt <= call.now.toISOString()) throw new Refusal('invitation-over');
  if (invitation.state === 'redeemed') return again(call, invitation, snapshot);
  return seatGiven(call, invitation, { ...snapshot, me });
}

/** @throws {Refusal} `invitation-in-use` on any device but the one that has the seat */
async function again(
  call: RedeemCall,
  invitation: Invitation,
  { door }: Omit<Snapshot, 'me'>,
): Promise<Plan<Redeemed>> {
  const { sessionId, pseudonym, seat, language } = invitation;
  const [item] = await call.context.store.get([deviceKey(sessionId, pseudonym)]);
  const proof = proofIn(call.request);
  if (proof === undefined || !provesSeat(proof, parseDevice(item))) throw new Refusal('invitation-in-use');
  const answer = { seat: { sessionId, seat, language }, cookie: cookieFor(proof, door, call.now) };
  return { changes: [], answer };
}

function seatGiven(call: RedeemCall, invitation: Invitation, seated: Snapshot): Plan<Redeemed> {
  const { now } = call;
  const { randomBytes } = call.context;
  const { sessionId, seat, language, pseudonym, secretHash } = invitation;
  const proof: DeviceProof = { sessionId, pseudonym, key: newSecret(randomBytes) };
  const deviceId = newId(randomBytes);
  const keyHash = hashOf(proof.key);
  const device: GuestDevice = { sessionId, seat, language, deviceId, keyHash, pseudonym, secretHash };
  const { closesAt } = seated.door;
  const place = deviceKey(sessionId, pseudonym);
  const changes = stepChanges(
    seated,
    {
      room: seated.room,
      entries: [
        (acting) => invitationRedeemed.entry({ ...acting, authority: { kind: 'invitation', ref: deviceId } }),
      ],
      changes: [
        {
          kind: 'update',
          key: invitationKey(sessionId, pseudonym),
          set: { state: 'redeemed' },
          when: { state: 'fresh', secretHash },
          onRefused: 'retry',
        },
        {
          kind: 'put',
          table: place.table,
          item: {
            pk: place.pk,
            sk: place.sk,
            ...device,
            expiresAt: invitationKeptUntil({ endsAt: closesAt }),
          },
          onRefused: 'retry',
        },
      ],
    },
    { now, randomBytes },
  );
  return {
    changes,
    answer: { seat: { sessionId, seat, language }, cookie: cookieFor(proof, seated.door, now) },
  };
}
