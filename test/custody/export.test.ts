import { beforeAll, describe, expect, test } from 'vitest';
import { memberKey } from '../../functions/cases/port/membership.ts';
import { PART_BYTES } from '../../functions/custody/export/export.ts';
import { parseVerifierKey } from '../../functions/custody/note.ts';
import { entryKey, headKey, parseHead } from '../../functions/custody/port/append.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { fileFact } from '../../functions/custody/port/file-fact.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { firstWrite, faultyStore } from '../support/faulty-store.ts';
import { newKey } from '../support/http.ts';
import { bench, clerk, minutesLater, missing, personId, staff } from './opened-log.ts';
import { caseId, grow, key, logId, sampleEntry, signer, storedLeaf } from './sample-log.ts';

describe('taking the log away', () => {
  test('the file is complete and intact under the key that the key route gives', async () => {
    const { ask, take } = await bench();
    const given = (await (await ask('key', undefined)).json()) as { key: string; fingerprint: string };
    expect(given.key).toBe(key);
    expect(given.fingerprint).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    const report = verifyExport(await take(), { key: parseVerifierKey(given.key), expectSize: 3 });
    expect(report.verdict).toBe('intact');
  });

  test('a file taken later holds what came since', async () => {
    const { take, append } = await bench();
    await take();
    await append(2);
    expect(verifyExport(await take(), { key: signer, expectSize: 5 }).verdict).toBe('intact');
  });

  test('what was filed before it was asked for is in it', async () => {
    const { take, store } = await bench();
    const filed = [10, 11].map((n) =>
      fileFact({ logId, caseId, entry: sampleEntry(n), filedAt: minutesLater(-1) }),
    );
    await store.write(filed);
    expect(verifyExport(await take(), { key: signer, expectSize: 5 }).verdict).toBe('intact');
  });

  test('what comes while it is made is not in it, and it is intact', async () => {
    const { begin, append, carryOn, files } = await bench();
    const { exportId, size } = await begin();
    await append(2);
    await carryOn(exportId);
    const file = files.whole.get(exportId) as Buffer;
    expect([size, verifyExport(file, { key: signer, expectSize: 3 }).verdict]).toEqual([3, 'intact']);
  });

  test('is entered once, before anything is written, by role and pseudonym, and not in the log itself', async () => {
    const { begin, carryOn, accessLog, store, files } = await bench();
    const { exportId } = await begin();
    const entered = await accessLog();
    expect(entered).toMatchObject([
      {
        action: 'log.exported',
        actor: { role: 'clerk', pseudonym: 'C-4K7Q' },
        subject: { kind: 'log', ref: logId },
        details: { size: 3 },
        logId: accessLogId(logId),
      },
    ]);
    expect([files.uploads.size, files.whole.size]).toEqual([0, 0]);
    for (const _ of [1, 2, 3]) await carryOn(exportId);
    expect(await accessLog()).toEqual(entered);
    expect(JSON.stringify(entered)).not.toContain(personId);
    expect(parseHead((await store.get([headKey(logId)]))[0])?.frontier.size).toBe(3);
  });

  test('does not happen when it cannot be entered', async () => {
    const { ask, store, files } = await bench();
    const over = {
      ...store,
      write: (changes: Parameters<typeof store.write>[0]) =>
        changes.some((change) => change.kind === 'put' && change.item.pk.startsWith('export#'))
          ? Promise.reject(new Error('the table is not there'))
          : store.write(changes),
    };
    const answer = await ask(`logs/${logId}/exports`, clerk, { body: {}, over });
    expect(answer.status).toBe(500);
    expect([files.uploads.size, files.whole.size]).toEqual([0, 0]);
  });

  test('does not happen when an entry was exchanged, with its hash, after it was signed', async () => {
    const { take, begin, carryOn, store, files } = await bench();
    await take();
    const { leaf, leafHash } = storedLeaf({
      ...(grow([sampleEntry(1)]).entries[0] as Entry),
      action: 'seat.removed',
    });
    const item = { pk: entryKey(logId, 0).pk, sk: entryKey(logId, 0).sk, leaf, leafHash };
    await store.write([{ kind: 'put', table: 'custody', item, onRefused: 'retry' }]);
    const { exportId } = await begin();
    const answer = await carryOn(exportId);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ code: 'internal-fault' });
    expect(files.whole.has(exportId)).toBe(false);
  });
});

describe('a file of several parts', () => {
  /** Entries as large as they may be, so that few of them fill a part. */
  const details = Object.fromEntries(Array.from({ length: 14 }, (_, n) => [`field${n}`, 'x'.repeat(512)]));
  let made: Awaited<ReturnType<typeof bench>>;
  beforeAll(async () => {
    made = await bench();
    for (let n = 0; n < 52; n += 1) await made.append(40, { details });
  }, 60_000);

  test('says how far it has come, has its address only when it is whole, and is intact', async () => {
    const { begin, carryOn, progress, files } = made;
    const { exportId, size, done } = await begin();
    expect([size, done]).toEqual([2083, 0]);
    const told = [];
    for (let n = 0; n < 3; n += 1) told.push(await progress(await carryOn(exportId)));
    expect(told.map((each) => each.download !== undefined)).toEqual([false, false, true]);
    expect(told.map((each) => each.done).toSorted((a, b) => a - b)).toEqual(told.map((each) => each.done));
    expect(told.at(-1)?.done).toBe(size);
    const file = files.whole.get(exportId) as Buffer;
    expect(file.length).toBeGreaterThan(2 * PART_BYTES);
    expect(verifyExport(file, { key: signer, expectSize: size }).verdict).toBe('intact');
  }, 30_000);

  test('comes out the same whatever is repeated, lost, or done by two at once', async () => {
    const { begin, carryOn, progress, files, store } = made;
    const quiet = await made.take();
    const { exportId } = await begin();
    // Two pages press on at once, from the first part, when neither upload is known yet.
    await Promise.all([carryOn(exportId), carryOn(exportId)]);
    // The same request again is answered as before; one whose answer was lost goes on from where it came.
    const again = newKey();
    const first = await progress(await carryOn(exportId, clerk, { key: again }));
    expect(await progress(await carryOn(exportId, clerk, { key: again }))).toEqual(first);
    for (const fault of ['conflict', 'throttled', 'lost'] as const)
      await carryOn(exportId, clerk, { over: faultyStore(store, firstWrite(fault)) });
    const last = await progress(await carryOn(exportId));
    expect(last.download).toBe(`https://files.test/${exportId}`);
    expect(files.whole.get(exportId)?.equals(quiet)).toBe(true);
  }, 30_000);

  test('joined by a try whose write was lost, it is found whole by the next', async () => {
    const { begin, carryOn, progress, store, files } = await bench();
    const { exportId } = await begin();
    const over = faultyStore(store, firstWrite('throttled'));
    expect((await carryOn(exportId, clerk, { over })).status).toBe(500);
    expect(files.whole.has(exportId)).toBe(true);
    // The upload of the lost try is not known any more: another is begun, and joined to the same bytes.
    expect((await progress(await carryOn(exportId))).download).toBeDefined();
    expect(verifyExport(files.whole.get(exportId) as Buffer, { key: signer }).verdict).toBe('intact');
  });
});

describe('an export', () => {
  const plain = async (answer: Response) => {
    const { request: _, ...rest } = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, rest };
  };

  test('is there for whoever began it alone, of that log alone, and for an hour', async () => {
    const { begin, carryOn, ask, store } = await bench();
    const other = '6x7k2q9d1m3n5p8r0s6t7v2w4y';
    const { table, ...place } = memberKey(caseId, other);
    const item = { ...place, caseId, personId: other, role: 'clerk', pseudonym: 'C-7M2P', label: 'Other' };
    await store.write([{ kind: 'put', table, item, onRefused: 'retry' }]);
    const { exportId } = await begin();
    const absent = await plain(await carryOn(missing));
    expect(absent.status).toBe(404);
    expect(await plain(await carryOn(exportId, staff('clerk', other)))).toEqual(absent);
    expect(await plain(await carryOn(exportId, clerk, { now: minutesLater(60) }))).toEqual(absent);
    const elsewhere = await ask(`logs/${missing}/exports/parts`, clerk, { body: { exportId } });
    expect(await plain(elsewhere)).toEqual(absent);
    expect((await carryOn(exportId, clerk, { now: minutesLater(59) })).status).toBe(200);
  });

  test('is not there any more for whoever was taken out of the case, whole or not', async () => {
    const { begin, carryOn, store } = await bench();
    const [half, whole] = [await begin(), await begin()];
    expect((await carryOn(whole.exportId)).status).toBe(200);
    await store.write([{ kind: 'delete', key: memberKey(caseId, personId), onRefused: 'retry' }]);
    expect((await carryOn(half.exportId)).status).toBe(404);
    expect((await carryOn(whole.exportId)).status).toBe(404);
  });

  test('asked for again is another one, entered anew; the same request again is the same', async () => {
    const { begin, accessLog } = await bench();
    const again = newKey();
    const one = await begin(clerk, { key: again });
    expect(await begin(clerk, { key: again })).toEqual(one);
    expect((await begin()).exportId).not.toBe(one.exportId);
    expect(await accessLog()).toHaveLength(2);
  });
});
