import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { MailService } from './context.ts';

/**
 * Amazon SES. Sender and reader are named beside the message, so that no header of it can name others.
 * @param set the configuration set, by which what comes back is told to us
 */
export const sesMail = (client: SESv2Client, set: string): MailService => ({
  async send({ from, to, mime, tags }) {
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: { Raw: { Data: Buffer.from(mime, 'utf8') } },
        ConfigurationSetName: set,
        EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      }),
    );
  },
});
