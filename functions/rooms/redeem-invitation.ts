import { Refusal } from '../shared/refusals.ts';
import type { Plan } from '../shared/store/commit.ts';
import type { Store } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import { assertLive } from '../sessions/port/door.ts';
import { invitationRedeemed } from './actions.ts';
import type { redeemInvitation as contract } from './contract.ts';
import { cookieFor, proofIn, provesSeat, type DeviceProof } from './guest-cookie.ts';
import { counted, hashOf, newSecret, pinHashOf, plainPin, sameText } from './invitation.ts';
import { enterSecondDevice, enterTriedOut } from './invitation-alarms.ts';
import { readSnapshotWithoutSeat, stepChanges, type Snapshot } from './snapshot.ts';
import {
  deviceKey,
  invitationKey,
  invitationKeptUntil,
  inviteeKey,
  parseDevice,
  parseInvitation,
  parseInvitee,
  parseTries,
  putTries,
  seconds,
  triesKey,
  type GuestDevice,
  type Invitation,
} from './store.ts';
import type { RoomHandler } from './handler.ts';

/** Stands in where there is no invitation, so that an unknown link costs the same work as a wrong PIN. */
const nobody = { salt: 'c2Frc2ktbm9ib2R5LXNhbHQ', pinHash: 'none' };
/** Seconds for which the tries with a link that nobody made are kept. */
const unknownKeptSeconds = 90 * 24 * 3600;

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
  const invitation = await find(store, secretHash);
  // A try is written down before it is looked at; tries at the same moment queue up behind each other.
  if (!tried.yet) await countTry(store, secretHash, invitation, call.now);
  tried.yet = true;
  const accepted = await isRight(call.body.pin, invitation);
  if (!accepted || invitation === undefined) throw new Refusal('invitation-not-accepted');
  const snapshot = await readSnapshotWithoutSeat(store, invitation.sessionId);
  const { door } = snapshot;
  assertLive(door);
  const me = door.seats.find(({ pseudonym }) => pseudonym === invitation.pseudonym);
  // The seat was given to somebody else, or the hours are over; the door knows of a move, the invitation does not.
  if (me === undefined || door.closesAt <= call.now.toISOString()) throw new Refusal('invitation-over');
  if (invitation.state === 'redeemed') return again(call, invitation, snapshot);
  return seatGiven(call, invitation, { ...snapshot, me });
}

/** The invitation of a link; undefined for one that nobody made, or that was made anew. Two rounds of reads either way. */
async function find(store: Store, secretHash: string): Promise<Invitation | undefined> {
  const [item] = await store.get([inviteeKey(secretHash)]);
  const invitee = parseInvitee(item);
  const [invitationItem] = await store.get([
    invitationKey(invitee?.sessionId ?? 'nobody', invitee?.pseudonym ?? 'nobody'),
  ]);
  const invitation = parseInvitation(invitationItem);
  return invitation?.secretHash === secretHash ? invitation : undefined;
}

async function isRight(pin: string, invitation: Invitation | undefined): Promise<boolean> {
  const given = await pinHashOf(plainPin(pin), invitation?.salt ?? nobody.salt);
  return sameText(given, invitation?.pinHash ?? nobody.pinHash);
}

async function countTry(
  store: Store,
  secretHash: string,
  invitation: Invitation | undefined,
  now: Date,
): Promise<void> {
  const [item] = await store.get([triesKey(secretHash)]);
  const before = parseTries(item);
  const kept = seconds(now) + unknownKeptSeconds;
  const until = invitation === undefined ? kept : Math.max(kept, invitationKeptUntil(invitation));
  await store.write([putTries(secretHash, before, counted(before, now), until)]);
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
