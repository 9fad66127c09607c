import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Instance } from './instance.ts';

/** The emulator's one account and its root key; it knows no other until the stack makes roles. */
export const LOCAL_ACCOUNT = '000000000000';
export const LOCAL_REGION = 'us-east-1';
const ROOT_KEY = { accessKeyId: 'test', secretAccessKey: 'test' };

export function emulatorUrl(instance: Instance): string {
  return `http://127.0.0.1:${instance.ports.emulator}`;
}

/** What every AWS client for this instance is made with. */
export function awsSettings(instance: Instance) {
  // A copy for each client: the SDK writes notes of its own into the object it is given.
  return { endpoint: emulatorUrl(instance), region: LOCAL_REGION, credentials: { ...ROOT_KEY } };
}

/** The same, for the CDK's command. */
export function awsEnvironment(instance: Instance): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: emulatorUrl(instance),
    AWS_ENDPOINT_URL_S3: emulatorUrl(instance),
    AWS_REGION: LOCAL_REGION,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: ROOT_KEY.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ROOT_KEY.secretAccessKey,
  };
}

export function s3(instance: Instance): S3Client {
  return new S3Client({ ...awsSettings(instance), forcePathStyle: true });
}

export function secrets(instance: Instance): SecretsManagerClient {
  return new SecretsManagerClient(awsSettings(instance));
}
