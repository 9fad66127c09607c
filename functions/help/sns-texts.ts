import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Texts } from './context.ts';

/** Amazon SNS, to one telephone. `Transactional`: delivered before it is cheap. */
export const snsTexts = (client: SNSClient): Texts => ({
  async send(to, text) {
    await client.send(
      new PublishCommand({
        PhoneNumber: to,
        Message: text,
        MessageAttributes: {
          'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
        },
      }),
    );
  },
});
