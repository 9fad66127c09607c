import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../functions/shared/values/ids.ts';
import { accountsOf, tokenOf } from '../../infra/local/demo-client.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { addAgency, addPerson, disable, type NewPerson, type PeopleOffice } from '../../infra/people.ts';
import { send } from '../support/http.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

let stack: DeployedStack;
let at: PeopleOffice;
let agencyId: string;
let office: Office;
beforeAll(async () => {
  stack = deployedStack();
  at = { store: storeOf(stack), accounts: accountsOf(stack), userPoolId: stack.outputs.UserPoolId };
  agencyId = await addAgency(at, { name: 'Agency of the people', country: 'TH' });
  office = await newOffice(stack);
});

const newAccount = () => {
  const id = newId(randomBytes);
  return { email: `${id}@example.org`, password: `Saksi-${id}-7` };
};
const clerk = (): NewPerson => ({
  agencyId,
  role: 'clerk',
  label: 'Court clerk',
  zone: 'Asia/Bangkok',
  language: 'th',
});
const me = (token: string) => send(stack.apiUrl, 'GET', '/api/directory/me', { token });
/** Of the people of all tests those of the agency here. */
const peopleOf = async (role: string): Promise<{ personId: string; zone?: string }[]> => {
  const { body } = await send(stack.apiUrl, 'GET', `/api/directory/people?role=${role}&named=people`, {
    token: office.tokens.prosecutor,
  });
  return body.people;
};

describe('somebody who is entered', () => {
  it('can sign in, reads the own record, and can be chosen', async () => {
    const account = newAccount();
    const personId = await addPerson(at, clerk(), account);
    const own = await me(await tokenOf(stack, account.email, account.password));
    expect(own.body).toEqual({
      personId,
      role: 'clerk',
      label: 'Court clerk',
      agency: { agencyId, name: 'Agency of the people', country: 'TH' },
      language: 'th',
      zone: 'Asia/Bangkok',
    });
    expect(await peopleOf('clerk')).toContainEqual(
      expect.objectContaining({ personId, zone: 'Asia/Bangkok' }),
    );
  });

  it('twice under one address is the same person', async () => {
    const account = newAccount();
    const personId = await addPerson(at, clerk(), account);
    expect(await addPerson(at, clerk(), account)).toBe(personId);
  });

  it('at a protected site is listed without a zone', async () => {
    const protectedOne = { ...clerk(), role: 'support-officer', atProtectedSite: true } as const;
    const entered = await addPerson(at, protectedOne, newAccount());
    const listed = (await peopleOf('support-officer')).find(({ personId }) => personId === entered);
    expect(listed).toBeDefined();
    expect(listed).not.toHaveProperty('zone');
  });

  it('and disabled is refused at once, with a token that is still good, and is in no list', async () => {
    const account = newAccount();
    const personId = await addPerson(at, clerk(), account);
    const token = await tokenOf(stack, account.email, account.password);
    expect((await me(token)).status).toBe(200);
    await disable(at, personId);
    const refused = await me(token);
    expect([refused.status, refused.code]).toEqual([401, 'sign-in-needed']);
    expect((await peopleOf('clerk')).filter((person) => person.personId === personId)).toEqual([]);
    await expect(tokenOf(stack, account.email, account.password)).rejects.toThrow();
  });
});

describe('the command', () => {
  const command = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['infra/people.ts', ...args], {
      env: {
        ...process.env,
        AWS_ENDPOINT_URL: stack.emulatorUrl,
        AWS_REGION: stack.region,
        AWS_ACCESS_KEY_ID: stack.credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: stack.credentials.secretAccessKey,
      },
    });
  const outputs = () => ['--outputs', join(stack.folder, 'outputs.json')];

  it('enters an agency and an interpreter, and prints the id of each', async () => {
    const agency = (
      await command('agency', ...outputs(), '--name', 'Interpreters of the people', '--country', 'AU')
    ).stdout.trim();
    const person = ['--role', 'interpreter', '--label', 'Interpreter', '--zone', 'Australia/Sydney'];
    const spoken = ['--language', 'en', '--interprets', 'my,th'];
    const { stdout } = await command('add', ...outputs(), '--agency', agency, ...person, ...spoken);
    expect(await peopleOf('interpreter')).toContainEqual({
      personId: stdout.trim(),
      role: 'interpreter',
      label: 'Interpreter',
      agency: 'Interpreters of the people',
      country: 'AU',
      zone: 'Australia/Sydney',
      languages: ['my', 'th'],
    });
  });

  it('says what is wrong and ends with a failure', async () => {
    await expect(command('add', ...outputs(), '--agency', 'x', '--role', 'witness')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('at zone') as string,
    });
  });
});

describe('nobody is entered', () => {
  it('of an agency that is not known', async () => {
    await expect(addPerson(at, { ...clerk(), agencyId: newId(randomBytes) }, newAccount())).rejects.toThrow(
      'no such agency',
    );
  });

  it('as staff without an account, or as an interpreter with one', async () => {
    await expect(addPerson(at, clerk())).rejects.toThrow('needs an e-mail');
    await expect(addPerson(at, { ...clerk(), role: 'interpreter' }, newAccount())).rejects.toThrow(
      'by invitation',
    );
  });

  it('in a zone or language that is not known', async () => {
    await expect(addPerson(at, { ...clerk(), zone: 'Asia/Rangon' }, newAccount())).rejects.toThrow(
      'no such time zone',
    );
  });
});

describe('an account that the directory does not know', () => {
  it('is not signed in, and is taken up when its person is entered after all', async () => {
    const account = newAccount();
    const user = { UserPoolId: at.userPoolId, Username: account.email };
    await at.accounts.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
    await at.accounts.send(
      new AdminSetUserPasswordCommand({ ...user, Password: account.password, Permanent: true }),
    );
    const token = await tokenOf(stack, account.email, account.password);
    const refused = await me(token);
    expect([refused.status, refused.code]).toEqual([401, 'sign-in-needed']);
    const personId = await addPerson(at, clerk(), account);
    expect((await me(token)).body.personId).toBe(personId);
  });
});
