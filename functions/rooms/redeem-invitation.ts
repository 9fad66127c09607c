import { Refusal } from '../shared/refusals.ts';
import { Stale, type Store } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import { assertLive } from '../sessions/port/door.ts';
import { invitationRedeemed, invitationSecondDevice } from './actions.ts';
import type { redeemInvitation as contract } from './contract.ts';
import { cookieFor } from './guest-cookie.ts';
import { counted, hashOf, newSecret, pinHashOf, plainPin, sameText } from './invitation.ts';
import { readSnapshotWithoutSeat, stepChanges, type Snapshot, type StepEntry } from './snapshot.ts';
import {
  deviceKey,
  invitationKey,
  inviteeKey,
  parseInvitation,
  parseInvitee,
  parseTries,
  seconds,
  triesKey,
  type GuestDevice,
  type Invitation,
} from './store.ts';
import type { RoomHandler } from './handler.ts';

/** Stands in where there is no invitation, so that an unknown link costs the same work as a wrong PIN. */
const nobody = { salt: 'c2Frc2ktbm9ib2R5LXNhbHQ', pinHash: 'none' };

/**
 * Exchanges link and PIN for this device's session. Unknown link and wrong PIN are one answer, after the same reads,
 * the same count and the same slow hash. A right pair on a second device is refused and stands in the log as an alarm.
 */
export const redeemInvitation: RoomHandler<typeof contract> = async (call) => {
  const { store, randomBytes } = call.context;
  const secretHash = hashOf(call.body.secret);
  const key = newSecret(randomBytes);
  const deviceId = newId(randomBytes);
  let tried = false;

  const { seat, cookie } = await call.commit(async () => {
    if (!tried) await countTry(store, secretHash, call.now);
    tried = true;
    const { invitation, snapshot } = await find(store, secretHash, call.body.pin);
    assertLive(snapshot.door);
    const { closesAt, seats } = snapshot.door;
    const me = seats.find(({ pseudonym }) => pseudonym === invitation.pseudonym);
    // The seat was given to somebody else, or the hours are over; the door knows of a move, the invitation does not.
    if (me === undefined || closesAt <= call.now.toISOString()) throw new Refusal('invitation-over');
    const seated = { ...snapshot, me };
    if (invitation.state === 'redeemed') {
      await alarm(store, seated, call.now, randomBytes);
      throw new Refusal('invitation-in-use');
    }
    const { sessionId, language } = invitation;
    const device: GuestDevice = {
      sessionId,
      seat: invitation.seat,
      language,
      deviceId,
      keyHash: hashOf(key),
      pseudonym: invitation.pseudonym,
      secretHash,
    };
    const ends = new Date(closesAt);
    const place = deviceKey(sessionId, device.pseudonym);
    const changes = stepChanges(
      seated,
      {
        room: seated.room,
        entries: [
          (acting) =>
            invitationRedeemed.entry({ ...acting, authority: { kind: 'invitation', ref: deviceId } }),
        ],
        changes: [
          {
            kind: 'update',
            key: invitationKey(sessionId, device.pseudonym),
            set: { state: 'redeemed' },
            when: { state: 'fresh', secretHash },
            onRefused: 'retry',
          },
          {
            kind: 'put',
            table: place.table,
            item: { pk: place.pk, sk: place.sk, ...device, expiresAt: seconds(ends) + 24 * 3600 },
            onRefused: 'retry',
          },
          { kind: 'delete', key: triesKey(secretHash), onRefused: 'retry' },
        ],
      },
      { now: call.now, randomBytes },
    );
    const cookieSeconds = seconds(ends) - seconds(call.now);
    const answer = {
      seat: { sessionId, seat: device.seat, language },
      cookie: cookieFor(device, key, cookieSeconds),
    };
    return { changes, answer };
  });
  call.header('set-cookie', cookie);
  return seat;
};

async function find(
  store: Store,
  secretHash: string,
  pin: string,
): Promise<{ invitation: Invitation; snapshot: Omit<Snapshot, 'me'> }> {
  const [item] = await store.get([inviteeKey(secretHash)]);
  const invitee = parseInvitee(item);
  const sessionId = invitee?.sessionId ?? 'nobody';
  const [invitationItem] = await store.get([invitationKey(sessionId, invitee?.pseudonym ?? 'nobody')]);
  const invitation = parseInvitation(invitationItem);
  const right = await pinHashOf(plainPin(pin), invitation?.salt ?? nobody.salt);
  const accepted = sameText(right, invitation?.pinHash ?? nobody.pinHash);
  if (!accepted || invitation === undefined || invitation.secretHash !== secretHash) {
    throw new Refusal('invitation-not-accepted');
  }
  return { invitation, snapshot: await readSnapshotWithoutSeat(store, sessionId) };
}

/** One try is written down before it is looked at; tries at the same moment queue up behind each other. */
async function countTry(store: Store, secretHash: string, now: Date): Promise<void> {
  const [item] = await store.get([triesKey(secretHash)]);
  const before = parseTries(item);
  const after = counted(before, now);
  const { table, pk, sk } = triesKey(secretHash);
  await store.write([
    {
      kind: 'put',
      table,
      item: { pk, sk, ...after, expiresAt: seconds(now) + 90 * 24 * 3600 },
      when: before === undefined ? 'absent' : { inAll: before.inAll },
      onRefused: 'retry',
    },
  ]);
}

/** Somebody with link and PIN on a second device: told to those who run the session, through the log. */
async function alarm(store: Store, seated: Snapshot, now: Date, randomBytes: (length: number) => Uint8Array) {
  const entry: StepEntry = (acting) =>
    invitationSecondDevice.entry({ ...acting, authority: { kind: 'invitation', ref: 'second device' } });
  try {
    await store.write(stepChanges(seated, { room: seated.room, entries: [entry] }, { now, randomBytes }));
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    const snapshot = await readSnapshotWithoutSeat(store, seated.door.sessionId);
    await alarm(store, { ...snapshot, me: seated.me }, now, randomBytes);
  }
}
