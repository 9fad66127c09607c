import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpStage,
  LogGroupLogDestination,
  type CfnStage,
  type HttpApi,
  type HttpRoute,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';
import { alarmOn, type Wake } from './alarm-on.ts';
import { logRetention } from './log-retention.ts';

interface GatewayStageProps {
  readonly settings: StageSettings;
  readonly api: HttpApi;
  /** Every route; the stage is told of some of them, so it comes after all. */
  readonly routes: readonly HttpRoute[];
  /** Keys of the routes that may be asked past the front door, where no web ACL stands before them. */
  readonly direct: readonly string[];
  readonly wake: Wake;
}

/**
 * The gateway's one stage, on which its limits are set. What comes past the front door is refused with 429 and with nothing
 * else: the media server takes any other 4xx for delivered, and sends again after a 429.
 */
export class GatewayStage extends Construct {
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, { settings, api, routes, direct, wake }: GatewayStageProps) {
    super(scope, id);
    const log = new LogGroup(this, 'Log', {
      retention: logRetention(settings),
      removalPolicy: settings.onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      // Of each route by itself.
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(accessLine),
      },
    });
    const own = this.stage.node.defaultChild as CfnStage;
    // The library's property takes any object and hands it on as it is.
    own.routeSettings = Object.fromEntries(
      direct.map((key) => [key, { ThrottlingRateLimit: 300, ThrottlingBurstLimit: 600 }]),
    );
    this.stage.node.addDependency(...routes);
    // What no function could log: it was not reached, had no capacity left, or took too long.
    alarmOn(this, 'ServerErrors', {
      metric: this.stage.metricServerError({ period: Duration.minutes(1), statistic: 'Sum' }),
      description: 'Somebody was answered by nobody: the API was asked, and no function of saksi answered.',
      wake,
    });
  }
}

/** No address, no path and no user agent: they could tell where a protected person is, and in which case. */
const accessLine = JSON.stringify({
  request: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  fault: '$context.integrationErrorMessage',
});
