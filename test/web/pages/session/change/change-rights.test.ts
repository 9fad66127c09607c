import { describe, expect, test } from 'vitest';
import type { SessionView } from '../../../../../web/src/pages/session/session-view.ts';
import { agreeable, isFrozen, mayChange } from '../../../../../web/src/pages/session/change/change-rights.ts';

type Seen = Pick<SessionView, 'kind' | 'status' | 'gates'>;
const officer = {
  gate: 'attendingOfficer',
  state: 'missing',
  turn: 'central-authority',
  mine: false,
  myTurn: false,
} as const;
const interview: Seen = { kind: 'interview', status: 'booked', gates: [officer] };
const visit: Seen = { kind: 'preparation-visit', status: 'ready', gates: [] };

describe('whoever books a kind of session changes it', () => {
  test.each([
    ['interview', 'prosecutor', true],
    ['interview', 'clerk', false],
    ['preparation-visit', 'support-officer', true],
    ['central-authority-meeting', 'prosecutor', false],
    ['central-authority-meeting', 'central-authority', true],
  ] as const)('%s, %s: %s', (kind, role, may) => {
    expect(mayChange({ kind }, role)).toBe(may);
  });
});

describe('shortly before the start somebody agrees', () => {
  test('to what others do, and never to what only they themselves do', () => {
    expect(agreeable(interview, 'clerk')).toEqual([
      'move',
      'length',
      'replacement',
      'another-interpreter',
      'rooms',
      'attending-officer',
    ]);
    // Only prosecutors move an interview: there is nobody to whom a prosecutor could say yes.
    expect(agreeable(interview, 'prosecutor')).toEqual([
      'replacement',
      'another-interpreter',
      'rooms',
      'attending-officer',
    ]);
    expect(agreeable(visit, 'prosecutor')).toEqual([
      'move',
      'length',
      'replacement',
      'another-interpreter',
      'rooms',
    ]);
  });

  test('to a cancellation being taken back, and then to nothing else', () => {
    expect(agreeable({ ...interview, status: 'cancelled' }, 'clerk')).toEqual(['restoration']);
    expect(agreeable({ ...interview, status: 'cancelled' }, 'prosecutor')).toEqual([]);
  });

  test('not without the role, not to a hold, not once it is over, not to a meeting of central authorities', () => {
    expect(agreeable(interview, 'support-officer')).toEqual([]);
    for (const status of ['held', 'expired', 'ended'] as const)
      expect(agreeable({ ...interview, status }, 'clerk')).toEqual([]);
    expect(agreeable({ ...visit, kind: 'central-authority-meeting' }, 'central-authority')).toEqual([]);
  });

  test('from thirty minutes before it on', () => {
    const start = '2026-12-01T02:00:00.000Z' as SessionView['start'];
    expect(isFrozen({ start }, Date.parse('2026-12-01T01:29:59Z'))).toBe(false);
    expect(isFrozen({ start }, Date.parse('2026-12-01T01:30:00Z'))).toBe(true);
  });
});
