import { doorKey, moveDoor, parseDoor } from '../../functions/sessions/port/door.ts';
import type { NoticeOffice } from './office.ts';

/** Thursday 1 April 2027, 09:30 in Bangkok: 02:30 in London's terms of UTC, a month after the booking. */
export const local = '2027-04-01T09:30';

export const everybody = [
  'confirmation clerk',
  'confirmation interpreter',
  'confirmation prosecutor',
  'confirmation support-officer',
  'confirmation witness',
];

export const doorOf = async (office: NoticeOffice, sessionId: string) =>
  parseDoor((await office.store.get([doorKey(sessionId)]))[0]);

/** Moves a door by so many minutes, as booking does. */
export async function move(
  office: NoticeOffice,
  sessionId: string,
  start: string,
  end: string,
): Promise<void> {
  await office.store.write([moveDoor(await doorOf(office, sessionId), { start, end })]);
}
