import { PutBucketEncryptionCommand, PutObjectLockConfigurationCommand } from '@aws-sdk/client-s3';
import { stageSettings } from '../stages.ts';
import { s3 } from './aws.ts';
import type { StackOutputs } from './deployed-stack.ts';
import type { Instance } from './instance.ts';

/**
 * Gives the evidence bucket the lock and the encryption that its template asks for. AWS takes both
 * from CloudFormation; the emulator drops them silently there, and then lets locked evidence be
 * deleted, so the same values are set once more by the calls it does honour.
 */
export async function completeEvidenceBucket(instance: Instance, outputs: StackOutputs): Promise<void> {
  const { lock, lockDays } = stageSettings('local', {
    emulatorPort: String(instance.ports.emulator),
  }).evidence;
  const client = s3(instance);
  const Bucket = outputs.EvidenceBucketName;
  const encryption = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: outputs.EvidenceKeyId } as const;
  const DefaultRetention = {
    Mode: lock === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
    Days: lockDays,
  } as const;
  await client.send(
    new PutObjectLockConfigurationCommand({
      Bucket,
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention } },
    }),
  );
  await client.send(
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: encryption, BucketKeyEnabled: true }],
      },
    }),
  );
}
