import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { TaskQueue } from './pool.ts';

/** Seconds for which it waits for a task. */
const patience = 20;

/** A queue of SQS. */
export function sqsTasks(client: SQSClient, QueueUrl: string): TaskQueue {
  return {
    take: async (stopped) => {
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 1,
        WaitTimeSeconds: patience,
      });
      const { Messages: [message] = [] } = await client.send(command, { abortSignal: stopped });
      if (message === undefined) return undefined;
      return { body: message.Body ?? '', receipt: message.ReceiptHandle ?? '' };
    },
    keep: async (ReceiptHandle, VisibilityTimeout) => {
      await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
    },
    done: async (ReceiptHandle) => {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    },
  };
}
