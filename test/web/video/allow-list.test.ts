import { describe, expect, it } from 'vitest';
import { allowedIdentities, limitsReceivers } from '../../../web/src/video/allow-list.ts';
import type { RoomView } from '../../../web/src/video/room-view.ts';

const view = {
  mySeat: 'witness',
  myPseudonym: 'W-4K7Q',
  seats: [
    { seat: 'witness', pseudonym: 'W-4K7Q', state: 'admitted', identity: 'w' },
    { seat: 'prosecutor', pseudonym: 'P-2ACD', state: 'admitted', identity: 'p' },
    { seat: 'clerk', pseudonym: 'C-3FGH', state: 'admitted', identity: 'c' },
    { seat: 'interpreter', pseudonym: 'I-4JKM', state: 'waiting', identity: 'i-old' },
    { seat: 'support-officer', pseudonym: 'S-6NPQ', state: 'admitted' },
  ],
} as unknown as RoomView;

describe('whom the witness’s client lets receive her', () => {
  it('those who are let in and whose identity her view names; not herself, not who waits', () => {
    expect(allowedIdentities(view)).toEqual(['c', 'p']);
  });

  it('every interpreter of a team; one of them is not the other', () => {
    const second = {
      seat: 'interpreter',
      pseudonym: 'I-6JKM',
      state: 'admitted',
      identity: 'i-two',
    } as const;
    const both = { ...view, seats: [...view.seats, second] };
    expect(allowedIdentities(both)).toEqual(['c', 'i-two', 'p']);
    expect(allowedIdentities({ ...both, mySeat: 'interpreter', myPseudonym: 'I-4JKM' })).toContain('i-two');
  });

  it('what carries her over to the screened side, when the view names it', () => {
    expect(allowedIdentities({ ...view, carrier: 'relay-7' })).toEqual(['c', 'p', 'relay-7']);
  });

  it('nobody when the view names nobody', () => {
    expect(allowedIdentities({ ...view, seats: [] })).toEqual([]);
  });

  it('only the witness limits', () => {
    expect(limitsReceivers(view)).toBe(true);
    expect(limitsReceivers({ ...view, mySeat: 'prosecutor' })).toBe(false);
  });
});
