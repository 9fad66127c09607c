import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoStore } from '../../functions/shared/store/dynamo.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import type { StaffRole } from '../../functions/shared/access/roles.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { accountsOf, tokenOf } from '../../infra/local/demo-client.ts';
import { tableName, type DeployedStack } from '../../infra/local/deployed-stack.ts';
import { addAgency, addPerson, addRoom, type PeopleOffice } from '../../infra/people.ts';

/** Who has an account in every office; whoever is needed beside them, a test enters by itself. */
export const officeRoles = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'auditor',
  'judge',
  'agency-administrator',
] as const satisfies readonly StaffRole[];
export type OfficeRole = (typeof officeRoles)[number];

/** People of their own for one test file, so that no file meets another's bookings. */
export interface Office {
  readonly tokens: Readonly<Record<OfficeRole, string>>;
  /** For signing in on the pages themselves. */
  readonly accounts: Readonly<Record<OfficeRole, { readonly email: string; readonly password: string }>>;
  readonly ids: Readonly<Record<OfficeRole | 'interpreter', string>>;
  /** A room of the interpreter's agency, whose things the officers of both other agencies keep. */
  readonly roomId: string;
  /** The interpreter's agency. */
  readonly agencyId: string;
  /** Stands in the labels of the interpreter and of the attending officer: by it they are found among those of all tests. */
  readonly mark: string;
}

interface TestPerson {
  readonly role: OfficeRole;
  readonly label: string;
  readonly country: 'TH' | 'MM' | 'AU';
  readonly zone: string;
  readonly atProtectedSite?: true;
}

const bangkok = { country: 'TH', zone: 'Asia/Bangkok' } as const;
const yangon = { country: 'MM', zone: 'Asia/Yangon' } as const;
const sydney = { country: 'AU', zone: 'Australia/Sydney' } as const;

const staff: readonly TestPerson[] = [
  { role: 'prosecutor', label: 'Prosecutor, trafficking division', ...bangkok },
  { role: 'clerk', label: 'Clerk of the court', ...bangkok },
  { role: 'auditor', label: 'Auditor', ...bangkok },
  { role: 'judge', label: 'Judge', ...bangkok },
  { role: 'support-officer', label: 'Officer who is with her', ...yangon, atProtectedSite: true },
  { role: 'attending-officer', label: 'Officer of the host State', ...yangon },
  { role: 'central-authority', label: 'Officer of the central authority', ...yangon },
  { role: 'agency-administrator', label: 'Head of the interpreting service', ...sydney },
];

/** The tables of the deployed stack with the deployer's rights. */
export const tablesOf = (stack: DeployedStack) => ({
  client: new DynamoDBClient({
    endpoint: stack.emulatorUrl,
    region: stack.region,
    credentials: stack.credentials,
  }),
  tableOf: (capability: string) => tableName(stack, capability),
});

const peopleOffice = (stack: DeployedStack): PeopleOffice => ({
  store: storeOf(stack),
  accounts: accountsOf(stack),
  userPoolId: stack.outputs.UserPoolId,
});

/** Another interpreter of an office's own service, with an address for mail. @returns the person's id */
export const oneMoreInterpreter = (stack: DeployedStack, { agencyId, mark }: Office): Promise<string> =>
  addInterpreter(peopleOffice(stack), agencyId, mark);

const addInterpreter = (office: PeopleOffice, agencyId: string, mark: string): Promise<string> =>
  addPerson(office, {
    agencyId,
    role: 'interpreter',
    label: `Interpreter, Burmese and Thai ${mark}`,
    zone: 'Australia/Sydney',
    language: 'en',
    languages: ['my', 'th'],
    mailTo: `${newId(randomBytes)}@example.org`,
  });

/** Somebody who signs in. */
export interface Signed {
  readonly personId: string;
  readonly agencyId: string;
  readonly token: string;
  /** By which they are found among those of all tests. */
  readonly label: string;
  /** How they sign in on a page. */
  readonly account: { readonly email: string; readonly password: string };
}

/** Somebody with an account beside those whom every office has, in an agency of their own or in that one. */
export async function oneMoreOfficer(
  stack: DeployedStack,
  role: StaffRole,
  country: 'TH' | 'MM',
  agency?: string,
): Promise<Signed> {
  const office = peopleOffice(stack);
  const { zone } = country === 'TH' ? bangkok : yangon;
  const agencyId = agency ?? (await addAgency(office, { name: 'Agency of a test', country }));
  const account = { email: `${newId(randomBytes)}@example.org`, password: `Saksi-${newId(randomBytes)}-7` };
  const label = `One more ${role} ${newId(randomBytes).slice(0, 8)}`;
  const person = { role, label, zone, agencyId, language: 'en' } as const;
  const personId = await addPerson(office, person, account);
  return { personId, agencyId, label, account, token: await tokenOf(stack, account.email, account.password) };
}

/** The same as a store: for looking behind the API, never for acting. */
export function storeOf(stack: DeployedStack): Store {
  const { client, tableOf } = tablesOf(stack);
  return dynamoStore(client, tableOf);
}

export async function newOffice(stack: DeployedStack): Promise<Office> {
  const office = peopleOffice(stack);
  const [thai, burmese] = await Promise.all([
    addAgency(office, { name: 'Agency of a test', country: 'TH' }),
    addAgency(office, { name: 'Agency of a test', country: 'MM' }),
  ]);
  const australian = await addAgency(office, {
    name: 'Agency of a test',
    country: 'AU',
    keptBy: [thai, burmese],
  });
  const mark = newId(randomBytes).slice(0, 8);
  const people = staff.map(async ({ country, ...person }) => {
    const account = { email: `${newId(randomBytes)}@example.org`, password: `Saksi-${newId(randomBytes)}-7` };
    const agencyId = { TH: thai, MM: burmese, AU: australian }[country];
    const label = person.role === 'attending-officer' ? `${person.label} ${mark}` : person.label;
    const personId = await addPerson(office, { ...person, label, agencyId, language: 'en' }, account);
    const token = await tokenOf(stack, account.email, account.password);
    return { role: person.role, personId, account, token };
  });
  const entered = await Promise.all(people);
  const interpreter = await addInterpreter(office, australian, mark);
  const roomId = await addRoom(office, {
    agencyId: australian,
    label: 'Room 1',
    city: 'Sydney',
    zone: 'Australia/Sydney',
    vetted: true,
    atProtectedSite: false,
  });
  return {
    roomId,
    agencyId: australian,
    mark,
    tokens: Object.fromEntries(entered.map(({ role, token }) => [role, token])) as Office['tokens'],
    accounts: Object.fromEntries(entered.map(({ role, account }) => [role, account])) as Office['accounts'],
    ids: {
      ...Object.fromEntries(entered.map(({ role, personId }) => [role, personId])),
      interpreter,
    } as Office['ids'],
  };
}
