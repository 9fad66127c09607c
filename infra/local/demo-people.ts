import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { personKey } from '../../functions/directory/port/actor.ts';
import { agencyKey } from '../../functions/directory/store.ts';
import { dynamoStore } from '../../functions/shared/store/dynamo.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { addAgency, addPerson, keepersAre, type NewPerson, type PeopleOffice } from '../people.ts';
import { accountsOf } from './demo-client.ts';
import { demoInterpreters } from './demo-interpreters.ts';
import type { DemoState } from './demo-state.ts';
import { tableName, type DeployedStack } from './deployed-stack.ts';

/** The people of the demonstration: offices and duties, no names. */

const agencies = {
  prosecution: { name: 'Office of the Attorney General', country: 'TH' },
  court: { name: 'Criminal Court', country: 'TH' },
  inspectorate: { name: 'Inspectorate', country: 'TH' },
  welfare: { name: 'Department of Social Welfare', country: 'MM' },
  hostAuthority: { name: 'Central Authority', country: 'MM' },
  interpreting: { name: 'Interpreting Service', country: 'AU' },
  pool: { name: 'Court Interpreters’ Pool', country: 'TH' },
} as const;

/** Interpreters have no accounts: the court and the host State's authority engage them and keep their calendars. */
const keepers: Partial<Record<keyof typeof agencies, readonly (keyof typeof agencies)[]>> = {
  interpreting: ['court', 'hostAuthority'],
  pool: ['court', 'hostAuthority'],
};

interface DemoPerson extends Omit<NewPerson, 'agencyId' | 'personId'> {
  readonly agency: keyof typeof agencies;
}

const staff = {
  prosecutor: {
    agency: 'prosecution',
    role: 'prosecutor',
    label: 'Prosecutor, trafficking division',
    zone: 'Asia/Bangkok',
    language: 'th',
  },
  clerk: {
    agency: 'court',
    role: 'clerk',
    label: 'Court clerk',
    zone: 'Asia/Bangkok',
    language: 'th',
  },
  'support-officer': {
    agency: 'welfare',
    role: 'support-officer',
    label: 'Victim-support officer',
    zone: 'Asia/Yangon',
    language: 'my',
    atProtectedSite: true,
  },
  'attending-officer': {
    agency: 'hostAuthority',
    role: 'attending-officer',
    label: 'Attending officer',
    zone: 'Asia/Yangon',
    language: 'my',
  },
  'central-authority': {
    agency: 'hostAuthority',
    role: 'central-authority',
    label: 'Central authority officer',
    zone: 'Asia/Yangon',
    language: 'my',
  },
  auditor: {
    agency: 'inspectorate',
    role: 'auditor',
    label: 'Auditor',
    zone: 'Asia/Bangkok',
    language: 'en',
  },
} as const satisfies Record<string, DemoPerson>;

/** What the directory holds of the interpreters; the rest is their profile and calendar. */
const people = Object.fromEntries(
  Object.entries(demoInterpreters).map(([name, given]): [string, DemoPerson] => {
    const { agency, role, label, zone, language, languages } = given;
    return [name, { agency, role, label, zone, language, languages: [...languages] }];
  }),
);

export type DemoStaff = keyof typeof staff;
export const demoStaff = Object.keys(staff) as DemoStaff[];
export type DemoName = DemoStaff | keyof typeof demoInterpreters;
const demoNames = [...demoStaff, ...(Object.keys(demoInterpreters) as (keyof typeof demoInterpreters)[])];

export const emailOf = (name: DemoStaff): string => `${name}@example.org`;

/** Twelve random characters of base 32, with what the pool's password rule asks for around them. */
const newPassword = (): string => `Saksi-${newId(randomBytes).slice(-12)}-7`;

/** The state with an id for each agency and person and a password for each account; what has one keeps it. */
export function withIdsAndPasswords(state: DemoState): DemoState {
  const names = [...Object.keys(agencies), ...Object.keys(staff), ...Object.keys(demoInterpreters)];
  const fill = (known: Readonly<Record<string, string>>, keys: readonly string[], make: () => string) =>
    Object.fromEntries(keys.map((key) => [key, known[key] ?? make()]));
  return {
    ...state,
    ids: fill(state.ids, names, () => newId(randomBytes)),
    passwords: fill(state.passwords, demoStaff.map(emailOf), newPassword),
  };
}

/** @throws Error for a name that has no id yet */
function idOf(state: DemoState, name: string): string {
  const found = state.ids[name];
  if (found === undefined) throw new Error(`The demonstration has no ${name} yet.`);
  return found;
}

export const personIds = (state: DemoState): Readonly<Record<DemoName, string>> =>
  Object.fromEntries(demoNames.map((name) => [name, idOf(state, name)])) as Record<DemoName, string>;

/** Enters whoever is not there; after a start that was cut off, this is what was lost. */
export async function enterPeople(stack: DeployedStack, state: DemoState): Promise<void> {
  const office = officeOf(stack);
  await Promise.all(
    Object.entries(agencies).map(async ([name, agency]) => {
      const agencyId = idOf(state, name);
      const [known] = await office.store.get([agencyKey(agencyId)]);
      if (known === undefined) await addAgency(office, agency, agencyId);
    }),
  );
  for (const [name, keptBy] of Object.entries(keepers))
    await keepersAre(
      office,
      idOf(state, name),
      keptBy.map((keeper) => idOf(state, keeper)),
    );
  const everybody: Record<string, DemoPerson> = { ...staff, ...people };
  await Promise.all(Object.entries(everybody).map(([name, person]) => enter(office, state, name, person)));
}

async function enter(
  office: PeopleOffice,
  state: DemoState,
  name: string,
  { agency, ...person }: DemoPerson,
): Promise<void> {
  const personId = idOf(state, name);
  const [known] = await office.store.get([personKey(personId)]);
  if (known !== undefined) return;
  const email = `${name}@example.org`;
  const password = state.passwords[email];
  const account = password === undefined ? undefined : { email, password };
  const written = account === undefined ? { mailTo: email } : {};
  const given = { ...person, ...written, personId, agencyId: idOf(state, agency) };
  const entered = await addPerson(office, given, account);
  if (entered !== personId)
    throw new Error(`${email} belongs to somebody else here: begin afresh with npm start -- --reset.`);
}

const officeOf = (stack: DeployedStack): PeopleOffice => ({
  store: dynamoStore(
    new DynamoDBClient({
      endpoint: stack.emulatorUrl,
      region: stack.region,
      credentials: { ...stack.credentials },
    }),
    (capability) => tableName(stack, capability),
  ),
  accounts: accountsOf(stack),
  userPoolId: stack.outputs.UserPoolId,
});
