import { expect, test } from 'vitest';
import type { MovePlan } from '../../functions/sessions/retiming/dry-run.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { planText } from '../../infra/zone-moves.ts';

const day = {
  local: '2027-03-25T09:00',
  from: parseInstant('2027-03-25T02:00:00Z'),
  to: parseInstant('2027-03-25T01:00:00Z'),
};
const plan: MovePlan = {
  looked: 12,
  moves: [
    { sessionId: 'one', days: [day], inTheWay: [] },
    {
      sessionId: 'two',
      days: [day],
      inTheWay: [
        { what: 'clash', seat: 'interpreter', sessions: ['three', 'four'] },
        { what: 'blocked', seat: 'clerk', sessions: [] },
      ],
    },
  ],
  lost: [{ sessionId: 'five', local: '2027-03-20T00:30' }],
};

test('a plan is told by ids, wall times and instants, and what is in the way by seat and by session', () => {
  expect(planText(plan, '2027a').split('\n')).toEqual([
    'zone table 2027a: 12 sessions were booked by another table; 1 move, 2 need somebody',
    'one moves',
    '  2027-03-25T09:00 at the venue: 2027-03-25T02:00:00.000Z -> 2027-03-25T01:00:00.000Z',
    'two stays where it is',
    '  2027-03-25T09:00 at the venue: 2027-03-25T02:00:00.000Z -> 2027-03-25T01:00:00.000Z',
    '  in the way: clash (interpreter), session three, four',
    '  in the way: blocked (clerk)',
    'five stays where it is',
    '  2027-03-20T00:30 at the venue: does not exist any more',
  ]);
});

test('where nothing was booked by another table it says so', () => {
  expect(planText({ looked: 0, moves: [], lost: [] }, '2027a')).toBe(
    'zone table 2027a: 0 sessions were booked by another table; 0 move, 0 need somebody',
  );
});
