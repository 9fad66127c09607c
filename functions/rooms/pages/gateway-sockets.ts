import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { counted } from '../../shared/spent.ts';
import type { PageSockets } from './page-sockets.ts';

/** All that a page is ever told: no id, no name, no state. What happened it asks by its own seat. */
const lookAgain = 'look again';

/** Milliseconds, so that nothing waits for a gateway that does not answer; and nothing is tried twice. */
const impatience = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 500, requestTimeout: 1_000, throwOnRequestTimeout: true },
} as const;

/** @param socketsUrl what pages open; the gateway is asked to tell and to close at the same place, over HTTP */
export function gatewaySockets(socketsUrl: string): PageSockets {
  const endpoint = socketsUrl.replace(/^ws/, 'http');
  const client = counted(new ApiGatewayManagementApiClient({ endpoint, ...impatience }));
  const unlessGone = async (run: () => Promise<unknown>): Promise<boolean> => {
    try {
      await run();
      return true;
    } catch (error) {
      if (error instanceof GoneException) return false;
      throw error;
    }
  };
  return {
    tell: (ConnectionId) =>
      unlessGone(() => client.send(new PostToConnectionCommand({ ConnectionId, Data: lookAgain }))),
    close: async (ConnectionId) =>
      void (await unlessGone(() => client.send(new DeleteConnectionCommand({ ConnectionId })))),
  };
}
