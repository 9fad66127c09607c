import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { atDoor, courtHearing, type CourtHearing } from '../support/court-hearing.ts';
import { send } from '../support/http.ts';
import { expectDone } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { until } from '../support/until.ts';
import { plainPdf } from '../shared/paper/files.ts';

/** What is handed in on the deployed functions: the bucket, the thread beside the function, and pages that are drawn by the stream. */
const stack = deployedStack();
const { credentials, region, emulatorUrl: endpoint } = stack;
const s3 = new S3Client({ credentials, region, endpoint, forcePathStyle: true });
const Bucket = stack.outputs.PapersBucketName;
let hearing: CourtHearing;
beforeAll(async () => {
  hearing = await courtHearing(stack);
}, 240_000);

const post = async (verb: string, body: object) =>
  send(hearing.api, 'POST', `/api/exhibits/${hearing.sessionId}/${verb}`, {
    token: hearing.tokens.prosecutor,
    body,
  });
const get = async (rest = '') =>
  send(hearing.api, 'GET', `/api/exhibits/${hearing.sessionId}${rest}`, { token: hearing.tokens.judge });

async function handIn(file: Uint8Array) {
  const begun = expectDone(await post('uploads', { title: 'A contract', bytes: file.length, notFor: [] }));
  const { exhibitId, partBytes } = begun.body as { exhibitId: string; partBytes: number };
  for (let at = 0; at * partBytes < file.length; at += 1) {
    const bytes = Buffer.from(file.subarray(at * partBytes, (at + 1) * partBytes)).toString('base64');
    expectDone(await post('parts', { exhibitId, part: at + 1, bytes }));
  }
  return post('exhibits', { exhibitId });
}

describe('a file that is handed in', () => {
  test('is drawn page by page, and each page is a picture of its own', async () => {
    // More than one part, and more pages than one turn draws on a machine that is busy.
    const pages = Array.from({ length: 12 }, () => [595, 842] as const);
    const file = Buffer.concat([plainPdf(pages), Buffer.alloc(1_200_000, ' ')]);
    const told = expectDone(await handIn(file));
    expect(told.body).toMatchObject({ number: 'P-1', pages: 12, kind: 'pdf' });
    const list = await until(
      async () => (await get()).body.exhibits as readonly { state: string; drawn: number }[],
      ([only]) => only?.state === 'ready',
      90,
    );
    expect(list).toMatchObject([{ drawn: 12, state: 'ready' }]);
    const exhibitId = told.body.exhibitId as string;
    const shown = expectDone(await get(`/pages?exhibitId=${exhibitId}&page=12&size=large`));
    expect(
      Buffer.from(shown.body.image as string, 'base64')
        .subarray(8, 12)
        .toString(),
    ).toBe('WEBP');
  }, 120_000);

  test('that swells beyond all bounds, or is none of those that are taken, is refused and the next one is taken', async () => {
    const told = await handIn(Buffer.from('PK\u0003\u0004 an archive'));
    expect([told.status, told.body.code, told.body.facts]).toEqual([
      422,
      'paper-not-usable',
      { why: 'unknown-kind' },
    ]);
    expectDone(await handIn(plainPdf()));
  }, 60_000);

  test('is shown, turned, pointed at and hidden in the room; whoever waits at the door with a link is shown nothing', async () => {
    const observer = await atDoor(hearing, 'observer');
    const clerk = { token: hearing.tokens.clerk };
    const at = `/api/exhibits/${hearing.sessionId}`;
    const as = (verb: string, body: object) => send(hearing.api, 'POST', `${at}/${verb}`, { ...clerk, body });
    const [{ exhibitId }] = (await get()).body.exhibits as [{ exhibitId: string }];
    expectDone(await as('allowances', { exhibitId, allowed: true }));
    expectDone(await as('showings', { exhibitId, page: 1, to: 'all' }));
    expectDone(await as('pointers', { x: 0.5, y: 0.25 }));
    const told = expectDone(await send(hearing.api, 'GET', `${at}/shown`, clerk)).body;
    expect(told).toMatchObject({
      shown: { number: 'P-1', page: 1, pointer: { x: 0.5, y: 0.25 }, mine: true },
    });
    expectDone(await as('turns', { page: 2 }));
    const page = expectDone(await send(hearing.api, 'GET', `${at}/shown/page?size=small`, clerk));
    expect(
      Buffer.from(page.body.image as string, 'base64')
        .subarray(8, 12)
        .toString(),
    ).toBe('WEBP');
    for (const rest of ['/shown', '/shown/page?size=small']) {
      const theirs = expectDone(await send(hearing.api, 'GET', `${at}${rest}`, observer)).body;
      expect([theirs.shown, theirs.image]).toEqual([undefined, undefined]);
    }
    expectDone(await as('hidings', {}));
    expect(expectDone(await send(hearing.api, 'GET', `${at}/shown`, clerk)).body.shown).toBeUndefined();
  }, 60_000);

  test('lies encrypted under a key of its own, and what was never handed in whole goes by itself', async () => {
    const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault).toMatchObject({
      SSEAlgorithm: 'aws:kms',
    });
    const { Rules } = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    expect(Rules).toMatchObject([{ Filter: { Prefix: 'uploads/' }, Expiration: { Days: 1 } }]);
  });
});
