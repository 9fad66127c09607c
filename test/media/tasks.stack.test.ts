import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it, vi } from 'vitest';
import { machineSecret } from '../../functions/media/port/task.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { queueUrl } from '../../infra/local/workers.ts';
import { deployedStack } from '../support/stack.ts';
import { randomBytes } from 'node:crypto';

const stack = deployedStack();
const sqs = new SQSClient({
  endpoint: stack.emulatorUrl,
  region: stack.region,
  credentials: stack.credentials,
  useQueueUrlAsEndpoint: false,
});
const send = (body: unknown) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queueUrl(stack, 'media'), MessageBody: JSON.stringify(body) }));

/** What the worker wrote, line by line. */
const lines = (): Record<string, unknown>[] =>
  readFileSync(join(stack.folder, 'logs', 'worker-media.log'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the media worker', () => {
  it('takes a task from the queue, and the machine of that task asks the API for its turn', async () => {
    const sessionId = newId(randomBytes);
    const secret = machineSecret(stack.liveKit.apiSecret, 'observer', sessionId);
    await send({ sessionId, machine: 'observer', secret });
    await vi.waitFor(
      () => {
        expect(lines()).toContainEqual(expect.objectContaining({ event: 'task.taken', machine: 'observer' }));
        // There is no such session, which it is told as anybody is.
        expect(lines()).toContainEqual(
          expect.objectContaining({ event: 'machine.not-renewed', machine: 'observer', fault: 'NoTurn:404' }),
        );
      },
      { timeout: 15_000, interval: 200 },
    );
    expect(JSON.stringify(lines())).not.toContain(secret);
    expect(JSON.stringify(lines())).not.toContain(sessionId);
  });

  it('leaves what is no task where it is, and says so', async () => {
    await send({ machine: 'observer', words: 'whatever' });
    await vi.waitFor(
      () => expect(lines()).toContainEqual(expect.objectContaining({ event: 'task.unreadable' })),
      { timeout: 15_000, interval: 200 },
    );
  });
});
