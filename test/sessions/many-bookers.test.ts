import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../functions/shared/store/store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { faultyStore, type Fault } from '../support/faulty-store.ts';
import { newKey } from '../support/http.ts';
import { enterPerson, type Told } from '../support/in-process.ts';
import { takenOn } from '../support/calendars.ts';
import { logSize } from '../support/log-entries.ts';
import { inCopy, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book, cancel } from '../support/session-verbs.ts';

/**
 * Many at once, over writes that fail in every way, in thousands of orders. The store is the one in memory; that the
 * real tables do the same is shown by booking.stack.test.ts.
 */

interface Attempt {
  /** Which of the two cases that share clerk and interpreter. */
  readonly which: number;
  readonly quarter: number;
  readonly faults: readonly Fault[];
  /** Whoever gets no answer sends again, as the web client does. */
  readonly resends: number;
  readonly cancels: boolean;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  which: fc.nat(1),
  quarter: fc.nat(11),
  faults: fc.array(fc.constantFrom<Fault>('none', 'none', 'conflict', 'throttled', 'lost'), {
    maxLength: 6,
  }),
  resends: fc.integer({ min: 0, max: 3 }),
  cancels: fc.boolean(),
});

const wallTime = (quarter: number): string => {
  const minutes = 9 * 60 + quarter * 15;
  const two = (value: number) => String(value).padStart(2, '0');
  return `2027-03-02T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

async function run(prepared: PreparedCase, { quarter, faults, resends, cancels }: Attempt): Promise<Told> {
  const app = prepared.over(faultyStore(prepared.store, (write) => faults[write - 1] ?? 'none'));
  const key = newKey();
  let told = await book(prepared, wallTime(quarter), app, key);
  for (let sent = 0; sent < resends && told.status >= 500; sent += 1) {
    told = await book(prepared, wallTime(quarter), app, key);
  }
  if (told.status === 201 && cancels) await cancel(prepared, told.body.sessionId as string, app);
  return told;
}

/** Two cases that share clerk and interpreter. */
async function preparedOnce() {
  const store = memoryStore();
  const [clerk, interpreter] = await Promise.all([
    enterPerson(store, 'clerk'),
    enterPerson(store, 'interpreter'),
  ]);
  const both = await Promise.all([1, 2].map(() => prepareCase(store, { clerk, interpreter })));
  return { store, both };
}

/** Every session that stands in the tables, with its log and whether its door is closed for good. */
async function sessionsIn(store: Store, preparedCases: readonly PreparedCase[]) {
  const lines = await Promise.all(
    preparedCases.map(({ caseId }) => store.query('sessions', `case#${caseId}`)),
  );
  return Promise.all(
    lines.flat().map(async (line) => {
      const sessionId = line['sessionId'] as string;
      const [door] = await store.get([{ table: 'sessions', pk: `session#${sessionId}`, sk: 'door' }]);
      const cancelled = door?.['status'] === 'cancelled';
      return { sessionId, cancelled, logged: await logSize(store, sessionId) };
    }),
  );
}

describe('many bookers of the same people', () => {
  it('never book anybody twice, never leave an effect without an entry, never say yes for nothing', async () => {
    const before = await preparedOnce();
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 2, maxLength: 10 }), async (attempts) => {
        const store = memoryStore(before.store);
        const preparedCases = before.both.map((prepared) => inCopy(prepared, store));
        const told = await Promise.all(
          attempts.map((each) => run(preparedCases[each.which] as PreparedCase, each)),
        );

        const standing = await sessionsIn(store, preparedCases);
        const people = new Set(
          preparedCases.flatMap((prepared) => Object.values(prepared.people).map(({ personId }) => personId)),
        );
        const calendars = await Promise.all([
          ...[...people].map((personId) => takenOn(store, `person#${personId}`)),
          ...preparedCases.map(({ caseId, witness }) => takenOn(store, `witness#${caseId}#${witness}`)),
        ]);
        for (const taken of calendars) {
          const inOrder = taken.toSorted((a, b) => (a.start < b.start ? -1 : 1));
          for (const [index, next] of inOrder.entries())
            expect(index === 0 || (inOrder[index - 1]?.end ?? '') <= next.start).toBe(true);
        }
        const live = standing.filter(({ cancelled }) => !cancelled).map(({ sessionId }) => sessionId);
        const taken = new Set(calendars.flat().map(({ sessionId }) => sessionId));
        expect(taken).toEqual(new Set(live));
        expect(calendars.flat()).toHaveLength(live.length * 5);
        for (const { cancelled, logged } of standing) expect(logged).toBe(cancelled ? 2 : 1);
        const ids = standing.map(({ sessionId }) => sessionId);
        for (const { status, body } of told) {
          expect([201, 409, 500, 503]).toContain(status);
          if (status === 201) expect(ids).toContain(body.sessionId);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
