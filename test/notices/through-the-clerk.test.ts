import { expect, it } from 'vitest';
import { holdersOf } from '../../functions/notices/recipients.ts';
import type { Door } from '../../functions/sessions/port/door.ts';
import { allOpen } from '../support/all-open.ts';

/** Parties of a case are known to nobody but the office: whoever invites them tells them. */
it('who is neither an officer nor a witness is told through the clerk of that session', () => {
  const door: Door = {
    sessionId: 's',
    caseId: 'c',
    version: 1,
    status: 'booked',
    start: '2026-11-25T03:00:00.000Z',
    end: '2026-11-25T04:00:00.000Z',
    opensAt: '2026-11-25T02:00:00.000Z',
    closesAt: '2026-11-25T06:00:00.000Z',
    gates: allOpen,
    rooms: 'booked',
    seats: [
      { seat: 'clerk', pseudonym: 'C-2222', personId: 'the clerk' },
      { seat: 'judge', pseudonym: 'J-2222', personId: 'the judge' },
      { seat: 'accused', pseudonym: 'R-2222' },
      { seat: 'expert', pseudonym: 'X-2222' },
    ],
  };
  const told = holdersOf(door, [], []).map(({ pseudonym, personId, through }) => [
    pseudonym,
    personId,
    through,
  ]);
  expect(told).toEqual([
    ['C-2222', 'the clerk', undefined],
    ['J-2222', 'the judge', undefined],
    ['R-2222', 'the clerk', 'clerk'],
    ['X-2222', 'the clerk', 'clerk'],
  ]);
});
