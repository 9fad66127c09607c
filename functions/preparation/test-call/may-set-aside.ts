import type { Door } from '../../sessions/port/door.ts';
import type { Staff } from '../../shared/access/roles.ts';

/**
 * Who answers for holding the session all the same: where judges sit, the one who presides; else the prosecutor who has a seat.
 * Neither records tests, so nobody sets aside what they found themselves.
 */
export const maySetAside = (
  { seats }: Pick<Door, 'seats'>,
  { personId, role }: Pick<Staff, 'personId' | 'role'>,
): boolean => {
  const mine = seats.find((each) => each.personId === personId && each.seat === role);
  const judged = seats.some(({ seat }) => seat === 'judge');
  return judged ? mine?.presides === true : mine?.seat === 'prosecutor';
};
