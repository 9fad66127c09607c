import { beforeAll, describe, expect, test } from 'vitest';
import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  HeadObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { parseVerifierKey } from '../../functions/custody/note.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { send } from '../support/http.ts';
import { bookInterview, type Interview } from '../support/interview.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { takenLog } from '../support/taken-log.ts';
import { growOnStack } from './grown-on-stack.ts';

/** A log that no answer of a function could hold: written behind the API, published and taken away by the deployed function. */
const stack = deployedStack();
const { credentials, region, emulatorUrl: endpoint, apiUrl } = stack;
const s3 = new S3Client({ credentials, region, endpoint, forcePathStyle: true });
const Bucket = stack.outputs.ExportsBucketName;

let interview: Interview;
let size = 0;
beforeAll(async () => {
  interview = await bookInterview(stack);
  // Few entries that are large: the emulator looks at all of a partition to find some of it.
  const more = Object.fromEntries(Array.from({ length: 14 }, (_, n) => [`field${n}`, 'x'.repeat(500)]));
  size = await growOnStack(stack, interview.sessionId, 1_200, more);
}, 120_000);

describe('a log that is larger than any answer', () => {
  test('is read page by page, from either end', async () => {
    const token = interview.tokens.clerk;
    for (const from of [0, 400, size - 100]) {
      const path = `/api/custody/logs/${interview.sessionId}/entries?from=${from}`;
      const { body } = await send(apiUrl, 'GET', path, { token });
      const page = body as { size: number; entries: { entry: { index: number } }[] };
      expect([page.entries.length, page.entries[0]?.entry.index]).toEqual([100, from]);
      expect(page.size).toBeGreaterThanOrEqual(size);
    }
  });

  test('is taken away in parts as one file that is intact, under a name that tells nothing, and entered once', async () => {
    const token = interview.tokens.clerk;
    const before = await entriesOf(stack, accessLogId(interview.sessionId));
    const { file, headers, address, done } = await takenLog(apiUrl, `logs/${interview.sessionId}`, token);
    expect(file.length).toBeGreaterThan(6 * 1024 * 1024);
    expect(done.length).toBeGreaterThan(1);
    const taken = done.at(-1) as number;
    expect(taken).toBeGreaterThanOrEqual(size);
    const { key } = (await send(apiUrl, 'GET', '/api/custody/key')).body as { key: string };
    const report = verifyExport(file, { key: parseVerifierKey(key), expectSize: taken });
    expect(report.verdict).toBe('intact');
    const entered = (await entriesOf(stack, accessLogId(interview.sessionId))).slice(before.length);
    expect(entered.map(({ action, details }) => [action, details])).toEqual([
      ['log.exported', { size: taken }],
    ]);

    expect(headers.get('content-disposition')).toBe('attachment; filename="custody-log.jsonl"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(Number(address.searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(300);
    expect(decodeURIComponent(address.pathname)).not.toContain(interview.sessionId);
    expect(decodeURIComponent(address.pathname)).not.toContain(interview.caseId);

    // Whoever has the place but no signature gets nothing, and the signature is of that one file.
    expect((await fetch(`${address.origin}${address.pathname}`)).status).toBe(403);
    expect((await fetch(`${address.origin}/${Bucket}/?list-type=2`)).status).toBe(403);
    const elsewhere = new URL(address);
    elsewhere.pathname = address.pathname.replace('custody-log', 'another-log');
    expect((await fetch(elsewhere)).status).toBe(403);

    const Key = address.pathname.split('/').slice(2).join('/');
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({
      ServerSideEncryption: 'aws:kms',
    });
  }, 120_000);
});

test('the bucket of exports encrypts what it keeps, and keeps it for a day', async () => {
  const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
  expect(ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault).toEqual({
    SSEAlgorithm: 'aws:kms',
    KMSMasterKeyID: stack.outputs.ExportsKeyId,
  });
  const { Rules } = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  expect(Rules).toMatchObject([
    { Expiration: { Days: 1 }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
  ]);
});
