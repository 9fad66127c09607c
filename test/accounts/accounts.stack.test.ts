import { randomBytes } from 'node:crypto';
import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, expect, it } from 'vitest';
import { personKey } from '../../functions/directory/port/actor.ts';
import { subjectOf } from '../../functions/directory/store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { accountsOf } from '../../infra/local/demo-client.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { mailsTo } from '../notices/mailbox.ts';
import { send } from '../support/http.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

/** One person's whole way, with the function's own rights at the pool and the tables, and the real mail of an invitation. */
let stack: DeployedStack;
let office: Office;
beforeAll(async () => {
  stack = deployedStack();
  office = await newOffice(stack);
}, 60_000);

const at = (method: 'GET' | 'POST', path: string, body?: object) =>
  send(stack.apiUrl, method, `/api/accounts/people${path}`, {
    token: office.tokens['agency-administrator'],
    ...(body === undefined ? {} : { body }),
  });
const readsMe = async (token: string) =>
  (await send(stack.apiUrl, 'GET', '/api/directory/me', { token })).status;

it('somebody is invited, signs in, is changed, shut out and let in again', async () => {
  const email = `${newId(randomBytes)}@example.org`;
  const said = { role: 'agency-administrator', label: 'Deputy', language: 'en', atProtectedSite: false };
  const { status, body } = await at('POST', '', { ...said, email, zone: 'Australia/Sydney' });
  expect(status).toBe(201);
  const path = `/${String(body.personId)}`;
  expect((await at('GET', path)).body).toMatchObject({ account: { state: 'invited' }, version: 1 });
  expect(await mailsTo(stack, [email])).toHaveLength(1);
  expect((await at('POST', `${path}/invitation`, { version: 1 })).body).toEqual({ version: 2 });
  const [mail] = (await mailsTo(stack, [email])).slice(-1);
  const token = await firstSignIn(email, mail?.text ?? '');
  expect(await readsMe(token)).toBe(200);
  expect((await at('GET', path)).body).toMatchObject({ account: { state: 'in-use' } });

  const changed = await at('POST', path, { ...said, label: 'Deputy head', version: 2 });
  expect(changed.body).toEqual({ version: 3 });
  expect((await at('POST', `${path}/disabling`, { version: 3 })).body).toEqual({ version: 4 });
  expect(await readsMe(token)).toBe(401);
  expect(await isEnabled(String(body.personId))).toBe(false);
  expect((await at('POST', `${path}/enabling`, { version: 4 })).body).toEqual({ version: 5 });
  expect(await readsMe(token)).toBe(200);
  expect(await isEnabled(String(body.personId))).toBe(true);
  const { people } = (await at('GET', '')).body as { people: { label: string }[] };
  expect(people.map(({ label }) => label)).toContain('Deputy head');
});

it('an address that is somebody’s already is refused', async () => {
  const { email } = office.accounts.clerk;
  const said = { role: 'agency-administrator', label: 'Deputy', language: 'en', atProtectedSite: false };
  const { body } = await at('POST', '', { ...said, email, zone: 'Australia/Sydney' });
  expect(body).toMatchObject({ code: 'address-in-use' });
});

/** With the password of the mail, in place of which another must be chosen. */
async function firstSignIn(email: string, mail: string): Promise<string> {
  const words = mail.split(/\s+/).map((word) => word.replace(/\.$/, ''));
  const pool = { UserPoolId: stack.outputs.UserPoolId, ClientId: stack.outputs.UserPoolClientId };
  const client = accountsOf(stack);
  // A password may hold any sign, an @ among them; only the address itself is surely none.
  for (const password of words.filter((word) => word.length >= 8 && word !== email))
    try {
      const { Session } = await client.send(
        new AdminInitiateAuthCommand({
          ...pool,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: email, PASSWORD: password },
        }),
      );
      const { AuthenticationResult } = await client.send(
        new AdminRespondToAuthChallengeCommand({
          ...pool,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session,
          ChallengeResponses: { USERNAME: email, NEW_PASSWORD: `Saksi-${newId(randomBytes)}-7` },
        }),
      );
      return AuthenticationResult?.AccessToken ?? '';
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'NotAuthorizedException') throw error;
    }
  throw new Error(`No word of the mail is the password: ${mail}`);
}

async function isEnabled(personId: string): Promise<boolean | undefined> {
  const [item] = await storeOf(stack).get([personKey(personId)]);
  const user = { UserPoolId: stack.outputs.UserPoolId, Username: subjectOf(item) };
  return (await accountsOf(stack).send(new AdminGetUserCommand(user))).Enabled;
}
