import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byDefault,
  covers,
  keptWhollyApart,
  measuresBetween,
  nothingOrdered,
  protectionOf,
  stricter,
  type Measures,
  type OfCase,
} from '../../functions/orders/port/measures.ts';
import { levels, type Level, type PairMeasures } from '../../functions/orders/measures/contract.ts';
import { role } from '../../functions/shared/access/roles.ts';

/** Of plan and order the stricter, until the judge has ruled on their difference. */

const level = fc.constantFrom(...levels);
const measures: fc.Arbitrary<PairMeasures> = fc.record({
  meet: fc.boolean(),
  seen: level,
  heard: level,
  sees: level,
  hears: level,
});
const somebody = (pseudonym: string): fc.Arbitrary<OfCase> =>
  fc.constantFrom(...role.options).map((seat) => ({ seat, pseudonym }));
const pair = { protected: 'W-2222', from: 'R-2222' };
const witness: OfCase = { seat: 'witness', pseudonym: pair.protected };
const accused: OfCase = { seat: 'accused', pseudonym: pair.from };

const rank = (of: Level) => levels.indexOf(of);
const atLeast = (one: Measures, other: Measures) =>
  (other.meet || !one.meet) && rank(one.see) >= rank(other.see) && rank(one.hear) >= rank(other.hear);

describe('of measures', () => {
  it('the stricter is a join: it covers both, is covered by whatever covers both, and is the same either way round', () => {
    fc.assert(
      fc.property(measures, measures, measures, (one, other, third) => {
        const join = stricter(one, other);
        expect(covers(join, one) && covers(join, other)).toBe(true);
        expect(stricter(other, one)).toEqual(join);
        expect(stricter(stricter(one, other), third)).toEqual(stricter(one, stricter(other, third)));
        expect(stricter(one, one)).toEqual(one);
        if (covers(third, one) && covers(third, other)) expect(covers(third, join)).toBe(true);
        expect(covers(keptWhollyApart, one) && covers(one, nothingOrdered)).toBe(true);
      }),
    );
  });
});

describe('between two', () => {
  const people = fc.tuple(somebody('A-2222'), somebody('B-2222'));
  const ways = (a: OfCase, b: OfCase, is: PairMeasures) => [
    { protected: a.pseudonym, from: b.pseudonym, measures: is },
    { protected: b.pseudonym, from: a.pseudonym, measures: is },
  ];

  it('what holds is never laxer than the plan or the order, before the judge has ruled', () => {
    fc.assert(
      fc.property(people, measures, measures, fc.nat(3), fc.nat(3), ([a, b], planned, ordered, p, o) => {
        const plan = ways(a, b, planned).filter((_, at) => ((p + 1) >> at) % 2 === 1);
        const order = ways(a, b, ordered).filter((_, at) => ((o + 1) >> at) % 2 === 1);
        const both = measuresBetween(plan, order, a, b);
        // With as strict an order as can be, a plan alone, and an order alone over a plan that asks nothing.
        const silent = ways(a, b, nothingOrdered);
        expect(atLeast(both, measuresBetween(plan, order.map(lax), a, b))).toBe(true);
        expect(atLeast(both, measuresBetween(silent.slice(0, 0), order, a, b))).toBe(true);
        if (order.length === 0) expect(atLeast(both, measuresBetween([], [], a, b))).toBe(true);
      }),
    );
  });

  it('nobody meets whom the other may not meet', () => {
    fc.assert(
      fc.property(people, measures, measures, ([a, b], planned, ordered) => {
        const [plan] = ways(a, b, planned);
        const [, order] = ways(a, b, ordered);
        if (plan === undefined || order === undefined) throw new Error('two ways');
        const of = measuresBetween([plan], [order], a, b);
        expect(measuresBetween([plan], [order], b, a).meet).toBe(of.meet);
      }),
    );
  });

  it('once the judge has ruled on what the plan asks, the ruling holds, laxer too', () => {
    fc.assert(
      fc.property(measures, measures, (planned, ordered) => {
        const plan = [{ ...pair, measures: planned }];
        const ruled = [{ ...pair, measures: ordered, ruledOn: planned }];
        expect(protectionOf(plan, ruled, witness, accused)).toEqual(ordered);
      }),
    );
  });

  it('a ruling holds for as long as the plan asks no more than what was ruled on, and no longer', () => {
    fc.assert(
      fc.property(measures, measures, measures, (ruledOn, now, ordered) => {
        const of = protectionOf(
          [{ ...pair, measures: now }],
          [{ ...pair, measures: ordered, ruledOn }],
          witness,
          accused,
        );
        expect(of).toEqual(covers(ruledOn, now) ? ordered : stricter(ordered, now));
      }),
    );
  });

  it('where nothing is ordered, no plan makes it laxer than the default', () => {
    fc.assert(
      fc.property(measures, people, (planned, [a, b]) => {
        const of = protectionOf([{ protected: a.pseudonym, from: b.pseudonym, measures: planned }], [], a, b);
        expect(covers(of, byDefault(a, b)) && covers(of, planned)).toBe(true);
      }),
    );
    expect(protectionOf([], [], witness, accused)).toEqual(keptWhollyApart);
  });

  it('an order between the two takes the place of the default, and one between others does not', () => {
    const lifted = [{ ...pair, measures: nothingOrdered }];
    expect(protectionOf([], lifted, witness, accused)).toEqual(nothingOrdered);
    const turned = [{ protected: pair.from, from: pair.protected, measures: nothingOrdered }];
    expect(protectionOf([], turned, witness, accused)).toEqual(keptWhollyApart);
    const counsel: OfCase = { seat: 'defence-counsel', pseudonym: 'D-2222' };
    expect(protectionOf([], lifted, witness, counsel)).toEqual(keptWhollyApart);
  });

  it('who is seen and who sees are told apart', () => {
    const order = [{ ...pair, measures: { ...nothingOrdered, seen: 'not', sees: 'altered' } as const }];
    expect(measuresBetween([], order, accused, witness)).toEqual({ meet: true, see: 'not', hear: 'as-is' });
    expect(measuresBetween([], order, witness, accused)).toEqual({
      meet: true,
      see: 'altered',
      hear: 'as-is',
    });
  });
});

const lax = (each: { readonly protected: string; readonly from: string }) => ({
  protected: each.protected,
  from: each.from,
  measures: nothingOrdered,
});
