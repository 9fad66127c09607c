import { Fn } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import type { FrontDoor } from './front-door.ts';
import { answerHeaders, pageHeaders } from './page-security.ts';
import { pageForPath } from './page-for-path.ts';

interface SiteProps {
  readonly settings: StageSettings;
  readonly bucket: IBucket;
  readonly api: HttpApi;
  /** By which the API knows what came through here. */
  readonly frontDoor: FrontDoor;
  readonly signInOrigin: string;
  readonly socketsOrigin: string;
}

/** One origin for people's browsers: the pages at `/`, the API at `/api/`. Same origin, so no CORS anywhere. */
export class Site extends Construct {
  readonly distribution: Distribution;
  /** What stands before the path in a browser's address line; no slash at the end. */
  readonly origin: string;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { settings } = props;
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `saksi ${settings.name}`,
      defaultRootObject: 'index.html',
      defaultBehavior: this.#pages(props),
      additionalBehaviors: { '/api/*': this.#answers(props) },
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Every edge: the people served are in Asia and Australia, which the cheaper classes leave out.
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...(settings.webAclArn === undefined ? {} : { webAclId: settings.webAclArn }),
      ...this.#ownName(settings),
    });
    this.origin = originOf(settings, this.distribution);
    acknowledge(this.distribution, {
      CFR1: 'Witnesses may be in any country; who may join is decided per session, not per continent.',
      CFR3: "An access log would keep the addresses of protected people. The API's own log holds none.",
    });
  }

  #pages({ settings, bucket, signInOrigin, socketsOrigin }: SiteProps): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: viewerProtocol(settings),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: pageHeaders(this, { settings, signInOrigin, socketsOrigin }),
      compress: true,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new Function(this, 'PageForPath', {
            runtime: FunctionRuntime.JS_2_0,
            code: FunctionCode.fromInline(pageForPath),
            comment: 'The page that draws a path without a file of its own',
          }),
        },
      ],
    };
  }

  #answers({ settings, api, frontDoor }: SiteProps): BehaviorOptions {
    return {
      origin: apiOrigin(settings, api, frontDoor.headers),
      viewerProtocolPolicy: viewerProtocol(settings),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: answerHeaders(this, settings),
      compress: true,
    };
  }

  #ownName({ site }: StageSettings) {
    if (site === undefined) return {};
    return {
      domainNames: [site.domainName],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', site.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }
}

function viewerProtocol({ kind }: StageSettings): ViewerProtocolPolicy {
  return kind === 'emulator' ? ViewerProtocolPolicy.ALLOW_ALL : ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
}

/** The emulator serves no `execute-api` host name to its own CloudFront; its path form does the same. */
function apiOrigin(
  { emulatorPort, region }: StageSettings,
  api: HttpApi,
  customHeaders: FrontDoor['headers'],
): HttpOrigin {
  if (emulatorPort === undefined)
    return new HttpOrigin(`${api.apiId}.execute-api.${region}.amazonaws.com`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders,
    });
  return new HttpOrigin('localhost', {
    httpPort: emulatorPort,
    protocolPolicy: OriginProtocolPolicy.HTTP_ONLY,
    originPath: `/_aws/execute-api/${api.apiId}`,
    customHeaders,
  });
}

function originOf({ site, emulatorPort }: StageSettings, distribution: Distribution): string {
  if (site !== undefined) return `https://${site.domainName}`;
  if (emulatorPort === undefined) return `https://${distribution.distributionDomainName}`;
  const label = Fn.select(0, Fn.split('.', distribution.distributionDomainName));
  return `http://${label}.cloudfront.localhost:${emulatorPort}`;
}
