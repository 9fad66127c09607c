import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads the two keys of the front door: the one that CloudFront shows, and the one that comes next. */
export const frontDoorKeys =
  (client: SecretsManagerClient, arns: readonly string[]) => (): Promise<readonly string[]> =>
    Promise.all(
      arns.map(async (SecretId) => {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
        return SecretString ?? '';
      }),
    );
