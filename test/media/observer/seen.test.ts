import { describe, expect, it } from 'vitest';
import { mostNoted, noted, type Noted } from '../../../functions/media/contract.ts';
import { seen } from '../../../functions/media/observer/seen.ts';

const one = (identity: string, what: Noted['what'] = 'muted', second = 0): Noted => ({
  room: 'hearing',
  identity,
  what,
  at: new Date(Date.UTC(2026, 0, 1, 10, 0, second)).toISOString(),
});

describe('what was seen', () => {
  it('is told until it was taken, and then no more', () => {
    const notes = seen();
    notes.add(one('a'));
    expect(notes.next()).toEqual([one('a')]);
    notes.add(one('b'));
    expect(notes.next()).toEqual([one('a'), one('b')]);
    notes.add(one('c'));
    notes.taken();
    expect(notes.next()).toEqual([one('c')]);
  });

  it('is told in parts that a turn can hold', () => {
    const notes = seen();
    for (let at = 0; at < 60; at += 1) notes.add(one(`person-${at}`));
    expect(notes.next()).toHaveLength(mostNoted);
    notes.taken();
    expect(notes.next()).toHaveLength(60 - mostNoted);
  });

  it('of somebody who flaps is eight entries in a turn, the last of which is how it is now', () => {
    const notes = seen();
    for (let second = 0; second < 59; second += 1)
      notes.add(one('flapper', second % 2 ? 'unmuted' : 'muted', second));
    notes.add(one('other'));
    const told = notes.next();
    expect(told).toHaveLength(9);
    expect(told[7]).toEqual(one('flapper', 'muted', 58));
    expect(told[8]).toEqual(one('other'));
  });

  it('fills no more than a bounded part of the memory while nobody takes it', () => {
    const notes = seen();
    for (let at = 0; at < 2_000; at += 1) notes.add(one(`person-${at}`));
    let told = 0;
    for (let part = notes.next(); part.length > 0; part = notes.next()) {
      told += part.length;
      notes.taken();
    }
    expect(told).toBe(500);
  });

  it('has a closed shape', () => {
    expect(noted.safeParse(one('a')).success).toBe(true);
    expect(noted.safeParse({ ...one('a'), words: 'what she said' }).success).toBe(false);
  });
});
