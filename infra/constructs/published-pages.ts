import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { Duration, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

import { acknowledge } from './acknowledge.ts';

interface PublishedPagesProps {
  /** Folder of the built pages. */
  readonly pages: string;
  readonly bucket: IBucket;
  readonly distribution: IDistribution;
  /** Public facts, written beside the pages as `config.json`. */
  readonly config: Readonly<Record<string, string>>;
}

/** Puts the built pages into their bucket. Files under `assets/` carry their hash in their name and never change. */
export class PublishedPages extends Construct {
  constructor(scope: Construct, id: string, { pages, bucket, distribution, config }: PublishedPagesProps) {
    super(scope, id);
    if (!existsSync(join(pages, 'index.html')))
      throw new Error(
        'The pages are not built yet. Run "npx vite build -c web/vite.config.ts", then deploy again.',
      );
    const files = Source.asset(pages);
    const hashed = new BucketDeployment(this, 'Hashed', {
      sources: [files],
      destinationBucket: bucket,
      exclude: ['*'],
      include: ['assets/*'],
      prune: false,
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    // Pages after the files they load: a page is never up before what it asks for.
    const rest = new BucketDeployment(this, 'Rest', {
      sources: [files, Source.jsonData('config.json', config)],
      destinationBucket: bucket,
      exclude: ['assets/*'],
      prune: false,
      cacheControl: [CacheControl.noCache()],
      distribution,
      distributionPaths: ['/*'],
    });
    rest.node.addDependency(hashed);
    this.#acknowledgeCopier(bucket);
  }

  /** The library's own function copies the files; what its role may do is the library's choice. */
  #acknowledgeCopier(bucket: IBucket): void {
    const stack = Stack.of(this);
    const copier = stack.node.children.find((child) =>
      child.node.id.startsWith('Custom::CDKBucketDeployment'),
    );
    if (copier === undefined)
      throw new Error('The library no longer makes a function named CDKBucketDeployment.');
    const own =
      'Only at deployment, only on the bucket of the public pages and that of the published assets.';
    const bucketId = stack.getLogicalId(bucket.node.defaultChild as CfnBucket);
    const assets = `arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}`;
    const actions = ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'];
    acknowledge(copier, {
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': own,
      ...Object.fromEntries(actions.map((action) => [`IAM5[Action::${action}]`, own])),
      [`IAM5[Resource::<${bucketId}.Arn>/*]`]: own,
      [`IAM5[Resource::${assets}/*]`]: own,
      'IAM5[Resource::*]': 'CreateInvalidation cannot be narrowed by the library.',
      L1: 'The library chooses the runtime of its function.',
    });
  }
}
