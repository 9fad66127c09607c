import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import { unfinishedPapersDays, unfinishedPapersPrefix } from './papers-kept.ts';

/**
 * Where files lie that people hand in, and the pages that were made of them. Each capability has a place of its own in it, below
 * its name; nobody may delete, and what is written over stays as an earlier version. Parts of a file that was never handed in
 * whole go by themselves.
 */
export class PapersBucket extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: StageSettings }) {
    super(scope, id);
    const removalPolicy = settings.onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const days = Duration.days(unfinishedPapersDays);
    this.key = new Key(this, 'Key', {
      description: `saksi ${settings.name}: what is handed in`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [
        { prefix: unfinishedPapersPrefix, expiration: days, noncurrentVersionExpiration: days },
      ],
      // The emulator is spoken to over plain http.
      enforceSSL: settings.kind !== 'emulator',
      ...(settings.kind === 'emulator' ? {} : { minimumTLSVersion: 1.2 }),
      removalPolicy,
    });
    acknowledge(this.bucket, {
      S1: 'What is kept here is announced by an entry of a custody log, and who reads it is entered too.',
    });
  }
}
