import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactsOf } from '../../../functions/shared/refusals.ts';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import { searchIn, stageFor, takeAt, type Stage } from './ask-both.ts';
import { sessionIn, startOf, world, type World } from './random-world.ts';

/**
 * Search and booking say the same. Each start of small random worlds is asked of both: what the search offers can be
 * booked with exactly the overrides that it names, and what it does not offer is refused whatever is set aside of what it
 * was asked to set aside.
 */

const namesOf = (told: FactsOf<'override-needed'>['needs']): string[] => [
  ...new Set((told ?? []).map(({ what }) => what)),
];

/** What the search was told may be set aside; the rest never excludes a slot. */
const allowed = ({ loose: { outsideHours, shortNotice, withoutBuffers } }: World): string[] => [
  'unsociable',
  'holiday',
  'alone-too-long',
  ...(outsideHours ? ['outside-hours'] : []),
  ...(shortNotice ? ['short-notice'] : []),
  ...(withoutBuffers ? ['buffer'] : []),
];

/** Whatever was set aside: what is offered instead can be had in the same way. (Its length does not get less.) */
async function expectAlternatives(stage: Stage, start: number): Promise<number> {
  const names = [...stage.world.agreed, 'alone-too-long'];
  const { body } = await takeAt(stage, start, names);
  const others = ((body.facts ?? {}) as Partial<FactsOf<'already-booked'>>).alternatives ?? [];
  for (const other of others) {
    const again = await takeAt(stage, Date.parse(other.local + other.offset), names);
    expect([other, again.status, again.body.facts]).toEqual([other, 201, undefined]);
  }
  return others.length;
}

describe('search and booking', () => {
  it('say the same of each start', async () => {
    const seen = { offered: 0, asked: 0, refused: 0, moved: 0, alternatives: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const stage = await stageFor(given);
        const { minutes, again } = sessionIn(given);
        const length = (Math.max(0, ...again) + minutes) * 60_000;
        const whole = await searchIn(stage, startOf(given, -2), startOf(given, 260) + length);
        expect(whole.status).toBe(200);
        const inBand = (start: number) =>
          (whole.body.bands as { first: string; last: string }[]).some(
            ({ first, last }) => first <= instantOf(start) && instantOf(start) <= last,
          );
        for (const index of given.starts) {
          const start = startOf(given, index);
          // To move a session to where it is changes nothing, and asks nobody for anything.
          if (stage.moving !== undefined && index === given.moving) continue;
          const { body } = await searchIn(stage, start, start + length);
          // Of a time that is over it is not even looked.
          const slots = (body.slots ?? []) as { start: string; seats: { needs?: string[] }[] }[];
          const [slot] = slots;
          expect(inBand(start)).toBe(slot !== undefined);
          if (slot === undefined) {
            const told = await takeAt(stage, start, allowed(given));
            expect(told.status).toBeGreaterThan(201);
            if (start > given.now)
              expect(['already-booked', 'duty-limit', 'override-needed']).toContain(told.body.code);
            seen.refused += 1;
            seen.alternatives += await expectAlternatives(stage, start);
            continue;
          }
          const needs = [...new Set(slot.seats.flatMap((seat) => seat.needs ?? []))];
          const told = await takeAt(stage, start, needs);
          expect([told.status, told.body.code, told.body.facts]).toEqual([201, undefined, undefined]);
          seen.offered += 1;
          if (stage.moving !== undefined) seen.moved += 1;
          if (needs.length === 0) continue;
          const plain = await takeAt(stage, start, []);
          expect(namesOf(plain.body.facts?.needs).toSorted()).toEqual(needs.toSorted());
          for (const left of needs) {
            const rest = needs.filter((name) => name !== left);
            const refused = await takeAt(stage, start, rest);
            expect([refused.status, namesOf(refused.body.facts?.needs)]).toEqual([409, [left]]);
          }
          seen.asked += 1;
        }
      }),
      { numRuns: 60 },
    );
    // Were all of one kind, nothing would have been compared.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
  }, 120_000);
});
