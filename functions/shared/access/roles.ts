import * as z from 'zod';

/** The words for people in a case, as the field uses them. Never merge interpreter, supporter and attending officer. */
export const staffRoles = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'auditor',
  'judge',
  'defence-counsel',
  'victim-counsel',
  'custody-officer',
  'technician',
  'agency-administrator',
] as const;

/** Whom a case has beside those who are heard as witnesses; the directory does not know them. */
export const partyRoles = ['accused', 'guardian', 'support-person', 'expert', 'observer'] as const;

/** Those who join by invitation, without an account. */
export const guestRoles = ['witness', 'interpreter', ...partyRoles] as const;

/** Whoever can be in a room of a session. A technician is not: they see how it stands, and hear and see nobody. */
export const roomRoles = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'witness',
  'interpreter',
  'judge',
  'defence-counsel',
  'victim-counsel',
  'custody-officer',
  'accused',
  'guardian',
  'support-person',
  'expert',
  'observer',
] as const satisfies readonly ((typeof staffRoles)[number] | (typeof guestRoles)[number])[];

/**
 * Whoever signs in: staff, and an interpreter who has an account beside the invitations by which they come into a room. A
 * route says of those `interpreter-with-account`: what a guest's seat may, an account may not, nor the other way round.
 */
export const accountRoles = [...staffRoles, 'interpreter'] as const;

export const staffRole = z.enum(staffRoles);
export const accountRole = z.enum(accountRoles);
export const partyRole = z.enum(partyRoles);
export const guestRole = z.enum(guestRoles);
export const role = z.enum([...staffRoles, ...guestRoles]);

export type StaffRole = z.infer<typeof staffRole>;
export type AccountRole = z.infer<typeof accountRole>;
export type PartyRole = z.infer<typeof partyRole>;
export type GuestRole = z.infer<typeof guestRole>;
export type Role = z.infer<typeof role>;
/** As what somebody asks: by their role, and with an account or by an invitation. */
export type Asker = Role | 'interpreter-with-account';

/** Whether whoever has the seat is a party of the case, named there by pseudonym. */
export const isPartySeat = (seat: string): seat is PartyRole | 'witness' =>
  seat === 'witness' || partyRole.safeParse(seat).success;

/** Counsel of the defence or of a victim, bound to the one whom they represent. */
export const isCounsel = (seat: Role): boolean => seat === 'defence-counsel' || seat === 'victim-counsel';

export const isGuestSeat = (seat: Role): seat is GuestRole => guestRole.safeParse(seat).success;

/** Somebody with an account. Role, agency and zone come from our directory, never from the token. */
export interface Staff<Roles extends AccountRole = AccountRole> {
  readonly kind: 'staff';
  readonly personId: string;
  readonly role: Roles;
  readonly agencyId: string;
  /** Of their agency, as its two letters (ISO 3166). */
  readonly country: string;
  readonly language: string;
  readonly zone: string;
  /** Works at a protected site; see `mayKnowWhere` of the directory. */
  readonly atProtectedSite?: boolean | undefined;
  /**
   * When they last proved who they are, in milliseconds since 1970; a sign-in that is only renewed does not change it. Not
   * said: nobody knows, and so it was not lately.
   */
  readonly signedInAt?: number | undefined;
}

/** Somebody who redeemed an invitation on this device; holds one seat of one session and nothing else. */
export interface Guest<Roles extends GuestRole = GuestRole> {
  readonly kind: 'guest';
  readonly sessionId: string;
  /** The pseudonym by which the session's door has the seat. */
  readonly seatId: string;
  readonly role: Roles;
  readonly deviceId: string;
}

export type Actor = Staff | Guest;

/** Whoever can be asking where only these roles may. */
export type ActorAs<Askers extends Asker> =
  | ([Signed<Askers>] extends [never] ? never : Staff<Signed<Askers>>)
  | ([Extract<Askers, GuestRole>] extends [never] ? never : Guest<Extract<Askers, GuestRole>>);

type Signed<Askers extends Asker> =
  | Extract<Askers, StaffRole>
  | ('interpreter-with-account' extends Askers ? 'interpreter' : never);

/** As what somebody with an account of this role asks. */
export const askerAs = (known: Role): Asker => (known === 'interpreter' ? 'interpreter-with-account' : known);

export const askerOf = (actor: Actor): Asker => (actor.kind === 'staff' ? askerAs(actor.role) : actor.role);

/** An actor as one string, for idempotency records: unique among all actors. */
export const actorKey = (actor: Actor | undefined): string =>
  actor === undefined
    ? 'anyone'
    : actor.kind === 'staff'
      ? `staff:${actor.personId}`
      : `guest:${actor.sessionId}:${actor.seatId}:${actor.deviceId}`;
