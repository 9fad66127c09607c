import { ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { awsJson } from '../support/aws-call.ts';
import { tablesOf } from '../support/office.ts';

/** What leaves the functions of a deployed stack, or lies behind them, beside their answers. */

/** Longer than any word; what was wrapped, whole or in lines, may be anything. */
const wrapped = /[\w+/-]{16,}={0,2}/g;

/** A text, and once more all that is wrapped in it: attachments of mails, passes, what opens a commitment. */
export function inClear(text: string): string {
  const opened = [text, text.replaceAll(/\r?\n/g, '')].flatMap((each) =>
    [...each.matchAll(wrapped)].map(([found]) => Buffer.from(found, 'base64').toString('utf8')),
  );
  return [text, ...opened].join('\n').replaceAll(String.raw`\"`, '"');
}

/** Every line that any function has logged. */
export async function functionLogs(stack: DeployedStack): Promise<string> {
  const logs = (target: string, input: object) => awsJson(stack, 'logs', `Logs_20140328.${target}`, input);
  const groups = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) });
  const lines = z.object({ events: z.array(z.object({ message: z.string() })) });
  const { logGroups } = groups.parse(await logs('DescribeLogGroups', {}));
  const of = logGroups.map(async ({ logGroupName }) => {
    const { events } = lines.parse(await logs('FilterLogEvents', { logGroupName, limit: 10_000 }));
    return events.map(({ message }) => message).join('\n');
  });
  return (await Promise.all(of)).join('\n');
}

/** Everything in the evidence bucket about one log, names and contents. */
export async function evidenceOf(stack: DeployedStack, logId: string): Promise<string> {
  const { credentials, region, emulatorUrl: endpoint } = stack;
  const client = new S3Client({ credentials, region, endpoint, forcePathStyle: true });
  const Bucket = stack.outputs.EvidenceBucketName;
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix: `logs/${logId}/` }));
  const texts = Contents.map(async ({ Key = '' }) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return `${Key}\n${(await Body?.transformToString()) ?? ''}`;
  });
  return (await Promise.all(texts)).join('\n');
}

/** Every table of the stack, whole, by the folder of its capability. */
export async function everyTable(stack: DeployedStack): Promise<ReadonlyMap<string, string>> {
  const { client, tableOf } = tablesOf(stack);
  const names = Object.keys(stack.outputs).flatMap(
    (key) => /^Table([A-Z]\w+)$/.exec(key)?.[1]?.toLowerCase() ?? [],
  );
  const read = names.map(async (name): Promise<[string, string]> => {
    const items: unknown[] = [];
    let page: ScanCommandOutput | undefined;
    do {
      const after: ScanCommandOutput['LastEvaluatedKey'] = page?.LastEvaluatedKey;
      page = await client.send(new ScanCommand({ TableName: tableOf(name), ExclusiveStartKey: after }));
      items.push(...(page.Items ?? []));
    } while (page.LastEvaluatedKey !== undefined);
    return [name, JSON.stringify(items)];
  });
  return new Map(await Promise.all(read));
}
