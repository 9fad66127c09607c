import { expect, it } from 'vitest';
import { holdersOf } from '../../functions/notices/recipients.ts';
import type { Door } from '../../functions/sessions/port/door.ts';
import { allOpen } from '../support/all-open.ts';

/** Parties of a case are known to nobody but the office: whoever invites them tells them. */
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
const told = (of: Door) =>
  holdersOf(of, [], []).map(({ pseudonym, personId, through }) => [pseudonym, personId, through]);

it('who is neither an officer nor a witness is told through the clerk of that session', () => {
  expect(told(door)).toEqual([
    ['C-2222', 'the clerk', undefined],
    ['J-2222', 'the judge', undefined],
    ['R-2222', 'the clerk', 'clerk'],
    ['X-2222', 'the clerk', 'clerk'],
  ]);
});

it('and of a visit and a debrief, in which no clerk sits, through the support officer who runs it', () => {
  const seats: Door['seats'] = [
    { seat: 'support-officer', pseudonym: 'S-2222', personId: 'the officer' },
    { seat: 'guardian', pseudonym: 'G-2222' },
    { seat: 'support-person', pseudonym: 'N-2222' },
  ];
  for (const kind of ['preparation-visit', 'debrief'] as const)
    expect(told({ ...door, kind, seats })).toEqual([
      ['S-2222', 'the officer', undefined],
      ['G-2222', 'the officer', 'support-officer'],
      ['N-2222', 'the officer', 'support-officer'],
    ]);
});
