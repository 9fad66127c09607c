import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import { widened } from '../../../../web/src/pages/slots/widen.ts';
import type { WantedSession } from '../../../../web/src/pages/slots/wanted-session.ts';
import { id, context, first } from './sample-wanted.ts';

describe('a change that would open a time', () => {
  const start = parseInstant('2027-01-05T02:00:00Z');
  const any = { ...context.usual, gender: 'woman', dialect: 'Rakhine', mode: 'simultaneous' } as const;
  const wanted: WantedSession = {
    ...first,
    interpreter: any,
    room: { kind: 'any', city: 'Yangon', vetted: true },
  };

  test('hours and length', () => {
    expect(widened(wanted, { kind: 'outside-hours', keys: [], minutes: 30, start }, context)).toEqual({
      ...wanted,
      outsideHours: true,
    });
    expect(widened(wanted, { kind: 'shorter', minutes: 45, start }, context)?.minutes).toBe(45);
  });

  test('later: until the session of that start has ended, and never beyond what the search answers', () => {
    // 5 January at 09:00 to 10:00 in Bangkok lies on the 43rd day.
    expect(widened(wanted, { kind: 'later', start }, context)?.days).toBe(43);
    const far = parseInstant('2027-06-05T02:00:00Z');
    expect(widened(wanted, { kind: 'later', start: far }, context)).toBeUndefined();
  });

  test.each([
    ['dialect', { dialect: '' }],
    ['mode', { mode: '' }],
    ['gender', { gender: '' }],
    ['vettedSince', { vetted: false }],
    ['notFrom', { notFrom: '' }],
  ] as const)('without %s', (dropped, changed) => {
    const change = { kind: 'criterion', key: 'interpreter', dropped, start } as const;
    expect(widened(wanted, change, context)).toEqual({ ...wanted, interpreter: { ...any, ...changed } });
  });

  test.each([
    ['city', { city: '' }],
    ['vetted', { vetted: false }],
  ] as const)('without %s of a room', (dropped, changed) => {
    const change = { kind: 'criterion', key: 'room', dropped, start } as const;
    expect(widened(wanted, change, context)?.room).toEqual({
      kind: 'any',
      city: 'Yangon',
      vetted: true,
      ...changed,
    });
  });

  test('buffers and notice', () => {
    expect(widened(wanted, { kind: 'no-buffers', keys: ['clerk'], start }, context)).toEqual({
      ...wanted,
      withoutBuffers: true,
    });
    expect(widened(wanted, { kind: 'short-notice', keys: ['clerk'], start }, context)).toEqual({
      ...wanted,
      shortNotice: true,
    });
  });

  test('a session that is moved gets no shorter', () => {
    const moving = { ...context, moving: id('b') };
    expect(widened(wanted, { kind: 'shorter', minutes: 45, start }, moving)).toBeUndefined();
    expect(widened(wanted, { kind: 'short-notice', keys: [], start }, moving)).toBeDefined();
  });
});
