import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';

/** Where published custody logs and sealed parts lie: written once, never overwritten, never deleted before time. */
export class EvidenceBucket extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: StageSettings }) {
    super(scope, id);
    const removalPolicy = settings.onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const duration = Duration.days(settings.evidence.lockDays);
    this.key = new Key(this, 'Key', {
      description: `saksi ${settings.name}: evidence`,
      enableKeyRotation: true,
      removalPolicy,
    });
    if (settings.onRemoval === 'retain') this.#refuseDeletion();
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        settings.evidence.lock === 'compliance'
          ? ObjectLockRetention.compliance(duration)
          : ObjectLockRetention.governance(duration),
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // The emulator is spoken to over plain http, and does not know the condition key s3:if-none-match.
      enforceSSL: settings.kind !== 'emulator',
      ...(settings.kind === 'emulator' ? {} : { minimumTLSVersion: 1.2 }),
      removalPolicy,
    });
    if (settings.kind !== 'emulator') this.#refuseOverwriting();
    acknowledge(this.bucket, {
      S1: 'What is written here is itself logged: every object is announced by an entry of a custody log.',
    });
  }

  /** Evidence outlives whoever runs the stage, and without its key it is noise; an account's root is refused too. */
  #refuseDeletion(): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'RefuseDeletion',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
        resources: ['*'],
      }),
    );
  }

  /** A put must say "only if nothing is there": one that forgets it could put a second version over the first. */
  #refuseOverwriting(): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'RefuseOverwriting',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects('*')],
        // Parts of a multipart upload create no object, and cannot carry the condition.
        conditions: { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
      }),
    );
  }
}
