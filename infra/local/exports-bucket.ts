import { PutBucketEncryptionCommand, PutBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';
import { exportsKeptDays } from '../constructs/exports-kept.ts';
import { s3 } from './aws.ts';
import type { StackOutputs } from './deployed-stack.ts';
import type { Instance } from './instance.ts';

/**
 * Gives the bucket of exports the encryption and the end of its files that its template asks for: the emulator drops both
 * from CloudFormation (see `evidence-bucket.ts`).
 */
export async function completeExportsBucket(instance: Instance, outputs: StackOutputs): Promise<void> {
  const client = s3(instance);
  const Bucket = outputs.ExportsBucketName;
  const encryption = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: outputs.ExportsKeyId } as const;
  await client.send(
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: encryption, BucketKeyEnabled: true }],
      },
    }),
  );
  const gone = {
    ID: 'fetched-or-not',
    Status: 'Enabled',
    Filter: { Prefix: '' },
    Expiration: { Days: exportsKeptDays },
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: exportsKeptDays },
  } as const;
  await client.send(
    new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [gone] } }),
  );
}
