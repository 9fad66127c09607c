import * as z from 'zod';
import { guestRole } from '../../shared/access/roles.ts';
import { route } from '../../shared/http/contract.ts';
import { id } from '../../shared/values/ids.ts';
import { instant } from '../../shared/values/instants.ts';
import { uiLanguage } from '../../shared/values/languages.ts';
import { oneOfSeveral, sessionParams } from '../contract.ts';

/** Link and PIN: how whoever has no account comes in, once, on one device. */

export const issueInvitation = route({
  method: 'POST',
  path: '/api/rooms/:sessionId/invitations',
  summary:
    'Makes a link and a PIN for a seat, and ends any earlier one. The two are handed over by different channels.',
  freshSignIn: true,
  who: ['clerk', 'support-officer'],
  params: sessionParams,
  body: z.strictObject({ seat: guestRole, pseudonym: oneOfSeveral, language: uiLanguage }),
  answer: z.strictObject({
    /** The secret for the link’s fragment, `/join/<language>/#<secret>`; it never reaches a server log. */
    secret: z.string(),
    pin: z.string(),
    expiresAt: instant,
  }),
  status: 201,
  refusals: ['case-closed', 'hold-not-confirmed', 'room-ended', 'not-your-role', 'media-unreachable'],
});

export const listInvitations = route({
  method: 'GET',
  path: '/api/rooms/:sessionId/invitations',
  summary: 'How the invitations stand, without link or PIN, for those who hand them out.',
  who: ['clerk', 'support-officer'],
  params: sessionParams,
  answer: z.strictObject({
    invitations: z.array(
      z.strictObject({
        seat: guestRole,
        pseudonym: z.string(),
        state: z.enum(['fresh', 'redeemed']),
        /** For whoever makes the invitation. */
        language: uiLanguage.optional(),
        /** Since when no PIN is looked at any more, as it was tried too often. A device that has the seat keeps it. */
        triedOutAt: instant.optional(),
      }),
    ),
  }),
});

/** The guest session as the page needs it. */
export const guestSeat = z.strictObject({ sessionId: id, seat: guestRole, language: uiLanguage });

export const redeemInvitation = route({
  method: 'POST',
  path: '/api/rooms/redemptions',
  summary:
    'Exchanges link secret and PIN for this device’s session (a cookie). Works once; a second device is refused.',
  urgency: 'knocking',
  who: 'anyone',
  body: z.strictObject({ secret: z.string().max(64), pin: z.string().max(12) }),
  answer: guestSeat,
  status: 201,
  refusals: [
    'invitation-not-accepted',
    'invitation-in-use',
    'invitation-over',
    'only-withdrawal',
    'too-many-tries',
  ],
});

export const readGuestSeat = route({
  method: 'GET',
  path: '/api/rooms/seat',
  summary: 'The seat that this device holds; brings a guest back after a reload.',
  urgency: 'entering',
  who: ['witness', 'interpreter', 'accused', 'guardian', 'support-person', 'expert', 'observer'],
  answer: guestSeat,
});

export const withdrawByLink = route({
  method: 'POST',
  path: '/api/rooms/withdrawals',
  summary:
    'After the session, for half a year: whoever was heard, or a child’s guardian, withdraws consent for the whole case by link and PIN.',
  urgency: 'knocking',
  who: 'anyone',
  body: z.strictObject({ secret: z.string().max(64), pin: z.string().max(12) }),
  answer: z.strictObject({ gate: z.enum(['refused']) }),
  status: 201,
  refusals: ['invitation-not-accepted', 'invitation-in-use', 'invitation-over', 'too-many-tries'],
});
