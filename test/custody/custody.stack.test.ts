import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { entryKey, headKey, markKey, parseHead, prepareAppend } from '../../functions/custody/port/append.ts';
import { exportText } from './whole-file.ts';
import { kmsSigner } from '../../functions/custody/kms-signer.ts';
import { encodeVerifierKey, openNote, signNote } from '../../functions/custody/note.ts';
import { publishLog, type Publisher } from '../../functions/custody/publish.ts';
import { s3Archive } from '../../functions/custody/s3-archive.ts';
import { readLeaves, readLog } from '../../functions/custody/store.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { commit } from '../../functions/shared/store/commit.ts';
import { dynamoStore } from '../../functions/shared/store/dynamo.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { tableName } from '../../infra/local/deployed-stack.ts';
import { stageSettings } from '../../infra/stages.ts';
import { deployedStack } from '../support/stack.ts';
import { caseId, sampleEntry } from './sample-log.ts';

const stack = deployedStack();
const { credentials, region, emulatorUrl: endpoint } = stack;
const store = dynamoStore(new DynamoDBClient({ credentials, region, endpoint }), (name) =>
  tableName(stack, name),
);
const name = stageSettings('local').logOrigin;
const signer = kmsSigner(new KMSClient({ credentials, region, endpoint }), stack.outputs.CustodyKeyId, name);
const s3 = new S3Client({ credentials, region, endpoint, forcePathStyle: true });
const archive = s3Archive(s3, stack.outputs.EvidenceBucketName);
const publisher: Publisher = { store, archive, signer };

const freshLog = () => newId((length) => randomBytes(length));
const freshEntry = (n: number) => sampleEntry(n, { entryId: freshLog() });
const pause = (tries: number) => wait(Math.random() * 40 * tries);

const append = (logId: string, count: number) =>
  commit({ store, pause }, async () => {
    const [item] = await store.get([headKey(logId)]);
    const entries = Array.from({ length: count }, (_, n) => freshEntry(n));
    const { changes, head } = prepareAppend({
      logId,
      caseId,
      head: parseHead(item),
      entries,
      recordedAt: new Date(),
    });
    return { changes, answer: head.frontier.size };
  });

async function exported(logId: string): Promise<Buffer> {
  const { published } = await readLog(store, logId);
  const leaves = await readLeaves(store, logId, 0, published.frontier.size);
  const key = encodeVerifierKey(await signer());
  return Buffer.from(exportText({ logId, origin: `${name}/${logId}`, key }, leaves, published.note));
}

describe('appends on the table', () => {
  test('one after the other and many at once: every entry once, no gap', async () => {
    const logId = freshLog();
    expect(await append(logId, 3)).toBe(3);
    const sizes = await Promise.all(Array.from({ length: 6 }, () => append(logId, 2)));
    expect(sizes.toSorted((a, b) => a - b)).toEqual([5, 7, 9, 11, 13, 15]);
    const leaves = await readLeaves(store, logId, 0, 15);
    expect(leaves.map(({ leaf }) => (JSON.parse(leaf) as { index: number }).index)).toEqual([
      ...leaves.keys(),
    ]);
  });

  test('a head that was read too early, and an entry id that stands already, are refused', async () => {
    const logId = freshLog();
    const entry = freshEntry(0);
    const first = prepareAppend({ logId, caseId, head: undefined, entries: [entry], recordedAt: new Date() });
    await store.write(first.changes);
    await expect(store.write(first.changes)).rejects.toThrow('stale');
    const rival = prepareAppend({
      logId,
      caseId,
      head: undefined,
      entries: [freshEntry(1)],
      recordedAt: new Date(),
    });
    await expect(store.write(rival.changes)).rejects.toThrow('stale');
    const twice = prepareAppend({
      logId,
      caseId,
      head: first.head,
      entries: [entry],
      recordedAt: new Date(),
    });
    await expect(store.write(twice.changes)).rejects.toThrow('stale');
    expect((await readLog(store, logId)).head?.frontier.size).toBe(1);
  });
});

describe('publishing with the real key and bucket', () => {
  test('the file is intact under the key service’s key; who else publishes agrees', async () => {
    const logId = freshLog();
    await append(logId, 5);
    const [one, two] = await Promise.all([publishLog(publisher, logId), publishLog(publisher, logId)]);
    expect(one.note).toBe(two.note);
    await append(logId, 2);
    await publishLog(publisher, logId);
    const report = verifyExport(await exported(logId), {
      key: await signer(),
      expectSize: 7,
      receipt: one.note,
    });
    expect(report.checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(report.verdict).toBe('intact');
  });

  test('any byte of such a file that changes is noticed', async () => {
    const logId = freshLog();
    await append(logId, 2);
    await publishLog(publisher, logId);
    const [file, key] = [await exported(logId), await signer()];
    expect(verifyExport(file, { key }).verdict).toBe('intact');
    for (let at = 0; at < file.length; at += 1) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] as number) ^ 1;
      expect(verifyExport(changed, { key }).verdict, `byte ${at}`).toBe('failed');
    }
  });

  test('signing again gives the same bytes', async () => {
    const by = await signer();
    const note = await signNote('text\n', by);
    expect(await signNote('text\n', by)).toBe(note);
    expect(openNote(note, by).text).toBe('text\n');
  });

  test('the same bytes may be archived again, others not', async () => {
    const place = `logs/${freshLog()}/test.txt`;
    await archive.put(place, Buffer.from('one'));
    await archive.put(place, Buffer.from('one'));
    await expect(archive.put(place, Buffer.from('two'))).rejects.toMatchObject({ code: 'archive-differs' });
  });
});

describe('the deployed function', () => {
  test('publishes on its own soon after an append, and clears the mark', async () => {
    const logId = freshLog();
    await append(logId, 4);
    await expect
      .poll(async () => (await readLog(store, logId)).published.frontier.size, {
        timeout: 20_000,
        interval: 200,
      })
      .toBe(4);
    await expect.poll(async () => (await store.get([markKey(logId)]))[0], { timeout: 5_000 }).toBeUndefined();
    expect(verifyExport(await exported(logId), { key: await signer() }).verdict).toBe('intact');
  });

  test('reports an entry that was changed behind our back', async () => {
    const logId = freshLog();
    await append(logId, 2);
    const { pk, sk } = entryKey(logId, 1);
    const changed = { pk, sk, leaf: '{}', leafHash: Buffer.alloc(32).toString('base64') };
    await store.write([{ kind: 'put', table: 'custody', item: changed, onRefused: 'retry' }]);
    const log = join(stack.folder, 'logs', 'emulator.log');
    await expect
      .poll(() => readFileSync(log, 'utf8'), { timeout: 20_000, interval: 200 })
      .toContain(`"event":"custody.entry-altered","change":"MODIFY ${pk} ${sk}"`);
  });
});

describe('an item planted where the next entry belongs', () => {
  test('is not overwritten: appends that need its place are refused', async () => {
    const logId = freshLog();
    await append(logId, 2);
    const { pk, sk } = entryKey(logId, 3);
    await store.write([{ kind: 'put', table: 'custody', item: { pk, sk, leaf: '{}' }, onRefused: 'retry' }]);
    expect(await append(logId, 1)).toBe(3);
    await expect(append(logId, 1)).rejects.toMatchObject({ code: 'busy' });
    expect((await store.get([entryKey(logId, 3)]))[0]?.['leaf']).toBe('{}');
  });
});
