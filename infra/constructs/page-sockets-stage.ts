import { WebSocketRoute, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

import { acknowledge } from './acknowledge.ts';
import { socketsStage, type PageSockets } from './page-sockets.ts';

interface PageSocketsStageProps {
  readonly sockets: PageSockets;
  /** Lets a page in, or does not. */
  readonly handler: IFunction;
}

/**
 * The one stage of the pages' sockets, and its one route. What a page sends has no route, and so reaches nobody; nor has its
 * going away, which is found when it is told something.
 */
export class PageSocketsStage extends Construct {
  constructor(scope: Construct, id: string, { sockets, handler }: PageSocketsStageProps) {
    super(scope, id);
    const route = new WebSocketRoute(this, 'Connect', {
      webSocketApi: sockets.api,
      routeKey: '$connect',
      integration: new WebSocketLambdaIntegration('Connect', handler),
    });
    acknowledge(route, { APIG4: 'The function itself lets nobody in who has no ticket of their seat.' });
    const stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: sockets.api,
      stageName: socketsStage,
      autoDeploy: true,
      // A session's pages come all at once, and a region's sessions at the full hour.
      throttle: { rateLimit: 100, burstLimit: 200 },
    });
    acknowledge(stage, {
      APIG1:
        'For sockets the gateway writes a log only by a role of the whole account; the function logs who was let in or not.',
    });
    stage.node.addDependency(route);
  }
}
