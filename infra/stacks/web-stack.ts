import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

import { acknowledge } from '../constructs/acknowledge.ts';
import { FrontDoor } from '../constructs/front-door.ts';
import { PageSockets } from '../constructs/page-sockets.ts';
import { PublishedPages } from '../constructs/published-pages.ts';
import { Site } from '../constructs/site.ts';
import { StaffSignIn } from '../constructs/staff-sign-in.ts';
import type { StageSettings } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import { stackProps } from './stack-props.ts';

interface WebStackProps {
  readonly settings: StageSettings;
  readonly data: DataStack;
  /** Folder of the built pages; undefined where they are put up in another way (the emulator). */
  readonly pages: string | undefined;
}

/**
 * The front: the site's one origin, and behind it the API's gateway without stage and functions. Those come in a
 * stack after this one, since they must know the site's origin and the sign-in client; so nothing runs in a circle.
 */
export class WebStack extends Stack {
  readonly api: HttpApi;
  readonly site: Site;
  readonly signIn: StaffSignIn;
  readonly frontDoor: FrontDoor;
  readonly sockets: PageSockets;

  constructor(scope: Construct, id: string, { settings, data, pages }: WebStackProps) {
    super(scope, id, stackProps(settings));
    this.api = new HttpApi(this, 'Api', { apiName: `saksi-${settings.name}`, createDefaultStage: false });
    this.frontDoor = new FrontDoor(this, 'FrontDoor', { settings });
    this.sockets = new PageSockets(this, 'PageSockets', { settings });
    const bucket = this.#bucket(settings);
    const signInOrigin = data.accounts.signInOrigin;
    this.site = new Site(this, 'Site', {
      settings,
      bucket,
      api: this.api,
      frontDoor: this.frontDoor,
      signInOrigin,
      socketsOrigin: this.sockets.origin,
    });
    this.signIn = new StaffSignIn(this, 'SignIn', {
      settings,
      accounts: data.accounts,
      siteOrigin: this.site.origin,
    });
    if (pages !== undefined) {
      new PublishedPages(this, 'Pages', {
        pages,
        bucket,
        distribution: this.site.distribution,
        // The same public facts that local start-up writes: what a browser must know before anybody signs in.
        config: {
          stage: settings.name,
          userPoolId: data.accounts.pool.userPoolId,
          userPoolClientId: this.signIn.client.userPoolClientId,
          signInUrl: signInOrigin,
          liveKitUrl: settings.media.publicUrl,
        },
      });
    }
    new CfnOutput(this, 'SiteDomain', { value: this.site.distribution.distributionDomainName });
    new CfnOutput(this, 'SiteOrigin', { value: this.site.origin });
    new CfnOutput(this, 'ApiId', { value: this.api.apiId });
    new CfnOutput(this, 'WebBucketName', { value: bucket.bucketName });
    new CfnOutput(this, 'UserPoolClientId', { value: this.signIn.client.userPoolClientId });
  }

  #bucket(settings: StageSettings): IBucket {
    const bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: settings.kind !== 'emulator',
      // Built files only: whatever is lost is put up again by the next deployment.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(bucket, { S1: 'Only CloudFront reads this bucket, and what it holds is public.' });
    return bucket as IBucket;
  }
}
