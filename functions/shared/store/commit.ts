import { Refusal } from '../refusals.ts';
import type { Change, Store } from './store.ts';
import { Stale } from './store.ts';
import type { Idempotency } from './idempotency.ts';

/** What an action decided: the changes of its one transaction, and what the caller is told. */
export interface Plan<Answer> {
  readonly changes: readonly Change[];
  readonly answer: Answer;
}

/** How often something is tried before its caller is told that everybody is at the same door. */
export interface Patience {
  readonly mostTries: number;
  /** The pause before a try is at most what it is before this one: whoever must get through does not step back for long. */
  readonly longestPause: number;
}

export const usual: Patience = { mostTries: 8, longestPause: 8 };
/** For what takes access away, and for the one writer of facts: nobody may be told that they came at a bad moment. */
export const patient: Patience = { mostTries: 40, longestPause: 3 };

/**
 * Runs an action to its one transaction. `decide` reads and applies the rules; when what it read has moved, it runs
 * again. A request that was already carried out is answered from its record, whatever the state says now.
 * @throws {Refusal} `busy` after the most tries, or whatever `decide` refuses
 */
export async function commit<Answer>(
  {
    store,
    idempotency,
    pause,
  }: { store: Store; idempotency?: Idempotency | undefined; pause: (tries: number) => Promise<void> },
  decide: () => Promise<Plan<Answer>>,
  { mostTries, longestPause }: Patience = usual,
): Promise<Answer> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (tries > 0) await pause(Math.min(tries, longestPause));
    // Both at once: the record of an earlier run wins over any refusal that this run's state would give.
    const [earlier, decided] = await Promise.allSettled([idempotency?.recall<Answer>(store), decide()]);
    if (earlier.status === 'rejected') throw earlier.reason;
    if (earlier.value !== undefined) return earlier.value.answer;
    if (decided.status === 'rejected') {
      if (decided.reason instanceof Stale) continue;
      return answeredMeanwhile(decided.reason);
    }
    const { changes, answer } = decided.value;
    const all = idempotency === undefined ? changes : [...changes, idempotency.record(answer)];
    if (all.length === 0) return answer;
    try {
      await store.write(all);
      return answer;
    } catch (error) {
      if (!(error instanceof Stale)) return answeredMeanwhile(error);
    }
  }
  throw new Refusal('busy');

  /** The same request may have gone through since the record was looked for; what refuses now is its own effect. */
  async function answeredMeanwhile(fault: unknown): Promise<Answer> {
    const earlier = fault instanceof Refusal ? await idempotency?.recall<Answer>(store) : undefined;
    if (earlier === undefined) throw fault;
    return earlier.answer;
  }
}

/** Full jitter up to 40 ms, doubling; capped at 640 ms. Randomness in [0, 1). */
export const jitteredPause = (random: () => number) => (tries: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, random() * Math.min(640, 40 * 2 ** (tries - 1))));
