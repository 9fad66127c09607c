import { describe, expect, test } from 'vitest';
import {
  checklist,
  dueOf,
  saysNothingNew,
  ticksIt,
} from '../../functions/preparation/checklist/checklist.ts';
import { itemNames, phaseNames } from '../../functions/preparation/checklist/contract.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';

const start = parseInstant('2027-03-20T02:00:00Z');

describe('the checklist', () => {
  test('has every phase of the field’s list, in order, and each item has its hour', () => {
    expect(phaseNames).toEqual(['two-weeks', 'one-week', 'two-days', 'an-hour', 'at-arrival']);
    const order = itemNames.map((item) => phaseNames.indexOf(checklist[item].phase));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(new Set(order).size).toBe(phaseNames.length);
  });

  test.each([
    ['siteVisited', '2027-03-06T02:00:00.000Z'],
    ['networkMeasured', '2027-03-13T02:00:00.000Z'],
    ['holyBook', '2027-03-18T02:00:00.000Z'],
    ['siteOpen', '2027-03-20T01:00:00.000Z'],
    ['roomSwept', '2027-03-20T01:15:00.000Z'],
  ] as const)('%s is due at %s', (item, dueAt) => expect(dueOf(item, start)).toBe(dueAt));

  test('is ticked by whom it names, and each item by somebody who has a seat in every hearing of a witness', () => {
    expect(ticksIt('consentRefreshed', 'support-officer')).toBe(true);
    for (const role of ['clerk', 'prosecutor', 'defence-counsel', 'accused'])
      expect(ticksIt('consentRefreshed', role)).toBe(false);
    const always = ['support-officer', 'clerk', 'prosecutor'];
    for (const item of itemNames) expect(checklist[item].by.some((role) => always.includes(role))).toBe(true);
  });

  test('takes no tick that says what stands', () => {
    const done = { item: 'echo', state: 'done' } as const;
    expect(saysNothingNew([], { item: 'echo', state: 'open' })).toBe(true);
    expect(saysNothingNew([], done)).toBe(false);
    expect(saysNothingNew([done], done)).toBe(true);
    expect(saysNothingNew([done, { item: 'delay', state: 'done' }], { item: 'echo', state: 'open' })).toBe(
      false,
    );
    const not = { item: 'echo', state: 'not-applicable', reason: 'One end alone.' } as const;
    expect(saysNothingNew([not], { ...not, reason: 'Two ends.' })).toBe(false);
  });
});
