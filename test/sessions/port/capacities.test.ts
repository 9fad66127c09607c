import { describe, expect, it } from 'vitest';
import { capacitiesIn } from '../../../functions/sessions/port/capacities.ts';

/** As what somebody is heard in a session, by its days where they are. */

const ofDay = { start: '2027-03-11T02:00:00Z', end: '2027-03-11T04:00:00Z' };
const seen = { pseudonym: 'W-2222', protected: false, zone: 'Asia/Yangon', capacity: 'witness' } as const;

describe('as what somebody is heard', () => {
  it('a plain witness is one, unless they are protected; nobody knows of whom nothing is said', () => {
    expect(capacitiesIn(ofDay, seen)).toEqual(['witness']);
    expect(capacitiesIn(ofDay, { ...seen, protected: true })).toEqual(['victim']);
    expect(capacitiesIn(ofDay, { ...seen, capacity: undefined })).toEqual(['victim']);
    expect(capacitiesIn(ofDay, undefined)).toEqual(['victim']);
  });

  it('a child is one until the midnight where they are, and on one day of several', () => {
    const child = { ...seen, ofAgeOn: '2027-03-12' };
    expect(capacitiesIn(ofDay, child)).toEqual(['child']);
    expect(capacitiesIn(ofDay, { ...child, protected: true })).toEqual(['child']);
    // Yangon is six and a half hours ahead; a session that ends at midnight belongs to the day before.
    const until = (end: string) => capacitiesIn({ ...ofDay, end }, child);
    expect(until('2027-03-11T17:30:00Z')).toEqual(['child']);
    expect(until('2027-03-11T17:30:01Z')).toEqual(['child', 'witness']);
    const from = (start: string) => capacitiesIn({ start, end: '2027-03-13T04:00:00Z' }, child);
    expect(from('2027-03-11T17:29:59Z')).toEqual(['child', 'witness']);
    expect(from('2027-03-11T17:30:00Z')).toEqual(['witness']);
  });
});
