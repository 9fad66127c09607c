import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { liveKit, type MediaServer } from './media-server.ts';

const keys = z.object({
  url: z.url(),
  publicUrl: z.url(),
  apiKey: z.string().min(1),
  apiSecret: z.string().min(32),
  webhookKey: z.string().min(1),
  webhookSecret: z.string().min(32),
});

/** Reads the keys once for the life of the function; a failed read is tried again at the next request. */
export function mediaServerFrom(client: SecretsManagerClient, secretArn: string): () => Promise<MediaServer> {
  let known: Promise<MediaServer> | undefined;
  const read = async () => {
    const answer = await client.send(new GetSecretValueCommand({ SecretId: secretArn }));
    return liveKit(keys.parse(JSON.parse(answer.SecretString ?? '')));
  };
  return async () => {
    known ??= read();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}
