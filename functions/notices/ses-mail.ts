import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { MailService } from './ground.ts';

/** Amazon SES. Sender and reader are named beside the message, so that no header of it can name others. */
export const sesMail = (client: SESv2Client): MailService => ({
  async send({ from, to, mime }) {
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: { Raw: { Data: Buffer.from(mime, 'utf8') } },
      }),
    );
  },
});
