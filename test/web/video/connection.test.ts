import { describe, expect, it } from 'vitest';
import { judgeLine } from '../../../web/src/video/connection.ts';

describe('the line', () => {
  it('is good when answers come quickly', () => {
    expect(judgeLine({ milliseconds: [80, 300, 120] })).toBe('good');
  });

  it('one slow answer among quick ones does not make it weak', () => {
    expect(judgeLine({ milliseconds: [80, 4000, 120] })).toBe('good');
  });

  it('is weak when answers are slow, missing, or the browser knows it is narrow', () => {
    expect(judgeLine({ milliseconds: [1300, 1500, 900] })).toBe('weak');
    expect(judgeLine({ milliseconds: [80, undefined, 120] })).toBe('weak');
    expect(judgeLine({ milliseconds: [] })).toBe('weak');
    expect(judgeLine({ milliseconds: [80, 90, 100], downlink: 0.15 })).toBe('weak');
    expect(judgeLine({ milliseconds: [80, 90, 100], downlink: 1.5 })).toBe('good');
  });
});
