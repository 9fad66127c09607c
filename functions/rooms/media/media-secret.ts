import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mediaKeys } from './media-keys.ts';
import { liveKit, type MediaServer } from './media-server.ts';

/** The media server, by the keys in a secret: they are read once for the life of the function; a failed read is tried again at the next request. */
export function mediaServerFrom(client: SecretsManagerClient, secretArn: string): () => Promise<MediaServer> {
  let known: Promise<MediaServer> | undefined;
  const read = async () => {
    const answer = await client.send(new GetSecretValueCommand({ SecretId: secretArn }));
    return liveKit(mediaKeys.parse(JSON.parse(answer.SecretString ?? '')));
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
