import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { awsSettings } from './aws.ts';
import type { DeployedStack } from './deployed-stack.ts';
import type { Instance } from './instance.ts';
import { Obstacle } from './obstacle.ts';

/**
 * Lets the sign-in page of a local stack return to one more address. The deployed settings name the
 * site alone, and should: only a development server lives elsewhere.
 */
export async function allowSignInFrom(
  instance: Instance,
  stack: DeployedStack,
  address: string,
): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(awsSettings(instance));
  const which = { UserPoolId: stack.outputs.UserPoolId, ClientId: stack.outputs.UserPoolClientId };
  const { UserPoolClient: client } = await cognito.send(new DescribeUserPoolClientCommand(which));
  if (!client)
    throw new Obstacle('The local stack has no sign-in client: begin afresh with npm start -- --reset.');
  if (client.CallbackURLs?.includes(address)) return;
  // An update resets whatever it does not name, so all that was described is said again.
  const { ClientSecret: _secret, CreationDate: _made, LastModifiedDate: _changed, ...settings } = client;
  const more = (addresses: string[] = []) => [...new Set([...addresses, address])];
  await cognito.send(
    new UpdateUserPoolClientCommand({
      ...settings,
      ...which,
      CallbackURLs: more(client.CallbackURLs),
      LogoutURLs: more(client.LogoutURLs),
    }),
  );
}
