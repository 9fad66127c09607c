import { Refusal } from '../refusals.ts';
import type { Actor, Staff } from './roles.ts';

/** For routes whose `who` lists staff roles only: the mount has turned guests away, but the compiler cannot see it. */
export function asStaff(actor: Actor): Staff {
  if (actor.kind !== 'staff') throw new Refusal('not-your-role');
  return actor;
}
