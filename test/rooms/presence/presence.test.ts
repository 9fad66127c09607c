import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differencesIn,
  newIn,
  patience,
  spansIn,
  type About,
  type Sighting,
  type Source,
} from '../../../functions/rooms/presence/presence.ts';

/** Who was in a room, put together: rows W3 to W6, W13 and W14 of the fault model, and what holds for all of them. */

const start = Date.parse('2026-11-25T03:00:00.000Z');
const witness = 'witness W-2222';
const seen = (
  source: Source,
  what: Sighting['what'],
  seconds: number,
  connection = 'PA_1',
  whose = witness,
): Sighting => ({ source, what, connection, whose, at: start + seconds * 1000 });
/** Long after anything could still be reported. */
const later = start + 3_600_000;
const kinds = (about: About, now = later) => differencesIn(about, now).map(({ what }) => what);

describe('W3: a leaving that came before the arrival', () => {
  it.each([
    ['in that order', [seen('report', 'went', 5), seen('report', 'came', 2)]],
    ['in the other', [seen('report', 'came', 2), seen('report', 'went', 5)]],
    ['by a clock that says so too', [seen('report', 'went', 5), seen('report', 'came', 6)]],
  ])('%s ends as absent, and nothing is missing', (_, sightings) => {
    expect(spansIn({ sightings })).toMatchObject([{ to: expect.any(Number) as number }]);
    expect(kinds({ sightings })).toEqual([]);
  });
});

it('W4: the end of an earlier connection takes nobody away who came again', () => {
  const sightings = [
    seen('report', 'came', 0, 'PA_1'),
    seen('report', 'came', 9, 'PA_2'),
    seen('report', 'went', 10, 'PA_1'),
  ];
  expect(spansIn({ sightings })).toMatchObject([
    { connection: 'PA_1', to: start + 10_000 },
    { connection: 'PA_2', from: start + 9_000 },
  ]);
  expect(spansIn({ sightings })[1]).not.toHaveProperty('to');
  expect(kinds({ sightings })).toEqual([]);
});

describe('W5: a leaving that is never reported', () => {
  const came = seen('report', 'came', 0);

  it.each<[string, About, readonly string[]]>([
    ['a list has them no more', { sightings: [came, seen('list', 'went', 45)] }, ['list']],
    [
      'the observer saw them go',
      { sightings: [came, seen('observer', 'came', 1), seen('observer', 'went', 45)] },
      ['observer'],
    ],
    ['we took the room away', { sightings: [came], goneAt: start + 45_000 }, ['ours']],
  ])('is inferred where %s, once it can come no more', (_, about, sawGo) => {
    expect(kinds(about, start + 45_000 + patience - 1)).toEqual([]);
    expect(differencesIn(about, start + 45_000 + patience)).toMatchObject([
      { what: 'leaving-not-reported', span: { to: start + 45_000, sawGo }, isThere: false },
    ]);
  });

  it('and says so where they are there by another line', () => {
    const sightings = [came, seen('list', 'went', 45), seen('report', 'came', 30, 'PA_2')];
    expect(differencesIn({ sightings }, later)).toMatchObject([{ isThere: true }]);
  });

  it('is nothing where it came late after all', () => {
    expect(kinds({ sightings: [came, seen('list', 'went', 45), seen('report', 'went', 40)] })).toEqual([]);
  });

  it('is nothing where nobody says so: they are there', () => {
    expect(kinds({ sightings: [came] })).toEqual([]);
    expect(spansIn({ sightings: [came] })[0]).not.toHaveProperty('to');
  });
});

describe('W6: an arrival that is never reported', () => {
  it('of a line that broke off before it was one is no presence, and is entered', () => {
    const sightings = [seen('report', 'aborted', 3)];
    expect(spansIn({ sightings })).toEqual([]);
    expect(kinds({ sightings }, start + 3_000 + patience - 1)).toEqual([]);
    expect(kinds({ sightings })).toEqual(['never-came-in']);
  });

  it('of somebody whose leaving is reported has an end and no beginning', () => {
    const sightings = [seen('report', 'went', 30)];
    expect(spansIn({ sightings })).toEqual([
      { connection: 'PA_1', whose: witness, to: start + 30_000, saw: [], sawGo: ['report'] },
    ]);
    expect(kinds({ sightings })).toEqual(['arrival-not-reported']);
  });
});

it('W13: what was not reported for ten minutes is rebuilt from lists and observer, and each gap is a difference', () => {
  const sightings = [
    seen('list', 'came', 60, 'PA_1', 'judge J-2222'),
    seen('observer', 'came', 62, 'PA_2'),
    seen('observer', 'went', 300, 'PA_2'),
  ];
  expect(spansIn({ sightings })).toMatchObject([
    { whose: 'judge J-2222', from: start + 60_000 },
    { whose: witness, from: start + 62_000, to: start + 300_000 },
  ]);
  expect(kinds({ sightings })).toEqual([
    'arrival-not-reported',
    'arrival-not-reported',
    'leaving-not-reported',
  ]);
});

describe('an observer', () => {
  const watched = { from: start - 60_000, to: start + 30_000 };
  const other = seen('observer', 'came', -30, 'PA_0', 'judge J-2222');
  const reported = seen('report', 'came', -30, 'PA_0', 'judge J-2222');

  it('that watched and did not see whom the media server reports, differs', () => {
    const sightings = [reported, other, seen('report', 'came', 0)];
    expect(kinds({ sightings, watched })).toEqual(['not-seen-by-observer']);
    // It was not there for long enough, saw them, or nobody can.
    expect(kinds({ sightings, watched: { ...watched, to: start + 9_000 } })).toEqual([]);
    expect(kinds({ sightings })).toEqual([]);
    expect(kinds({ sightings: [...sightings, seen('observer', 'came', 4)], watched })).toEqual([]);
    const hidden = { ...seen('report', 'came', 0), hidden: true as const };
    expect(kinds({ sightings: [reported, other, hidden], watched })).toEqual([]);
    const short = [...sightings, seen('report', 'went', 5)];
    expect(kinds({ sightings: short, watched })).toEqual([]);
    // Where it names nobody it is not: a consultation has none.
    expect(kinds({ sightings: [reported, seen('report', 'came', 0)], watched })).toEqual([]);
  });

  it('that lost its own line sees them go and come, and they were there all along', () => {
    const sightings = [
      seen('report', 'came', 0),
      ...[1, 40].map((at) => seen('observer', 'came', at)),
      seen('observer', 'went', 30),
    ];
    expect(spansIn({ sightings })[0]).not.toHaveProperty('to');
    expect(kinds({ sightings, watched })).toEqual([]);
  });
});

describe('J10: somebody who was reported gone', () => {
  const went = [seen('report', 'came', 0), seen('report', 'went', 20)];

  it('and is in a list yet, differs at once; not within what clocks may differ', () => {
    const listed = [{ connection: 'PA_1', whose: witness }];
    expect(newIn(went, listed, start + 25_000)).toEqual([seen('list', 'came', 25)]);
    expect(kinds({ sightings: [...went, seen('list', 'came', 25)] })).toEqual([]);
    const late = newIn([...went, seen('list', 'came', 10)], listed, start + 60_000);
    expect(late).toEqual([seen('list', 'came', 60)]);
    expect(kinds({ sightings: [...went, ...late] }, start + 60_000)).toEqual(['left-and-still-there']);
    expect(newIn([...went, ...late], listed, start + 120_000)).toEqual([]);
  });
});

describe('a list', () => {
  it('says who is there whom nobody named, and who is not any more, once each', () => {
    const known = [seen('report', 'came', 0), seen('observer', 'came', 1, 'PA_2', 'judge J-2222')];
    const listed = [{ connection: 'PA_3', whose: 'clerk C-2222' }];
    const news = newIn(known, listed, start + 60_000);
    expect(news).toEqual([
      seen('list', 'came', 60, 'PA_3', 'clerk C-2222'),
      seen('list', 'went', 60, 'PA_1'),
      seen('list', 'went', 60, 'PA_2', 'judge J-2222'),
    ]);
    expect(newIn([...known, ...news], listed, start + 120_000)).toEqual([]);
    // Who was reported gone is known to be.
    expect(newIn([seen('report', 'came', 0), seen('report', 'went', 9)], [], start + 60_000)).toEqual([]);
  });
});

/** One connection as it truly was, in whole seconds, and what of it was lost by whom. */
const truth = fc.record({
  whose: fc.constantFrom(witness, 'judge J-2222', 'clerk C-2222'),
  from: fc.integer({ min: 0, max: 600 }),
  stays: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
  loses: fc.record({
    report: fc.record({ came: fc.boolean(), went: fc.boolean() }),
    list: fc.record({ came: fc.boolean(), went: fc.boolean() }),
    observer: fc.record({ came: fc.boolean(), went: fc.boolean() }),
  }),
});
type Truth = typeof truth extends fc.Arbitrary<infer One> ? One : never;

const saidOf = (all: readonly Truth[], isLost: boolean): Sighting[] =>
  all.flatMap(({ whose, from, stays, loses }, n) =>
    (['report', 'list', 'observer'] as const).flatMap((source) => [
      ...(isLost && loses[source].came ? [] : [seen(source, 'came', from, `PA_${n}`, whose)]),
      ...(stays === undefined || (isLost && loses[source].went)
        ? []
        : [seen(source, 'went', from + stays, `PA_${n}`, whose)]),
    ]),
  );

/** Each at least once, in any order. */
const jumbled = (sightings: readonly Sighting[]) =>
  fc.tuple(fc.subarray([...sightings]), fc.subarray([...sightings])).chain((more) =>
    fc.shuffledSubarray([...sightings, ...more.flat()], {
      minLength: sightings.length + more.flat().length,
    }),
  );

describe('whatever was lost, came twice, late or in any order (W1, W14)', () => {
  it('makes the same of the same set', () => {
    const both = fc.array(truth, { maxLength: 5 }).chain((all) => {
      const sightings = saidOf(all, true);
      return fc.tuple(fc.constant(sightings), jumbled(sightings));
    });
    fc.assert(
      fc.property(both, fc.integer({ min: 0, max: 1_500 }), ([sightings, again], seconds) => {
        const now = start + seconds * 1000;
        expect(spansIn({ sightings: again })).toEqual(spansIn({ sightings }));
        expect(differencesIn({ sightings: again }, now)).toEqual(differencesIn({ sightings }, now));
      }),
    );
  });

  it('has no difference where nothing was lost, and says exactly who was there when', () => {
    fc.assert(
      fc.property(fc.array(truth, { maxLength: 5 }), (all) => {
        const sightings = saidOf(all, false);
        expect(differencesIn({ sightings }, later)).toEqual([]);
        expect(spansIn({ sightings }).map(({ whose, from, to }) => [whose, from, to])).toEqual(
          all.map(({ whose, from, stays }) => [
            whose,
            start + from * 1000,
            stays === undefined ? undefined : start + (from + stays) * 1000,
          ]),
        );
      }),
    );
  });

  it('has one difference for each report that was lost and that somebody else told of, and no other', () => {
    fc.assert(
      fc.property(fc.array(truth, { maxLength: 5 }), (all) => {
        const expected = all.flatMap(({ stays, loses: { report, list, observer } }, n) => {
          const isKnown = !list.came || !observer.came || (stays !== undefined && !report.went);
          // Whoever came by nobody's word was seen to go by one alone who knows nothing of them.
          const cameByAny = !report.came || !list.came || !observer.came;
          const goes = stays !== undefined && (!list.went || !observer.went);
          return [
            ...(report.came && isKnown ? [`PA_${n} arrival-not-reported`] : []),
            ...(report.went && goes && cameByAny ? [`PA_${n} leaving-not-reported`] : []),
          ];
        });
        const found = differencesIn({ sightings: saidOf(all, true) }, later);
        expect(found.map(({ what, span }) => `${span.connection} ${what}`)).toEqual(expected);
      }),
    );
  });

  it('calls nobody there who went by anybody’s word, nor anybody gone of whom nobody said so', () => {
    fc.assert(
      fc.property(
        fc.array(truth, { maxLength: 5 }),
        fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
        (all, gone) => {
          const goneAt = gone === undefined ? undefined : start + gone * 1000;
          for (const span of spansIn({ sightings: saidOf(all, true), goneAt }))
            expect(span.to === undefined).toBe(span.sawGo.length === 0);
        },
      ),
    );
  });
});
