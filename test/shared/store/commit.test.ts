import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../functions/shared/refusals.ts';
import { commit, patient } from '../../../functions/shared/store/commit.ts';
import { idempotencyFor } from '../../../functions/shared/store/idempotency.ts';
import { Stale, type Change } from '../../../functions/shared/store/store.ts';
import { memoryStore } from '../../support/memory-store.ts';

const now = new Date('2026-11-24T09:00:00Z');
const idempotencyOf = (request: string) => idempotencyFor('thing', 'k'.repeat(22), 'staff:1', request, now);
const pause = () => Promise.resolve();
const raise = (version: number): Change => ({
  kind: 'put',
  table: 'thing',
  item: { pk: 'thing', sk: 'thing', version },
  when: version === 1 ? 'absent' : { version: version - 1 },
  onRefused: 'changed-meanwhile',
});

/** The same request, going through elsewhere at the worst moment. */
function twin() {
  const store = memoryStore();
  const idempotency = idempotencyOf('same');
  const first = () =>
    commit({ store, idempotency, pause }, () => Promise.resolve({ changes: [raise(1)], answer: 'done' }));
  return { store, idempotency, first };
}

describe('a request that goes through twice at once', () => {
  it('is answered alike when the twin was done between the look for a record and the decision', async () => {
    const { store, idempotency, first } = twin();
    const second = commit({ store, idempotency, pause }, async () => {
      await first();
      throw new Refusal('changed-meanwhile');
    });
    expect(await second).toBe('done');
  });

  it('is answered alike when the twin was done before the write', async () => {
    const { store, idempotency, first } = twin();
    const second = commit({ store, idempotency, pause }, async () => {
      await first();
      return { changes: [raise(1)], answer: 'twice' };
    });
    expect(await second).toBe('done');
  });

  it('is refused when what came between was somebody else’s', async () => {
    const { store, idempotency } = twin();
    const second = commit({ store, idempotency, pause }, async () => {
      await store.write([raise(1)]);
      return { changes: [raise(1)], answer: 'mine' };
    });
    await expect(second).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('is refused when the key was used meanwhile for another request', async () => {
    const { store, first } = twin();
    const second = commit({ store, idempotency: idempotencyOf('other'), pause }, async () => {
      await first();
      throw new Refusal('changed-meanwhile');
    });
    await expect(second).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});

it('whoever finds everything moved at every try is told that others are busy there', async () => {
  let tries = 0;
  const never = commit({ store: memoryStore(), pause }, () => {
    tries += 1;
    return Promise.reject(new Stale());
  });
  await expect(never).rejects.toMatchObject({ code: 'busy' });
  expect(tries).toBe(8);
});

it('whoever is patient is tried five times as often, and never steps back for long', async () => {
  const pauses: number[] = [];
  let tries = 0;
  const never = commit(
    { store: memoryStore(), pause: async (before) => void pauses.push(before) },
    () => {
      tries += 1;
      return Promise.reject(new Stale());
    },
    patient,
  );
  await expect(never).rejects.toMatchObject({ code: 'busy' });
  expect(tries).toBe(40);
  expect(pauses).toEqual([1, 2, ...Array.from({ length: 37 }, () => 3)]);
});
