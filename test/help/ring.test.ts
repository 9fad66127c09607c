import { describe, expect, it } from 'vitest';
import {
  calledBy,
  isRungOut,
  ringsAt,
  stepsDue,
  stepsOf,
  untilStep,
} from '../../functions/help/alarm/ring.ts';

const since = Date.parse('2027-03-02T02:00:00.000Z');
const three = { since, onCall: 3 };
const after = (seconds: number) => since + seconds * 1000;
/** Places that are called by so many seconds after the beginning. */
const ringing = (seconds: number, onCall = 3) =>
  [...Array(onCall).keys()].filter((place) => ringsAt({ since, onCall }, place, after(seconds)));

describe('a silent alarm', () => {
  it('calls the first at once, the next after 30 seconds, and then all', () => {
    expect(ringing(0)).toEqual([0]);
    expect(ringing(29.999)).toEqual([0]);
    expect(ringing(30)).toEqual([0, 1]);
    expect(ringing(59.999)).toEqual([0, 1]);
    expect(ringing(60)).toEqual([0, 1, 2]);
  });

  it('calls all at once when the list is through, and again every two minutes, five times', () => {
    const due = [0, 30, 60, 89, 90, 209, 210, 330, 450, 569, 570, 900].map((at) =>
      stepsDue(three, after(at)),
    );
    expect(due).toEqual([1, 2, 3, 3, 4, 4, 5, 6, 7, 7, 8, 8]);
    expect(stepsOf(3)).toBe(8);
    expect(calledBy(3, 3, 4)).toEqual([0, 1, 2]);
    expect(calledBy(3, 4, 5)).toEqual([0, 1, 2]);
  });

  it('calls by each step those alone whose turn it is, and by a step that is late nobody twice', () => {
    expect(calledBy(3, 0, 1)).toEqual([0]);
    expect(calledBy(3, 1, 2)).toEqual([1]);
    expect(calledBy(3, 0, 3)).toEqual([0, 1, 2]);
    expect(calledBy(3, 1, 4)).toEqual([0, 1, 2]);
    expect(calledBy(3, 2, 2)).toEqual([]);
    expect(calledBy(3, 4, 4)).toEqual([]);
  });

  it('says how long it is until a step, and that after the last there is none', () => {
    expect(untilStep(three, 1, after(0))).toBe(30_000);
    expect(untilStep(three, 1, after(12.5))).toBe(17_500);
    expect(untilStep(three, 1, after(40))).toBe(0);
    expect(untilStep(three, 4, after(90))).toBe(120_000);
    expect(untilStep(three, 8, after(900))).toBeUndefined();
  });

  it('of an hour ago, or of a table put back, rings for nobody', () => {
    expect(ringing(3600)).toEqual([0, 1, 2]);
    expect(ringing(3600.001)).toEqual([]);
    expect(ringing(-1)).toEqual([]);
  });

  it('has called everybody often enough when the last two minutes are over; where nobody is on call, after one', () => {
    expect(isRungOut(three, after(689))).toBe(false);
    expect(isRungOut(three, after(690))).toBe(true);
    expect(isRungOut({ since, onCall: 0 }, after(59))).toBe(false);
    expect(isRungOut({ since, onCall: 0 }, after(60))).toBe(true);
    expect(stepsDue({ since, onCall: 0 }, after(30))).toBe(0);
  });
});
