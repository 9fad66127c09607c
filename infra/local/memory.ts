import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { secrets } from './aws.ts';
import { StackOutputs } from './deployed-stack.ts';
import type { Instance } from './instance.ts';

/**
 * What was last done to an emulated stack, so that it need not be done again. It is kept inside the
 * emulator, and so is lost together with what it speaks of when the emulator is killed.
 */
const StackMemory = z.object({
  deployed: z.strictObject({ fingerprint: z.string(), outputs: StackOutputs }).optional(),
  web: z.string().optional(),
});
type StackMemory = z.infer<typeof StackMemory>;

const NAME = 'saksi-local/memory';

export async function recall(instance: Instance): Promise<StackMemory> {
  try {
    const { SecretString = '{}' } = await secrets(instance).send(
      new GetSecretValueCommand({ SecretId: NAME }),
    );
    return StackMemory.parse(JSON.parse(SecretString));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return {};
    throw error;
  }
}

export async function remember(instance: Instance, memory: StackMemory): Promise<void> {
  const client = secrets(instance);
  const SecretString = JSON.stringify(memory);
  try {
    await client.send(new PutSecretValueCommand({ SecretId: NAME, SecretString }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await client.send(new CreateSecretCommand({ Name: NAME, SecretString }));
  }
}
