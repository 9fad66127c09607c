import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  InvalidParameterException,
  UnsupportedUserStateException,
  UsernameExistsException,
  UserNotFoundException,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { doesNotFit } from '../shared/refusals.ts';
import type { AccountPool, Opened } from './account-pool.ts';

/** What somebody is called until they have chosen a password. */
const neverSignedIn = 'FORCE_CHANGE_PASSWORD';

/** The accounts of a Cognito user pool whose people sign in by their e-mail address. */
export function cognitoPool(client: CognitoIdentityProviderClient, userPoolId: string): AccountPool {
  const user = (username: string) => ({ UserPoolId: userPoolId, Username: username });

  async function find(username: string) {
    const { UserAttributes, UserStatus } = await client.send(new AdminGetUserCommand(user(username)));
    const of = (name: string) => attributeOf(UserAttributes, name);
    return { subject: of('sub'), email: of('email'), isInUse: UserStatus !== neverSignedIn };
  }

  async function open(email: string): Promise<Opened> {
    try {
      const { User } = await client.send(
        new AdminCreateUserCommand({
          ...user(email),
          UserAttributes: [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
          ],
          // Nobody is told of an account before it is anybody's.
          MessageAction: 'SUPPRESS',
        }),
      );
      return { subject: attributeOf(User?.Attributes, 'sub'), isInUse: false };
    } catch (error) {
      if (error instanceof UsernameExistsException) return find(email);
      if (error instanceof InvalidParameterException)
        throw doesNotFit('/email', 'No account can be made for this address. Check how it is written.');
      throw error;
    }
  }

  return {
    open,
    read: (subject) => unlessGone(() => find(subject)),
    async invite(subject) {
      const account = await unlessGone(() => find(subject));
      if (account === undefined || account.isInUse) return;
      try {
        await client.send(
          new AdminCreateUserCommand({
            ...user(account.email),
            MessageAction: 'RESEND',
            DesiredDeliveryMediums: ['EMAIL'],
          }),
        );
      } catch (error) {
        // They signed in at this very moment, and need none.
        if (!(error instanceof UnsupportedUserStateException)) throw error;
      }
    },
    async shutOut(subject) {
      await unlessGone(async () => {
        await client.send(new AdminDisableUserCommand(user(subject)));
        await client.send(new AdminUserGlobalSignOutCommand(user(subject)));
      });
    },
    async letIn(subject) {
      await unlessGone(() => client.send(new AdminEnableUserCommand(user(subject))));
    },
  };
}

/** An account that is gone lets nobody in, and there is nothing more to be done about it. */
async function unlessGone<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}

const attributeOf = (attributes: readonly AttributeType[] | undefined, name: string): string =>
  z.string().parse(attributes?.find(({ Name }) => Name === name)?.Value);
