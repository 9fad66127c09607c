import { WebhookReceiver, type WebhookEvent } from 'livekit-server-sdk';
import type { MediaKeys } from './media-keys.ts';

/** The event that a webhook of the media server brings, if its signature is the server's own. Undefined for a forged one. */
export async function readWebhook(
  { webhookKey, webhookSecret }: Pick<MediaKeys, 'webhookKey' | 'webhookSecret'>,
  rawBody: string,
  authorization: string | undefined,
): Promise<WebhookEvent | undefined> {
  if (authorization === undefined) return undefined;
  try {
    return await new WebhookReceiver(webhookKey, webhookSecret).receive(rawBody, authorization);
  } catch {
    // Whatever is wrong with it, it is not the media server's: forged. The caller counts it.
    return undefined;
  }
}
