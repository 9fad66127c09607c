import { randomBytes } from 'node:crypto';
import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import type { AnswerOf, BodyIn, Route } from '../../functions/shared/http/contract.ts';
import type { DeployedStack } from './deployed-stack.ts';
import { fetchByName } from './fetch-by-name.ts';

/** Calls the deployed API as one person, by the contracts. */

export interface Sent<Body> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Body;
}

export type Caller = <R extends Route>(route: R, sent?: Sent<BodyIn<R>>) => Promise<AnswerOf<R>>;

/** What the API refused, by the code of the closed list. */
export class Refused extends Error {
  readonly code: string;
  constructor(route: Route, status: number, problem: unknown) {
    const known = z.object({ code: z.string() }).safeParse(problem);
    super(`${route.method} ${route.path} was refused: ${status} ${JSON.stringify(problem)}`);
    this.code = known.success ? known.data.code : '';
  }
}

/**
 * Signs in at the first call, so that nobody is signed in who has nothing to do.
 * @throws {Refused} for every answer but a success; Error when the answer is not what the contract says
 */
export function callerWith(apiUrl: string, signIn: () => Promise<string>): Caller {
  let token: Promise<string> | undefined;
  return async <R extends Route>(route: R, sent: Sent<BodyIn<R>> = {}): Promise<AnswerOf<R>> => {
    token ??= signIn();
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => sent.params?.[name] ?? '');
    const url = new URL(`${apiUrl}${path}`);
    for (const [name, value] of Object.entries(sent.query ?? {})) url.searchParams.set(name, value);
    const response = await fetchByName(url, {
      method: route.method,
      headers: {
        authorization: `Bearer ${await token}`,
        ...(route.method === 'POST'
          ? {
              'content-type': 'application/json',
              'idempotency-key': randomBytes(24).toString('base64url'),
            }
          : {}),
      },
      ...(route.method === 'POST' ? { body: JSON.stringify(sent.body ?? {}) } : {}),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Refused(route, response.status, answer);
    return z.parse<R['answer']>(route.answer, answer);
  };
}

export const accountsOf = (stack: DeployedStack): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({
    endpoint: stack.emulatorUrl,
    region: stack.region,
    credentials: { ...stack.credentials },
  });

/** An access token for somebody's password: on the local stage only, whose pool allows it. */
export async function tokenOf(stack: DeployedStack, email: string, password: string): Promise<string> {
  const { AuthenticationResult } = await accountsOf(stack).send(
    new AdminInitiateAuthCommand({
      UserPoolId: stack.outputs.UserPoolId,
      ClientId: stack.outputs.UserPoolClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  );
  return z.string().parse(AuthenticationResult?.AccessToken);
}
