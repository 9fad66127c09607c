import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { AccessToken } from 'livekit-server-sdk';
import { beforeEach, expect, test } from 'vitest';
import { readWebhook } from '../../../functions/rooms/media/webhook.ts';
import { lambdaEntry } from '../../../functions/shared/http/lambda-entry.ts';

/** W8, W9 and W11: a report is judged by the very bytes that were signed, as the gateway hands them on. */

const keys = { webhookKey: 'hook', webhookSecret: 'a secret of 32 letters or longer' };
const body = '{"event":"participant_left","id":"EV_1","createdAt":"1795575600","room":{"name":"ห้อง"}}';
let read: (string | undefined)[];
beforeEach(() => {
  read = [];
});

/** As the media server signs it. @param seconds for how long that is good */
async function signed(over = body, seconds = 300): Promise<string> {
  const token = new AccessToken(keys.webhookKey, keys.webhookSecret, { ttl: seconds });
  token.sha256 = createHash('sha256').update(over).digest('base64');
  return token.toJwt();
}

const app = new Hono();
app.post('/api/rooms/hooks/livekit', async (c) => {
  const event = await readWebhook(keys, await c.req.text(), c.req.header('authorization'));
  read.push(event?.id);
  return c.json({});
});

function deliver(sent: string, authorization: string, isBase64Encoded: boolean) {
  const event = {
    version: '2.0',
    rawPath: '/api/rooms/hooks/livekit',
    rawQueryString: '',
    headers: { authorization, 'content-type': 'application/webhook+json' },
    body: isBase64Encoded ? Buffer.from(sent).toString('base64') : sent,
    isBase64Encoded,
    requestContext: {
      domainName: 'api.invalid',
      http: { method: 'POST', path: '/api/rooms/hooks/livekit' },
    },
  };
  return lambdaEntry({ http: app })(event);
}

test.each([false, true])('W11: is read as it was signed, encoded by the gateway: %s', async (isEncoded) => {
  await deliver(body, await signed(), isEncoded);
  expect(read).toEqual(['EV_1']);
});

test('W11: written anew by somebody on the way it is another, though it says the same', async () => {
  const anew = JSON.stringify(JSON.parse(body), null, 1);
  await deliver(anew, await signed(), true);
  await deliver(anew, await signed(anew), true);
  expect(read).toEqual([undefined, 'EV_1']);
});

test('W8: with a signature over nothing it is forged', async () => {
  const bare = await new AccessToken(keys.webhookKey, keys.webhookSecret, { ttl: 300 }).toJwt();
  await deliver(body, bare, false);
  expect(read).toEqual([undefined]);
});

test('W9: sent again after its five minutes it is forged; within them it is the same event', async () => {
  await deliver(body, await signed(body, -3600), false);
  const authorization = await signed();
  await deliver(body, authorization, false);
  await deliver(body, authorization, false);
  expect(read).toEqual([undefined, 'EV_1', 'EV_1']);
});
