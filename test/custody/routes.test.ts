import { describe, expect, test } from 'vitest';
import { memberKey } from '../../functions/cases/port/membership.ts';
import { readingKey } from '../../functions/custody/store.ts';
import { at, bench, clerk, minutesLater, personId, staff } from './opened-log.ts';
import { caseId, logId } from './sample-log.ts';

describe('the log on screen', () => {
  test('shows entries in order, says what is published, and is entered as a read', async () => {
    const { ask, accessLog } = await bench();
    const answer = await ask(`logs/${logId}/entries?from=1`, clerk);
    const page = (await answer.json()) as {
      size: number;
      publishedSize: number;
      entries: { entry: { index: number } }[];
    };
    expect(page).toMatchObject({ size: 3, publishedSize: 0 });
    expect(page.entries.map(({ entry }) => entry.index)).toEqual([1, 2]);
    expect(await accessLog()).toMatchObject([
      { action: 'log.read', details: { from: 1, to: 3, until: '2026-11-24T05:00:00.000Z' } },
    ]);
  });

  test('a poll that finds nothing new leaves no trace', async () => {
    const { ask, accessLog } = await bench();
    const answer = await ask(`logs/${logId}/entries?from=3`, clerk);
    expect(await answer.json()).toMatchObject({ size: 3, entries: [] });
    expect(await accessLog()).toEqual([]);
  });

  test('gives at most a page', async () => {
    const { ask, append } = await bench(40);
    for (let i = 0; i < 3; i += 1) await append(40);
    const page = (await (await ask(`logs/${logId}/entries`, clerk)).json()) as { entries: unknown[] };
    expect(page.entries).toHaveLength(100);
  });

  test.each(['from=-1', 'from=1e3', 'from=01', 'from=x', 'form=1'])('%s is refused', async (query) => {
    const { ask, accessLog } = await bench();
    const answer = await ask(`logs/${logId}/entries?${query}`, clerk);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid-request' });
    expect(await accessLog()).toEqual([]);
  });
});

describe('one reading', () => {
  const page = (from: number) => `logs/${logId}/entries?from=${from}`;

  test('is whatever one person turns to, asks again or polls within the hour', async () => {
    const { ask, append, accessLog } = await bench();
    for (const [minutes, from] of [
      [0, 0],
      [0, 0],
      [1, 2],
      [20, 0],
      [59.9, 1],
    ] as const)
      expect((await ask(page(from), clerk, { now: minutesLater(minutes) })).status).toBe(200);
    await append(1);
    await ask(page(3), clerk, { now: minutesLater(59.9) });
    expect(await accessLog()).toHaveLength(1);
  });

  test('is over after the hour, whenever in it the last page was turned', async () => {
    const { ask, accessLog } = await bench();
    for (const minutes of [0, 59, 60, 119, 121]) await ask(page(0), clerk, { now: minutesLater(minutes) });
    expect((await accessLog()).map(({ occurredAt }) => occurredAt)).toEqual(
      [0, 60, 121].map((minutes) => minutesLater(minutes).toISOString()),
    );
  });

  test('may be forgotten once it is over, and not before', async () => {
    const { ask, store } = await bench();
    await ask(page(0), clerk);
    const [kept] = await store.get([readingKey(logId, personId)]);
    expect(kept?.['expiresAt']).toBe(minutesLater(60).getTime() / 1000);
  });

  test('begun in two windows at once is entered once', async () => {
    const { ask, accessLog } = await bench();
    const answers = await Promise.all([0, 1, 2, 0].map((from) => ask(page(from), clerk)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await accessLog()).toHaveLength(1);
  });

  test('is one person’s: whoever else reads is entered, and so is the same person in another role', async () => {
    const { ask, store, accessLog } = await bench();
    const other = '6x7k2q9d1m3n5p8r0s6t7v2w4y';
    const { table, ...place } = memberKey(caseId, other);
    const item = {
      ...place,
      caseId,
      personId: other,
      role: 'auditor',
      pseudonym: 'U-7M2P',
      label: 'Auditor',
    };
    await store.write([{ kind: 'put', table, item, onRefused: 'retry' }]);
    await ask(page(0), clerk);
    await ask(page(0), staff('auditor', other));
    const own = memberKey(caseId, personId);
    await store.write([{ kind: 'update', key: own, set: { role: 'prosecutor' }, onRefused: 'retry' }]);
    await ask(page(0), staff('prosecutor'), { now: minutesLater(5) });
    expect((await accessLog()).map(({ actor }) => (actor as { role: string }).role)).toEqual([
      'clerk',
      'auditor',
      'prosecutor',
    ]);
  });

  test('that cannot be entered does not happen', async () => {
    const { ask, store } = await bench();
    const over = { ...store, write: () => Promise.reject(new Error('the table is not there')) };
    const answer = await ask(page(0), clerk, { over });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('session.booked');
    expect((await ask(page(0), clerk, { now: at })).status).toBe(200);
  });
});
