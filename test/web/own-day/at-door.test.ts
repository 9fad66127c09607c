import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import {
  atDoorOf,
  callers,
  keepsDoor,
  somebodyCame,
  type OwnSession,
} from '../../../web/src/own-day/at-door.ts';
import type { RoomView } from '../../../web/src/video/room-view.ts';

const session = {
  mySeat: 'clerk',
  status: 'ready',
  opensAt: parseInstant('2027-03-02T01:00:00Z'),
  closesAt: parseInstant('2027-03-02T05:00:00Z'),
} as OwnSession;
const at = (time: string) => Date.parse(`2027-03-02T${time}:00Z`);

describe('a page listens at a door', () => {
  it('while the rooms admit, of the session that its reader lets people into', () => {
    expect(['00:59', '01:00', '04:59', '05:00'].map((time) => keepsDoor(session, at(time)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(keepsDoor({ ...session, mySeat: 'prosecutor' }, at('02:00'))).toBe(false);
    expect(keepsDoor({ ...session, status: 'cancelled' }, at('02:00'))).toBe(false);
  });

  const view = {
    sessionId: 's',
    phase: 'closed',
    myPseudonym: 'C-1',
    seats: [
      { seat: 'clerk', pseudonym: 'C-1', state: 'waiting' },
      { seat: 'witness', pseudonym: 'W-1', state: 'waiting' },
      { seat: 'interpreter', pseudonym: 'I-1', state: 'away' },
      { seat: 'prosecutor', pseudonym: 'P-1', state: 'admitted' },
    ],
  } as unknown as RoomView;

  it('and knows who waits there, but for its reader; nobody once the session has ended', () => {
    expect(atDoorOf(view)).toEqual([{ sessionId: 's', seat: 'witness', pseudonym: 'W-1' }]);
    expect(atDoorOf({ ...view, phase: 'ended' })).toEqual([]);
  });

  it('and rings for whoever comes, not for whoever stays or goes', () => {
    const one = callers(atDoorOf(view));
    expect(somebodyCame([], one)).toBe(true);
    expect(somebodyCame(one, one)).toBe(false);
    expect(somebodyCame([...one, 's I-1'], one)).toBe(false);
    expect(somebodyCame(['s W-0'], one)).toBe(true);
  });
});
