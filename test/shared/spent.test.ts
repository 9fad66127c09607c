import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counted, spentSince, spentSoFar } from '../../functions/shared/spent.ts';
import { dynamoStore } from '../../functions/shared/store/dynamo.ts';

/** Answers as DynamoDB does, and as others do with as little as their clients take for an answer. */
let server: Server;
let settings: {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};
const failures: number[] = [];

const large = { pk: { S: 'a' }, sk: { S: 'b' }, text: { S: 'x'.repeat(5_000) } };

function answerTo(target: string, body: Record<string, unknown>): object {
  if (target.endsWith('BatchGetItem')) return { Responses: { own: [large] } };
  if (target.endsWith('Query')) return { Items: [large, large, large] };
  if (body['ReturnConsumedCapacity'] !== 'TOTAL') return {};
  return { ConsumedCapacity: [{ CapacityUnits: 6 }, { CapacityUnits: 0.5 }] };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString('utf8')));
    request.on('end', () => {
      const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      response.writeHead(failures.shift() ?? 200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(answerTo(String(request.headers['x-amz-target']), body)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  settings = { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials };
});
afterAll(() => server.close());

const key = { table: 'own', pk: 'a', sk: 'b' };
const nothing = { readUnits: 0, writeUnits: 0, transactions: 0, s3: 0, kms: 0, otherCalls: 0 };

test('a read counts by size: by key each item for itself and each that is not there, in a range all together', async () => {
  const before = spentSoFar();
  const store = dynamoStore(counted(new DynamoDBClient(settings)), (table) => table);
  await store.get([key, { ...key, sk: 'c' }, { ...key, sk: 'd' }]);
  expect(spentSince(before)).toEqual({ ...nothing, readUnits: 2 + 1 + 1 });
  await store.query('own', 'a');
  expect(spentSince(before)).toEqual({ ...nothing, readUnits: 4 + 4 });
});

test('a transaction counts in the units that DynamoDB tells of each table', async () => {
  const before = spentSoFar();
  const store = dynamoStore(counted(new DynamoDBClient(settings)), (table) => table);
  await store.write([{ kind: 'delete', key, onRefused: 'retry' }]);
  expect(spentSince(before)).toEqual({ ...nothing, writeUnits: 6.5, transactions: 1 });
});

test('what is tried again is counted once it is answered', async () => {
  const before = spentSoFar();
  failures.push(500);
  await dynamoStore(counted(new DynamoDBClient(settings)), (table) => table).get([key]);
  expect(spentSince(before)).toEqual({ ...nothing, readUnits: 2 });
});

test('a request to another service is one of its calls; an address that is only signed is none', async () => {
  const before = spentSoFar();
  const s3 = counted(new S3Client({ ...settings, forcePathStyle: true }));
  await getSignedUrl(s3, new GetObjectCommand({ Bucket: 'files', Key: 'one' }));
  expect(spentSince(before)).toEqual(nothing);
  await s3.send(new GetObjectCommand({ Bucket: 'files', Key: 'one' }));
  const Message = Buffer.from('text');
  await counted(new KMSClient(settings)).send(
    new SignCommand({ KeyId: 'k', Message, SigningAlgorithm: 'ED25519_SHA_512' }),
  );
  expect(spentSince(before)).toEqual({ ...nothing, s3: 1, kms: 1 });
});
