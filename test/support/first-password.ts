import { randomBytes } from 'node:crypto';
import { AdminSetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { newId } from '../../functions/shared/values/ids.ts';
import { accountsOf } from '../../infra/local/demo-client.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';

/** In place of whoever was invited: a password of their own, as they choose one when they first sign in. */
export async function choosePassword(
  stack: DeployedStack,
  email: string,
): Promise<{ readonly email: string; readonly password: string }> {
  const password = `Saksi-${newId(randomBytes)}-7`;
  const user = { UserPoolId: stack.outputs.UserPoolId, Username: email };
  await accountsOf(stack).send(
    new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }),
  );
  return { email, password };
}
