/**
 * The published port of `rooms` on who comes by invitation: for a capability that a guest’s page asks too. The same as rooms asks
 * itself, so that a seat that was given to somebody else, or taken on another device, is none here either.
 */
export { readGuest } from '../invitations/guest-cookie.ts';
