import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SendTask } from './send-for.ts';

/** The queue from which the media worker takes its tasks. @param url of it; asked late, since one function alone is told it */
export const queueOfTasks =
  (client: SQSClient, url: () => string): SendTask =>
  async (task) => {
    const QueueUrl = url();
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(task) }));
  };
