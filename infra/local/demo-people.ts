import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { personKey } from '../../functions/directory/port/actor.ts';
import { agencyKey } from '../../functions/directory/store.ts';
import { dynamoStore } from '../../functions/shared/store/dynamo.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { addAgency, addPerson, keepersAre, type PeopleOffice } from '../people.ts';
import { accountsOf } from './demo-client.ts';
import {
  agencies,
  demoAccounts,
  everybody,
  keepers,
  type DemoAccount,
  type DemoName,
  type DemoPerson,
} from './demo-staff.ts';
import type { DemoState } from './demo-state.ts';
import { tableName, type DeployedStack } from './deployed-stack.ts';

/** How the people of the demonstration are entered, each with an id and a password that stay. */

export const emailOf = (name: DemoAccount): string => `${name}@example.org`;

/** Twelve random characters of base 32, with what the pool's password rule asks for around them. */
const newPassword = (): string => `Saksi-${newId(randomBytes).slice(-12)}-7`;

/** The state with an id for each agency and person and a password for each account; what has one keeps it. */
export function withIdsAndPasswords(state: DemoState): DemoState {
  const names = [...Object.keys(agencies), ...Object.keys(everybody)];
  const fill = (known: Readonly<Record<string, string>>, keys: readonly string[], make: () => string) =>
    Object.fromEntries(keys.map((key) => [key, known[key] ?? make()]));
  return {
    ...state,
    ids: fill(state.ids, names, () => newId(randomBytes)),
    passwords: fill(state.passwords, demoAccounts.map(emailOf), newPassword),
  };
}

/** @throws Error for a name that has no id yet */
function idOf(state: DemoState, name: string): string {
  const found = state.ids[name];
  if (found === undefined) throw new Error(`The demonstration has no ${name} yet.`);
  return found;
}

export const personIds = (state: DemoState): Readonly<Record<DemoName, string>> =>
  Object.fromEntries(Object.keys(everybody).map((name) => [name, idOf(state, name)])) as Record<
    DemoName,
    string
  >;

/**
 * Enters whoever is not there; after a start that was cut off, this is what was lost.
 * @returns whether anybody was not there
 */
export async function enterPeople(stack: DeployedStack, state: DemoState): Promise<boolean> {
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
  const entered = await Promise.all(
    Object.entries(everybody).map(([name, person]) => enter(office, state, name, person)),
  );
  return entered.includes(true);
}

async function enter(
  office: PeopleOffice,
  state: DemoState,
  name: string,
  { agency, ...person }: DemoPerson,
): Promise<boolean> {
  const personId = idOf(state, name);
  const [known] = await office.store.get([personKey(personId)]);
  if (known !== undefined) return false;
  const email = `${name}@example.org`;
  const password = state.passwords[email];
  const account = password === undefined ? undefined : { email, password };
  const written = account === undefined ? { mailTo: email } : {};
  const given = { ...person, ...written, personId, agencyId: idOf(state, agency) };
  const entered = await addPerson(office, given, account);
  if (entered !== personId)
    throw new Error(`${email} belongs to somebody else here: begin afresh with npm start -- --reset.`);
  return true;
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
