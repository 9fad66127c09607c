import { PutBucketEncryptionCommand, PutBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';
import { unfinishedPapersDays, unfinishedPapersPrefix } from '../constructs/papers-kept.ts';
import { s3 } from './aws.ts';
import type { StackOutputs } from './deployed-stack.ts';
import type { Instance } from './instance.ts';

/** Gives the bucket of papers what the emulator drops from CloudFormation (see `evidence-bucket.ts`). */
export async function completePapersBucket(instance: Instance, outputs: StackOutputs): Promise<void> {
  const client = s3(instance);
  const Bucket = outputs.PapersBucketName;
  const encryption = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: outputs.PapersKeyId } as const;
  await client.send(
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: encryption, BucketKeyEnabled: true }],
      },
    }),
  );
  const gone = {
    ID: 'never-handed-in',
    Status: 'Enabled',
    Filter: { Prefix: unfinishedPapersPrefix },
    Expiration: { Days: unfinishedPapersDays },
    NoncurrentVersionExpiration: { NoncurrentDays: unfinishedPapersDays },
  } as const;
  await client.send(
    new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [gone] } }),
  );
}
