import { describe, expect, test } from 'vitest';
import { entryKey, headKey, parseHead } from '../../functions/custody/port/append.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import { parseVerifierKey } from '../../functions/custody/note.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { grow, key, logId, sampleEntry, signer, storedLeaf } from './sample-log.ts';
import { bench, clerk, personId } from './opened-log.ts';

describe('taking the log away', () => {
  test('the file is complete and intact under the key that the key route gives', async () => {
    const { ask } = await bench();
    const answer = await ask(`logs/${logId}`, clerk);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="custody-log.jsonl"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const given = (await (await ask('key', undefined)).json()) as { key: string; fingerprint: string };
    expect(given.key).toBe(key);
    expect(given.fingerprint).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    const file = Buffer.from(await answer.arrayBuffer());
    const report = verifyExport(file, { key: parseVerifierKey(given.key), expectSize: 3 });
    expect(report.verdict).toBe('intact');
  });

  test('a file taken later holds what came since', async () => {
    const { ask, append } = await bench();
    await ask(`logs/${logId}`, clerk);
    await append(2);
    const file = Buffer.from(await (await ask(`logs/${logId}`, clerk)).arrayBuffer());
    expect(verifyExport(file, { key: signer, expectSize: 5 }).verdict).toBe('intact');
  });

  test('is entered in the access log, by role and pseudonym, not in the log itself', async () => {
    const { ask, accessLog, store } = await bench();
    await ask(`logs/${logId}`, clerk);
    const entries = await accessLog();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: 'log.exported',
      actor: { role: 'clerk', pseudonym: 'C-4K7Q' },
      subject: { kind: 'log', ref: logId },
      details: { size: 3 },
      logId: accessLogId(logId),
    });
    expect(JSON.stringify(entries)).not.toContain(personId);
    expect(parseHead((await store.get([headKey(logId)]))[0])?.frontier.size).toBe(3);
  });

  test('does not happen when an entry was exchanged, with its hash, after it was signed', async () => {
    const { ask, store } = await bench();
    expect((await ask(`logs/${logId}`, clerk)).status).toBe(200);
    const { leaf, leafHash } = storedLeaf({
      ...(grow([sampleEntry(1)]).entries[0] as Entry),
      action: 'seat.removed',
    });
    const item = { pk: entryKey(logId, 0).pk, sk: entryKey(logId, 0).sk, leaf, leafHash };
    await store.write([{ kind: 'put', table: 'custody', item, onRefused: 'retry' }]);
    const answer = await ask(`logs/${logId}`, clerk);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ code: 'internal-fault' });
  });

  test('does not happen when it cannot be entered', async () => {
    const { ask, store } = await bench();
    const answer = await ask(`logs/${logId}`, clerk, {
      ...store,
      write: () => Promise.reject(new Error('the table is not there')),
    });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('session.booked');
  });
});

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
    expect(await accessLog()).toMatchObject([{ action: 'log.read', details: { from: 1, to: 3 } }]);
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
