import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoStore } from '../../functions/shared/store/dynamo.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import type { StaffRole } from '../../functions/shared/access/roles.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { accountsOf, tokenOf } from '../../infra/local/demo-client.ts';
import { tableName, type DeployedStack } from '../../infra/local/deployed-stack.ts';
import { addAgency, addPerson, type PeopleOffice } from '../../infra/people.ts';

/** People of their own for one test file, so that no file meets another's bookings. */
export interface Office {
  readonly tokens: Readonly<Record<StaffRole, string>>;
  readonly ids: Readonly<Record<StaffRole | 'interpreter', string>>;
}

const staff: readonly { role: StaffRole; country: 'TH' | 'MM'; zone: string; atProtectedSite?: true }[] = [
  { role: 'prosecutor', country: 'TH', zone: 'Asia/Bangkok' },
  { role: 'clerk', country: 'TH', zone: 'Asia/Bangkok' },
  { role: 'auditor', country: 'TH', zone: 'Asia/Bangkok' },
  { role: 'support-officer', country: 'MM', zone: 'Asia/Yangon', atProtectedSite: true },
  { role: 'attending-officer', country: 'MM', zone: 'Asia/Yangon' },
  { role: 'central-authority', country: 'MM', zone: 'Asia/Yangon' },
];

/** The store of the deployed stack with the deployer's rights: for looking behind the API, never for acting. */
export const storeOf = (stack: DeployedStack): Store =>
  dynamoStore(
    new DynamoDBClient({ endpoint: stack.emulatorUrl, region: stack.region, credentials: stack.credentials }),
    (capability) => tableName(stack, capability),
  );

export async function newOffice(stack: DeployedStack): Promise<Office> {
  const office: PeopleOffice = {
    store: storeOf(stack),
    accounts: accountsOf(stack),
    userPoolId: stack.outputs.UserPoolId,
  };
  const [thai, burmese, australian] = await Promise.all([
    addAgency(office, { name: 'Agency of a test', country: 'TH' }),
    addAgency(office, { name: 'Agency of a test', country: 'MM' }),
    addAgency(office, { name: 'Agency of a test', country: 'AU' }),
  ]);
  const people = staff.map(async ({ country, ...person }) => {
    const account = { email: `${newId(randomBytes)}@example.org`, password: `Saksi-${newId(randomBytes)}-7` };
    const agencyId = country === 'TH' ? thai : burmese;
    const personId = await addPerson(
      office,
      { ...person, agencyId, label: 'Somebody of a test', language: 'en' },
      account,
    );
    return { role: person.role, personId, token: await tokenOf(stack, account.email, account.password) };
  });
  const entered = await Promise.all(people);
  const interpreter = await addPerson(office, {
    agencyId: australian,
    role: 'interpreter',
    label: 'Interpreter of a test',
    zone: 'Australia/Sydney',
    language: 'en',
    languages: ['my', 'th'],
  });
  return {
    tokens: Object.fromEntries(entered.map(({ role, token }) => [role, token])) as Office['tokens'],
    ids: {
      ...Object.fromEntries(entered.map(({ role, personId }) => [role, personId])),
      interpreter,
    } as Office['ids'],
  };
}
