import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../functions/shared/store/store.ts';
import { race } from './race.ts';

/** Many who book at the same moment. Runs wherever the tables are real. */
export function manyAtOnceSuite(where: string, open: () => Store): void {
  let store: Store;
  beforeAll(() => {
    store = open();
  });

  describe(`sixty-four at the same moment, ${where}`, () => {
    it('who want one time: one gets it, and the others are told who is taken and what is near', async () => {
      const { told, standing } = await race(store, { clients: 64, slots: 1 });
      expect(told.filter(({ status }) => status === 201)).toHaveLength(1);
      for (const { status, body } of told.filter((each) => each.status !== 201)) {
        expect([status, body.code]).toEqual([409, 'already-booked']);
        // Whose page was read first and whose after the winner wrote is chance; all three are taken.
        expect(['clerk', 'support-officer', 'interpreter']).toContain(body.facts.seat);
        expect(body.facts.alternatives).toHaveLength(3);
      }
      expect(standing.clerk).toHaveLength(1);
      expect(standing.interpreter).toHaveLength(1);
    }, 120_000);

    it('who want times of one day: nobody is booked twice, and no interpreter works too long', async () => {
      const { told, standing, changeover, dayMinutes } = await race(store, { clients: 64, slots: 40 });
      const yes = told.filter(({ status }) => status === 201).map(({ body }) => body.sessionId as string);
      expect(new Set(standing.interpreter.map(({ sessionId }) => sessionId))).toEqual(new Set(yes));
      expect(standing.clerk).toHaveLength(yes.length);
      expect(yes.length).toBeGreaterThan(3);
      const ordered = standing.interpreter.toSorted((one, other) => (one.start < other.start ? -1 : 1));
      for (const [index, next] of ordered.entries()) {
        const before = ordered[index - 1];
        if (before !== undefined)
          expect(Date.parse(next.start) - Date.parse(before.end)).toBeGreaterThanOrEqual(changeover * 60_000);
      }
      const worked = ordered.reduce((sum, { start, end }) => sum + Date.parse(end) - Date.parse(start), 0);
      expect(worked / 60_000).toBeLessThanOrEqual(dayMinutes);
      for (const { status, body } of told) {
        expect([201, 409, 503]).toContain(status);
        if (status === 409) expect(['already-booked', 'duty-limit']).toContain(body.code);
      }
    }, 120_000);
  });
}
