import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { idempotencyFor } from '../../../functions/shared/store/idempotency.ts';
import { memoryStore } from '../../support/memory-store.ts';

const now = new Date('2026-11-24T09:00:00.500Z');
const key = 'k'.repeat(22);
const memoryOf = ({ by = 'staff:1', asked = 'POST /api/cases {}', under = key } = {}) =>
  idempotencyFor('cases', under, by, asked, now);

async function remembered(answer: unknown) {
  const store = memoryStore();
  await store.write([memoryOf().record(answer)]);
  return store;
}

describe('the record of an answer', () => {
  it('gives the same answer to the same request, and to nobody else', async () => {
    const store = await remembered({ secret: 'of the link' });
    expect(await memoryOf().recall(store)).toEqual({ answer: { secret: 'of the link' } });
    expect(await memoryOf({ by: 'staff:2' }).recall(store)).toBeUndefined();
    expect(await memoryOf({ under: 'j'.repeat(22) }).recall(store)).toBeUndefined();
    await expect(memoryOf({ asked: 'POST /api/cases {"a":1}' }).recall(store)).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('is forgotten 400 days after the request, and not before', async () => {
    const [item] = [...(await remembered('done')).items.values()];
    expect(item?.['expiresAt']).toBe(Date.parse('2027-12-29T09:00:00Z') / 1000);
  });

  it('says neither key nor answer, and is another text for another answer', async () => {
    const [item] = [...(await remembered({ pin: '493817' })).items.values()];
    const [other] = [...(await remembered({ pin: '493818' })).items.values()];
    expect(JSON.stringify(item)).not.toContain(key);
    expect(Buffer.from(String(item?.['sealed']), 'base64').toString('latin1')).not.toContain('493817');
    expect(other?.['sealed']).not.toBe(item?.['sealed']);
  });

  it('lets nobody who has the table try what was asked; one of before, which did, is known still', async () => {
    const asked = 'POST /api/witnesses {"name":"Khin May Oo"}';
    const guess = createHash('sha256').update(asked).digest('base64url');
    const store = memoryStore();
    const record = memoryOf({ asked }).record('done');
    await store.write([record]);
    expect(JSON.stringify([...store.items.values()])).not.toContain(guess);
    if (record.kind !== 'put') throw new Error('A record is put.');
    await store.write([{ ...record, item: { ...record.item, asked: guess }, when: 'present' }]);
    expect(await memoryOf({ asked }).recall(store)).toEqual({ answer: 'done' });
    await expect(memoryOf({ asked: 'another' }).recall(store)).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('that was touched answers nothing', async () => {
    const store = await remembered('done');
    const [item] = [...store.items.values()];
    const sealed = Buffer.from(String(item?.['sealed']), 'base64');
    sealed[30] = (sealed[30] ?? 0) ^ 1;
    const { pk, sk } = item as { pk: string; sk: string };
    const set = { sealed: sealed.toString('base64') };
    await store.write([{ kind: 'update', key: { table: 'cases', pk, sk }, set, onRefused: 'retry' }]);
    await expect(memoryOf().recall(store)).rejects.toThrow('authenticate');
  });
});
