import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import { exportsKeptDays } from './exports-kept.ts';

/**
 * Where a file that is too large for one answer lies until whoever asked for it has fetched it. Nothing in it is the only
 * copy of anything, so nothing in it is kept: not by a lock, not by versions, and not when the stack is deleted.
 */
export class ExportsBucket extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: StageSettings }) {
    super(scope, id);
    const days = Duration.days(exportsKeptDays);
    this.key = new Key(this, 'Key', {
      description: `saksi ${settings.name}: files to be fetched`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: days, abortIncompleteMultipartUploadAfter: days }],
      // The emulator is spoken to over plain http.
      enforceSSL: settings.kind !== 'emulator',
      ...(settings.kind === 'emulator' ? {} : { minimumTLSVersion: 1.2 }),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(this.bucket, {
      S1: 'Who takes a file is entered in the access log of what is in it, before the file is made.',
    });
  }
}
