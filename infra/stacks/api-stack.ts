import { Stack } from 'aws-cdk-lib';
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

import { acknowledge } from '../constructs/acknowledge.ts';
import type { Capability } from '../constructs/capabilities.ts';
import type { CodeOf } from '../constructs/capability-bundle.ts';
import { CapabilityFunction } from '../constructs/capability-function.ts';
import type { Wake } from '../constructs/function-alarms.ts';
import type { StageSettings } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import { stackProps } from './stack-props.ts';
import type { WebStack } from './web-stack.ts';

interface ApiStackProps {
  readonly settings: StageSettings;
  readonly capabilities: readonly Capability[];
  readonly codeOf: CodeOf;
  readonly data: DataStack;
  readonly web: WebStack;
}

/** The capabilities' functions, each at its own URL prefix, and who is woken when one fails. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { settings, capabilities, codeOf, data, web }: ApiStackProps) {
    super(scope, id, stackProps(settings));
    const wake = this.#wake(settings);
    const environment = {
      SITE_ORIGIN: web.site.origin,
      USER_POOL_ID: data.accounts.pool.userPoolId,
      USER_POOL_CLIENT_ID: web.signIn.client.userPoolClientId,
      LIVEKIT_PUBLIC_URL: settings.media.publicUrl,
      LOG_ORIGIN: settings.logOrigin,
    };
    for (const capability of capabilities) {
      const code = codeOf(capability);
      const made = new CapabilityFunction(this, capability.name, {
        settings,
        capability,
        code,
        data,
        environment,
        wake,
      });
      this.#routes(capability, made, web);
    }
  }

  #routes({ name }: Capability, made: CapabilityFunction, { api }: WebStack): void {
    const integration = new HttpLambdaIntegration(name, made.handler);
    for (const [id, path] of [
      ['Root', `/api/${name}`],
      ['Below', `/api/${name}/{proxy+}`],
    ] as const) {
      const route = new HttpRoute(made, id, {
        httpApi: api,
        integration,
        routeKey: HttpRouteKey.with(path, HttpMethod.ANY),
      });
      acknowledge(route, {
        APIG4:
          'Each function verifies the token itself, so that every refusal is ours and a change of role works at once.',
      });
    }
  }

  #wake(settings: StageSettings): Wake {
    if (settings.alarmEmail === undefined) return undefined;
    const topic = new Topic(this, 'OnCall', { displayName: 'saksi', enforceSSL: true });
    topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    return new SnsAction(topic);
  }
}
