import { Refusal } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Door } from '../../sessions/port/door.ts';
import { isOverForGuests } from '../port/guest.ts';
import { counted, pinHashOf, plainPin, sameText } from './invitation.ts';
import {
  invitationKey,
  invitationKeptUntil,
  inviteeKey,
  parseInvitation,
  parseInvitee,
  parseTries,
  putTries,
  seconds,
  triesKey,
  type Invitation,
} from '../store.ts';

/** What link and PIN prove, whatever it is for: the same reads, the same count and the same slow hash for right and wrong. */

/** Stands in where there is no invitation, so that an unknown link costs the same work as a wrong PIN. */
const nobody = { salt: 'c2Frc2ktbm9ib2R5LXNhbHQ', pinHash: 'none' };
/** Seconds for which the tries with a link that nobody made are kept. */
const unknownKeptSeconds = 90 * 24 * 3600;

/**
 * @param tried set once the try was counted, so that a request that is only decided anew counts once
 * @throws {Refusal} `invitation-not-accepted` alike for an unknown link and a wrong PIN; `too-many-tries`
 */
export async function provenInvitation(
  store: Store,
  { secretHash, pin }: { readonly secretHash: string; readonly pin: string },
  now: Date,
  tried: { yet: boolean },
): Promise<Invitation> {
  const invitation = await find(store, secretHash);
  // A try is written down before it is looked at; tries at the same moment queue up behind each other.
  if (!tried.yet) await countTry(store, secretHash, invitation, now);
  tried.yet = true;
  const accepted = await isRight(pin, invitation);
  if (!accepted || invitation === undefined) throw new Refusal('invitation-not-accepted');
  return invitation;
}

/**
 * Whether an invitation is good for a withdrawal and for nothing else: of somebody who can take consent back, in whose seat
 * nobody else was put, once the session is over for guests, and for half a year.
 */
export const mayStillWithdraw = (door: Door, { seat, pseudonym, endsAt }: Invitation, now: Date): boolean =>
  (seat === 'witness' || seat === 'guardian') &&
  isOverForGuests(door, now) &&
  door.seats.some((taken) => taken.seat === seat && taken.pseudonym === pseudonym) &&
  seconds(now) < invitationKeptUntil({ endsAt });

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
