import { describe, expect, it } from 'vitest';
import type { ProposedTime } from '../../../functions/sessions/port/proposal.ts';
import { resolveTime } from '../../../functions/sessions/port/session-time.ts';
import { timeProposed, type TimeBrief } from '../../support/proposal.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';
import { localOf } from '../../../functions/shared/values/zones.ts';

const now = new Date('2026-01-01T00:00:00Z');
const wanted = (local: string, zone: string, more: Partial<TimeBrief> = {}): ProposedTime =>
  timeProposed({ local, zone, minutes: 120, ...more });

function refused(given: ProposedTime, at = now): Refusal {
  try {
    resolveTime(given, at);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('a wall time that somebody means', () => {
  it('is one instant for all, and each clock shows it in its own way', () => {
    const { start, end, venue } = resolveTime(wanted('2026-04-02T09:30', 'Asia/Bangkok'), now);
    expect([start, end]).toEqual(['2026-04-02T02:30:00.000Z', '2026-04-02T04:30:00.000Z']);
    expect(venue).toMatchObject({ zone: 'Asia/Bangkok', local: '2026-04-02T09:30', offset: '+07:00' });
    expect(venue.zoneTable).toMatch(/^20\d\d[a-z]$/);
    expect(localOf('Asia/Yangon', start)).toEqual({ local: '2026-04-02T09:00', offset: '+06:30' });
    expect(localOf('Australia/Sydney', start)).toEqual({ local: '2026-04-02T13:30', offset: '+11:00' });
    expect(localOf('America/Los_Angeles', start).local).toBe('2026-04-01T19:30');
  });

  it('a week later is the same for the venue and an hour earlier in Sydney, whose clocks went back', () => {
    const { start } = resolveTime(wanted('2026-04-09T09:30', 'Asia/Bangkok'), now);
    expect(start).toBe('2026-04-09T02:30:00.000Z');
    expect(localOf('Australia/Sydney', start)).toEqual({ local: '2026-04-09T12:30', offset: '+10:00' });
  });

  it('in October takes the offset of its own day', () => {
    const sydney = (day: string) =>
      localOf('Australia/Sydney', resolveTime(wanted(`${day}T09:30`, 'Asia/Bangkok'), now).start).local;
    expect(sydney('2026-10-01')).toBe('2026-10-01T12:30');
    expect(sydney('2026-10-08')).toBe('2026-10-08T13:30');
  });

  it('keeps one spelling of what was sent', () => {
    expect(resolveTime(wanted('2026-04-02T09:30:00', 'Asia/Bangkok'), now).venue.local).toBe(
      '2026-04-02T09:30',
    );
    expect(resolveTime(wanted('2026-04-02T09:30', 'Asia/Rangoon'), now).venue.zone).toBe('Asia/Yangon');
  });
});

describe('a time that cannot be', () => {
  it('does not exist where the clocks go forward; the nearest that do are offered', () => {
    const refusal = refused(wanted('2026-10-04T02:30', 'Australia/Sydney'));
    expect(refusal).toMatchObject({
      code: 'time-does-not-exist',
      facts: { nearest: ['2026-10-04T01:30', '2026-10-04T03:30'] },
    });
  });

  it('comes twice where the clocks go back; the offset decides', () => {
    const twice = (offset?: string) => wanted('2026-04-05T02:30', 'Australia/Sydney', { offset });
    expect(refused(twice())).toMatchObject({
      code: 'time-is-ambiguous',
      facts: { offsets: ['+11:00', '+10:00'] },
    });
    expect(resolveTime(twice('+11:00'), now).start).toBe('2026-04-04T15:30:00.000Z');
    expect(resolveTime(twice('+10:00'), now).start).toBe('2026-04-04T16:30:00.000Z');
    expect(refused(twice('+09:00'))).toMatchObject({
      code: 'does-not-fit',
      errors: [{ pointer: '/days/0/offset' }],
    });
  });

  it('has another offset than the one given', () => {
    expect(resolveTime(wanted('2026-04-02T09:30', 'Asia/Bangkok', { offset: '+07:00' }), now).start).toBe(
      '2026-04-02T02:30:00.000Z',
    );
    expect(refused(wanted('2026-04-02T09:30', 'Asia/Bangkok', { offset: '+06:30' }))).toMatchObject({
      code: 'does-not-fit',
      errors: [{ pointer: '/days/0/offset' }],
    });
  });

  it('is over, or begins this very moment', () => {
    const given = wanted('2026-04-02T09:30', 'Asia/Bangkok');
    expect(refused(given, new Date('2026-04-02T02:30:00.000Z')).code).toBe('time-not-possible');
    expect(resolveTime(given, new Date('2026-04-02T02:29:59.999Z')).start).toBe('2026-04-02T02:30:00.000Z');
  });

  it.each([
    ['beyond the years whose clocks are known', '2038-04-02T09:30', 'Asia/Bangkok', 'time-not-possible'],
    ['before them', '1999-04-02T09:30', 'Asia/Bangkok', 'time-not-possible'],
    ['on a day that no calendar has', '2026-02-30T09:30', 'Asia/Bangkok', 'invalid-request'],
    ['at 24:00', '2026-04-02T24:00', 'Asia/Bangkok', 'invalid-request'],
    ['that is no time', 'tomorrow', 'Asia/Bangkok', 'invalid-request'],
    ['in a zone that is not known', '2026-04-02T09:30', 'Asia/Rangon', 'unknown-zone'],
  ])('lies %s', (_, local, zone, code) => {
    expect(refused(wanted(local, zone)).code).toBe(code);
  });

  it('names the zone that was most likely meant', () => {
    expect(refused(wanted('2026-04-02T09:30', 'Asia/Rangon')).facts).toEqual({ nearest: ['Asia/Yangon'] });
  });
});
