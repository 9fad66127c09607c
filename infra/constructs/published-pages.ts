import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { Duration } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

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
  }
}
