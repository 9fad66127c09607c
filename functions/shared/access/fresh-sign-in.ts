import { Refusal } from '../refusals.ts';
import type { Actor } from './roles.ts';

/**
 * What leaves the house, or lets somebody in, asks again who is sitting there: whoever finds a desk unattended has its
 * sign-in, but neither password nor second factor. A guest has no sign-in to repeat.
 * @param minutes how long ago the last proof may be
 * @throws {Refusal} `sign-in-again`
 */
export function assertFreshSignIn(actor: Actor | undefined, now: Date, minutes: number): void {
  if (actor?.kind !== 'staff') return;
  const { signedInAt } = actor;
  if (signedInAt === undefined || now.getTime() - signedInAt > minutes * 60_000)
    throw new Refusal('sign-in-again');
}
