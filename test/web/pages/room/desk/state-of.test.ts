import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../../../functions/shared/values/instants.ts';
import { clockSpan, stateOf, type Said } from '../../../../../web/src/pages/room/desk/state-of.ts';

const view = { phase: 'open', pauses: [] } as unknown as Said;

describe('how the session stands', () => {
  it('is open where nothing is said of a record, and else on it or off it', () => {
    expect(stateOf(view)).toEqual({ is: 'open' });
    expect(stateOf({ ...view, record: 'on' })).toEqual({ is: 'on-record' });
    expect(stateOf({ ...view, record: 'off' })).toEqual({ is: 'off-record' });
  });

  const until = parseInstant('2026-11-29T04:00:00.000Z');
  const recess = { kind: 'recess', until };

  it('is a recess or a pause before it is on the record: nobody is heard then', () => {
    const paused = { ...view, phase: 'paused', record: 'on' } as const;
    expect(stateOf({ ...paused, pauses: [recess] })).toEqual({ is: 'recess', until });
    expect(stateOf({ ...paused, pauses: [{ kind: 'pause' }] })).toEqual({ is: 'paused' });
    expect(stateOf({ ...paused, pauses: [recess, { kind: 'pause' }] })).toEqual({ is: 'paused' });
  });

  it('is closed, or adjourned to a day', () => {
    expect(stateOf({ ...view, phase: 'closed', record: 'on' })).toEqual({ is: 'closed' });
    expect(stateOf({ ...view, phase: 'closed', adjournedTo: until })).toEqual({ is: 'adjourned', until });
    expect(stateOf({ ...view, adjournedTo: until })).toEqual({ is: 'open' });
  });
});

it('a span is shown as a clock shows it, and is never less than none', () => {
  expect([-5, 999, 65_000, 3_909_000, 36_000_000].map(clockSpan)).toEqual([
    '0:00',
    '0:00',
    '1:05',
    '1:05:09',
    '10:00:00',
  ]);
});
