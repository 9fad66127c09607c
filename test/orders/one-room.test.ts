import { describe, expect, it } from 'vitest';
import type { Party } from '../../functions/cases/port/parties.ts';
import type { Standing } from '../../functions/cases/port/standing.ts';
import { keptWhollyApart, nothingOrdered } from '../../functions/orders/port/measures.ts';
import type { StandingOrder } from '../../functions/orders/port/standing-orders.ts';
import { apartIn, apartOf, type OrderedAround } from '../../functions/sessions/port/one-room.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';

/** Who is kept out of a session's one room, pair by pair. */

const now = parseInstant('2027-03-01T02:00:00Z');
const [earlier, later] = ['2027-03-01T01:00:00.000Z', '2027-03-01T03:00:00.000Z'].map(parseInstant) as [
  typeof now,
  typeof now,
];
const seats = (...named: [Role, string][]) => ({
  sessionId: 's',
  seats: named.map(([seat, pseudonym]) => ({ seat, pseudonym })),
});
const hearing = seats(
  ['witness', 'W-2222'],
  ['accused', 'R-2222'],
  ['defence-counsel', 'D-2222'],
  ['judge', 'J-2222'],
  ['interpreter', 'I-2222'],
  ['observer', 'O-2222'],
  ['support-person', 'N-2222'],
  ['support-person', 'N-4444'],
);
const around = (given: Partial<OrderedAround> = {}): OrderedAround => ({
  standings: [],
  orders: [],
  companions: [],
  permittedInCamera: false,
  permittedScreened: false,
  ...given,
});
const plan = (pseudonym: string, ...noContact: string[]): Standing => ({
  caseId: 'c',
  pseudonym,
  gate: 'riskPlan',
  version: 1,
  state: 'missing',
  recordedAt: earlier,
  noContact,
  leafHash: '',
});
type Ordered = NonNullable<StandingOrder['periods'][number]['ordered']>;
const order = (
  matter: StandingOrder['matter'],
  ordered: Ordered | undefined,
  from = earlier,
  until?: typeof now,
): StandingOrder => ({
  caseId: 'c',
  version: 1,
  matter,
  periods: [{ from, ...(until && { until }), ...(ordered && { ordered }), leafHash: 'leaf' }],
});
const between = (from: string) => ({ kind: 'pair', protected: 'W-2222', from }) as const;
const outOf = (given: Partial<OrderedAround> = {}) =>
  apartIn(hearing, around(given), now).map(({ pseudonym, why }) => `${pseudonym} ${why}`);
const accusedSide = ['R-2222 pair', 'D-2222 pair'];

describe('the one room', () => {
  it('by default keeps the accused’s side out, and nobody else', () => {
    expect(outOf()).toEqual(accusedSide);
    expect(apartOf(hearing)).toEqual(apartIn(hearing, around(), now));
  });

  it('keeps out whom a plan names, whatever became of the plan; the one who is protected comes in', () => {
    expect(outOf({ standings: [plan('W-2222', 'I-2222')] })).toEqual([...accusedSide, 'I-2222 plan']);
  });

  it('keeps out whoever may only see or hear somebody altered: that cannot be kept in one room', () => {
    const masked = { measures: { ...nothingOrdered, heard: 'altered' } } as const;
    expect(outOf({ orders: [order(between('J-2222'), masked)] })).toContain('J-2222 pair');
  });

  it('lets in whom an order lets in, from its beginning until its end', () => {
    const free = { measures: nothingOrdered };
    expect(outOf({ orders: [order(between('R-2222'), free)] })).toEqual(['D-2222 pair']);
    expect(outOf({ orders: [order(between('R-2222'), free, later)] })).toEqual(accusedSide);
    expect(outOf({ orders: [order(between('R-2222'), free, earlier, now)] })).toEqual(accusedSide);
    expect(outOf({ orders: [order(between('R-2222'), undefined)] })).toEqual(accusedSide);
  });

  it('goes by the stricter of plan and order until the judge has ruled on what the plan asks', () => {
    const standings = [plan('W-2222', 'R-2222')];
    const lax = order(between('R-2222'), { measures: nothingOrdered });
    expect(outOf({ standings, orders: [lax] })).toEqual(['R-2222 plan', 'D-2222 pair']);
    const ruled = order(between('R-2222'), { measures: nothingOrdered, ruledOn: keptWhollyApart });
    expect(outOf({ standings, orders: [ruled] })).toEqual(['D-2222 pair']);
  });

  it('where the host State permits it screened alone keeps the accused’s side out, whatever was ordered or ruled on', () => {
    const free = { measures: nothingOrdered, ruledOn: keptWhollyApart };
    const orders = ['R-2222', 'D-2222'].map((from) => order(between(from), free));
    expect(outOf({ orders })).toEqual([]);
    expect(outOf({ orders, permittedScreened: true })).toEqual(accusedSide);
  });

  it('of two who are protected from each other keeps both out', () => {
    const two = seats(['witness', 'W-2222'], ['witness', 'W-4444']);
    const standings = [plan('W-2222', 'W-4444'), plan('W-4444', 'W-2222')];
    expect(apartIn(two, around({ standings }), now)).toHaveLength(2);
  });

  it('in camera keeps out observers, and support persons of nobody who is heard', () => {
    const companions: Party[] = [
      { caseId: 'c', role: 'support-person', pseudonym: 'N-2222', label: '', for: 'W-2222' },
      { caseId: 'c', role: 'support-person', pseudonym: 'N-4444', label: '', for: 'W-9999' },
    ];
    const inCamera = order({ kind: 'in-camera', sessionId: 's' }, {});
    const out = [...accusedSide, 'O-2222 in-camera', 'N-4444 in-camera'];
    expect(outOf({ companions, orders: [inCamera] })).toEqual(out);
    expect(outOf({ companions, permittedInCamera: true })).toEqual(out);
    expect(outOf({ companions, orders: [order({ kind: 'in-camera', sessionId: 'other' }, {})] })).toEqual(
      accusedSide,
    );
  });
});
