import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsIn, grace } from '../../../functions/rooms/presence/gaps.ts';
import type { Sighting } from '../../../functions/rooms/presence/presence.ts';

/** Gaps in what the record has of somebody who is heard. */

const start = Date.parse('2026-11-25T03:00:00.000Z');
const minute = 60_000;
const witness = 'witness W-2222';
const at = (what: Sighting['what'], minutes: number, connection: string, whose = witness): Sighting => ({
  source: 'report',
  what,
  connection,
  whose,
  at: start + minutes * minute,
});
const stay = (connection: string, from: number, to?: number): Sighting[] => [
  at('came', from, connection),
  ...(to === undefined ? [] : [at('went', to, connection)]),
];
const gone = (minutes: number) => start + minutes * minute;
const gaps = (rooms: Parameters<typeof gapsIn>[0]) =>
  gapsIn(rooms).map(({ whose, from, to }) => [whose, (from - start) / minute, (to - start) / minute]);

describe('whoever is heard', () => {
  it('and had no line for eight minutes has a gap from when it went to when they were back', () => {
    const sightings = [...stay('PA_1', 0, 10), ...stay('PA_2', 18)];
    expect(gapsIn([{ roomName: 'one', sightings }])).toEqual([
      { whose: witness, from: gone(10), to: gone(18), connection: 'PA_2', roomName: 'one' },
    ]);
  });

  it('has the same gap where the hearing was paused meanwhile, and the room is another one', () => {
    expect(
      gaps([
        { roomName: 'one', sightings: stay('PA_1', 0, 10), goneAt: gone(11) },
        { roomName: 'two', sightings: stay('PA_2', 18) },
      ]),
    ).toEqual([[witness, 10, 18]]);
  });

  it.each<[string, Parameters<typeof gapsIn>[0]]>([
    [
      'is back within the grace time',
      [{ roomName: 'one', sightings: [...stay('PA_1', 0, 10), ...stay('PA_2', 10 + grace / minute)] }],
    ],
    [
      'was there by another line',
      [{ roomName: 'one', sightings: [...stay('PA_1', 0, 10), ...stay('PA_2', 5, 17), ...stay('PA_3', 18)] }],
    ],
    [
      'was sent into a recess with everybody',
      [
        { roomName: 'one', sightings: stay('PA_1', 0, 10), goneAt: gone(10) },
        { roomName: 'two', sightings: stay('PA_2', 40) },
      ],
    ],
    ['never came back', [{ roomName: 'one', sightings: stay('PA_1', 0, 10) }]],
    ['came for the first time', [{ roomName: 'one', sightings: stay('PA_1', 30) }]],
  ])('and %s has none', (_, rooms) => {
    expect(gaps(rooms)).toEqual([]);
  });

  it('has their own gap and nobody else’s', () => {
    const others = [at('came', 10, 'PA_9', 'judge J-2222'), at('went', 18, 'PA_9', 'judge J-2222')];
    const sightings = [...stay('PA_1', 0, 10), ...others, ...stay('PA_2', 18)];
    expect(gaps([{ roomName: 'one', sightings }])).toEqual([[witness, 10, 18]]);
  });

  it('has the same gaps in whatever order anything came, and however often', () => {
    const line = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }).chain((lines) => {
          const sightings = lines.flatMap(([from, length], n) => stay(`PA_${n}`, from, from + length));
          const twice = [...sightings, ...sightings];
          return fc.tuple(fc.constant(sightings), fc.shuffledSubarray(twice, { minLength: twice.length }));
        }),
        ([sightings, again]) => {
          const found = gapsIn([{ roomName: 'one', sightings: again }]);
          expect(found).toEqual(gapsIn([{ roomName: 'one', sightings }]));
          for (const { from, to } of found) {
            expect(to - from).toBeGreaterThan(grace);
            // Nobody was there in it.
            const there = sightings.filter(({ at: when }) => when > from && when < to);
            expect(there).toEqual([]);
          }
        },
      ),
    );
  });
});
