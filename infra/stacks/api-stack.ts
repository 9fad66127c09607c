import { CfnOutput, Stack } from 'aws-cdk-lib';
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

import { acknowledge } from '../constructs/acknowledge.ts';
import type { CodeOf } from '../constructs/capability-bundle.ts';
import { CapabilityFunction } from '../constructs/capability-function.ts';
import type { DeclaredFunction } from '../constructs/declared-function.ts';
import type { Wake } from '../constructs/alarm-on.ts';
import { GatewayStage } from '../constructs/gateway-stage.ts';
import { PageSocketsStage } from '../constructs/page-sockets-stage.ts';
import { TaskQueue } from '../constructs/task-queue.ts';
import type { Worker } from '../constructs/workers.ts';
import { assertCapacity, type StageSettings } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import { stackProps } from './stack-props.ts';
import type { WebStack } from './web-stack.ts';

interface ApiStackProps {
  readonly settings: StageSettings;
  readonly functions: readonly DeclaredFunction[];
  readonly workers: readonly Worker[];
  readonly codeOf: CodeOf;
  readonly data: DataStack;
  readonly web: WebStack;
}

/** The capabilities' functions, each at its own URL prefix, and who is woken when one fails. */
export class ApiStack extends Stack {
  /** Whom alarms wake. */
  readonly wake: Wake;
  readonly #queues: ReadonlyMap<string, TaskQueue>;

  constructor(
    scope: Construct,
    id: string,
    { settings, functions, workers, codeOf, data, web }: ApiStackProps,
  ) {
    super(scope, id, stackProps(settings));
    const wake = this.#wake(settings);
    this.wake = wake;
    this.#queues = new Map(
      workers.map((worker) => [
        worker.name,
        new TaskQueue(this, `${worker.name}Tasks`, { settings, worker, wake }),
      ]),
    );
    const environment = {
      SITE_ORIGIN: web.site.origin,
      USER_POOL_ID: data.accounts.pool.userPoolId,
      USER_POOL_CLIENT_ID: web.signIn.client.userPoolClientId,
      FRESH_SIGN_IN_MINUTES: String(settings.signIn.freshMinutes),
      LIVEKIT_PUBLIC_URL: settings.media.publicUrl,
      LOG_ORIGIN: settings.logOrigin,
      PAGE_SOCKETS_URL: web.sockets.url,
    };
    assertCapacity(settings, functions);
    const routes: HttpRoute[] = [];
    for (const declared of functions) {
      const code = codeOf(declared.capability);
      const made = new CapabilityFunction(this, declared.id, {
        settings,
        declared,
        code,
        data,
        environment,
        frontDoorArns: web.frontDoor.arns,
        sockets: web.sockets,
        queueOf: (worker) => this.queueOf(worker),
        wake,
      });
      routes.push(...this.#routes(declared, made, web));
      if (declared.role.pageSockets?.includes('connect'))
        new PageSocketsStage(this, 'PageSockets', { sockets: web.sockets, handler: made.handler });
    }
    const direct = functions.flatMap((declared) => this.#direct(declared, web));
    new GatewayStage(this, 'Gateway', { settings, api: web.api, routes, direct, wake });
  }

  /** A worker's tasks. @throws Error when there is none of that name */
  queueOf(worker: string): Queue {
    const made = this.#queues.get(worker);
    if (made === undefined) throw new Error(`There is no worker named "${worker}".`);
    return made.queue;
  }

  /** Keys of the routes that may be asked at the API's own host; whoever sets up their sender is told where that is. */
  #direct({ capability, routes }: DeclaredFunction, { api }: WebStack): string[] {
    const signed = routes.filter((route) => route.signed);
    for (const { path } of signed)
      new CfnOutput(this, `Hook${capability.name.charAt(0).toUpperCase()}${capability.name.slice(1)}`, {
        value: `${api.apiEndpoint}${path}`,
      });
    return signed.map(({ method, path }) => `${method} ${path}`);
  }

  #routes(declared: DeclaredFunction, made: CapabilityFunction, { api }: WebStack): HttpRoute[] {
    const integration = new HttpLambdaIntegration(declared.id, made.handler);
    return routeKeys(declared).map(([id, routeKey]) => {
      const route = new HttpRoute(made, id, { httpApi: api, integration, routeKey });
      acknowledge(route, {
        APIG4:
          'Each function verifies the token itself, so that every refusal is ours and a change of role works at once.',
      });
      return route;
    });
  }

  #wake(settings: StageSettings): Wake {
    if (settings.alarmEmail === undefined) return undefined;
    const topic = new Topic(this, 'OnCall', { displayName: 'saksi', enforceSSL: true });
    topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    return new SnsAction(topic);
  }
}

/**
 * Whatever names a route more exactly wins at the gateway, so what an urgent function is not sent goes to the ordinary
 * one: another method on the same path too, which is answered there.
 */
function routeKeys({ capability, urgency, routes }: DeclaredFunction): readonly [string, HttpRouteKey][] {
  const { name } = capability;
  if (urgency === undefined)
    return [
      ['Root', HttpRouteKey.with(`/api/${name}`, HttpMethod.ANY)],
      ['Below', HttpRouteKey.with(`/api/${name}/{proxy+}`, HttpMethod.ANY)],
    ];
  return routes.flatMap(({ method, path }) => {
    const at = path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    // Whoever may GET may ask for the head alone.
    const methods = method === 'GET' ? [HttpMethod.GET, HttpMethod.HEAD] : [HttpMethod[method]];
    return methods.map((each) => [
      `${each}${at.replaceAll(/[^A-Za-z]/g, '')}`,
      HttpRouteKey.with(at, each),
    ]) satisfies [string, HttpRouteKey][];
  });
}
