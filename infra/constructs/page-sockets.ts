import { WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';

import type { StageSettings } from '../stages.ts';

/** Of its one stage, and so a part of the address. */
export const socketsStage = 'pages';

/**
 * The sockets by which the service tells pages to look again, without the function that lets them in: that comes in a stack
 * after this one, and the pages' policy must name them before. They are not behind CloudFront: the emulator's knows no sockets,
 * and here there is nothing to ask for. Whoever has no ticket is refused before there is one.
 */
export class PageSockets extends Construct {
  readonly api: WebSocketApi;
  /** As the pages' content policy names it. */
  readonly origin: string;
  /** What pages open. */
  readonly url: string;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: StageSettings }) {
    super(scope, id);
    const { name, region, emulatorPort } = settings;
    this.api = new WebSocketApi(this, 'Api', { apiName: `saksi-${name}-pages` });
    const { apiId } = this.api;
    // The emulator's own host names are known to browsers only; its path form does the same.
    const [origin, path] =
      emulatorPort === undefined
        ? [`wss://${apiId}.execute-api.${region}.amazonaws.com`, '']
        : [`ws://127.0.0.1:${emulatorPort}`, `/_aws/execute-api/${apiId}`];
    this.origin = origin;
    this.url = `${origin}${path}/${socketsStage}`;
  }

  /** Every connection, as the end of an ARN, for one thing that may be done with it: `POST` tells, `DELETE` closes. */
  connections(method: 'POST' | 'DELETE'): string {
    return `${socketsStage}/${method}/@connections/*`;
  }
}
