import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { HelpContext } from './context.ts';

/** The function's own queue, from which it takes what it put in when that is due; seconds are the finest it knows. */
export const ownQueue =
  (client: SQSClient, url: string): HelpContext['wakeMe'] =>
  async (call, wait) => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: JSON.stringify(call),
        DelaySeconds: Math.ceil(wait / 1000),
      }),
    );
  };
