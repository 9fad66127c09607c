import type * as z from 'zod';
import type { identityState } from '../contract.ts';
import { permittedIn, type Door, type Seat } from './door.ts';
import { isOfDay, windowAt } from './window.ts';

/**
 * The published port of `sessions` on who somebody is who is heard: the host State's permission says whether its attending officer
 * establishes that on the spot, on each of the session's days anew, before they have a way in. What was found lies on the door, so
 * a pass that checks the door checks it too. Who they are no door and no log says. Why it is so: infra/decisions/identified-on-the-spot.md.
 */

type Of = Pick<Door, 'seats' | 'identity' | 'toIdentify' | 'opensAt' | 'closesAt' | 'windows'>;

/**
 * How it stands with one who is heard. That it was somebody else stays until it is established, whatever the day; that it was
 * established is of its day.
 * @returns undefined where it is neither demanded nor was anything found
 */
export function identityOf(
  door: Of,
  pseudonym: string,
  now: Date,
): z.infer<typeof identityState> | undefined {
  const said = door.identity?.[pseudonym];
  if (said?.found === 'other-person') return 'other-person';
  const opensAt = windowAt(door, now);
  if (said !== undefined && opensAt !== undefined && isOfDay(door, said.opensAt, opensAt))
    return 'established';
  return door.toIdentify?.includes(pseudonym) === true ? 'asked' : undefined;
}

/** Each who is heard of whom it is demanded, or something was found. */
export const identitiesIn = (door: Of, now: Date) =>
  permittedIn(door).flatMap((pseudonym) => {
    const state = identityOf(door, pseudonym, now);
    return state === undefined ? [] : [{ pseudonym, state }];
  });

/** Whether somebody came who is not the one who is to be heard: nobody goes in until that is put right. */
export const isOtherPerson = (door: Pick<Door, 'seats' | 'identity'>): boolean =>
  permittedIn(door).some((pseudonym) => door.identity?.[pseudonym]?.found === 'other-person');

/** Who establishes it: the host State's officer where one has a seat, else the court's clerk. */
export const identifier = ({ seats }: Pick<Door, 'seats'>): Seat['seat'] =>
  seats.some(({ seat }) => seat === 'attending-officer') ? 'attending-officer' : 'clerk';

/**
 * The gate of the host State's officer: refused while somebody else came than is to be heard, and none where its permission lets go
 * of the officer.
 */
export function officerGate(
  door: Pick<Door, 'gates' | 'seats' | 'identity' | 'attendance' | 'kind'>,
): Door['gates']['attendingOfficer'] {
  const { gates, seats, attendance, kind } = door;
  // Where no State has anything to permit, and of a kind that hears nobody, there is no such gate.
  if (gates.permission === 'not-needed') return gates.attendingOfficer;
  if (isOtherPerson(door)) return 'refused';
  // By its gates it is known what an older door is.
  if (attendance === 'not-demanded' && kind !== undefined) return 'not-needed';
  const stands = gates.attendingOfficer;
  if (stands !== 'not-needed' && stands !== 'refused') return stands;
  return seats.some(({ seat }) => seat === 'attending-officer') ? 'open' : 'missing';
}
