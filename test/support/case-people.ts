import { randomBytes } from 'node:crypto';
import { newId } from '../../functions/shared/values/ids.ts';
import type { Cast } from '../../infra/local/demo-cases.ts';
import { accountsOf, callerWith, Refused, tokenOf } from '../../infra/local/demo-client.ts';
import {
  agencies,
  demoAccounts,
  everybody,
  keepers,
  type DemoAccount,
  type DemoAgency,
  type DemoName,
} from '../../infra/local/demo-staff.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { addAgency, addPerson, type NewAccount } from '../../infra/people.ts';
import { storeOf } from './office.ts';

/** People of a whole case, as the demonstration describes them, entered for one test under addresses of its own. */
export interface CasePeople extends Cast {
  readonly tokens: Readonly<Partial<Record<DemoName, string>>>;
  /** For signing in on the pages themselves. */
  readonly accounts: Readonly<Partial<Record<DemoName, NewAccount & { readonly password: string }>>>;
}

/** Whom the demonstration's first case has. */
export const peopleOfFirst: readonly DemoName[] = [
  'prosecutor',
  'clerk',
  'judge',
  'defence-counsel',
  'support-officer',
  'attending-officer',
  'central-authority',
  'central-authority-thai',
  'auditor',
  'interpreter',
  'second-interpreter',
];

/** @param names those whom the case has; a step by anybody else fails, since they are not there */
export async function casePeople(stack: DeployedStack, names: readonly DemoName[]): Promise<CasePeople> {
  const office = { store: storeOf(stack), accounts: accountsOf(stack), userPoolId: stack.outputs.UserPoolId };
  const people = names.flatMap((name) => {
    const person = everybody[name];
    return person === undefined ? [] : [{ name, person }];
  });
  const agencyIds = new Map<DemoAgency, string>();
  // Keepers first: an agency says by id who keeps its calendars.
  const needed = [...new Set(people.map(({ person }) => person.agency))];
  for (const agency of needed.toSorted((one) => (keepers[one] === undefined ? -1 : 1))) {
    const { name, country } = agencies[agency];
    const keptBy = (keepers[agency] ?? []).flatMap((keeper) => agencyIds.get(keeper) ?? []);
    agencyIds.set(agency, await addAgency(office, { name, country, keptBy }));
  }
  const entered = await Promise.all(
    people.map(async ({ name, person: { agency, ...person } }) => {
      const email = `${newId(randomBytes)}@example.org`;
      const given = { ...person, agencyId: agencyIds.get(agency) ?? '' };
      if (!isAccount(name))
        return {
          name,
          personId: await addPerson(office, { ...given, mailTo: email }),
          token: undefined,
          account: undefined,
        };
      const account = { email, password: `Saksi-${newId(randomBytes)}-7` };
      const personId = await addPerson(office, given, account);
      return { name, personId, account, token: await tokenOf(stack, email, account.password) };
    }),
  );
  return {
    ids: Object.fromEntries(entered.map(({ name, personId }) => [name, personId])) as Cast['ids'],
    as: Object.fromEntries(
      entered.flatMap(({ name, token }) =>
        token === undefined ? [] : [[name, callerWith(stack.apiUrl, () => Promise.resolve(token))]],
      ),
    ) as Cast['as'],
    accounts: Object.fromEntries(
      entered.flatMap(({ name, account }) => (account === undefined ? [] : [[name, account]])),
    ),
    tokens: Object.fromEntries(
      entered.flatMap(({ name, token }) => (token === undefined ? [] : [[name, token]])),
    ),
  };
}

const isAccount = (name: DemoName): name is DemoAccount => demoAccounts.some((each) => each === name);

/** By which code of the closed list a step is refused; `done` where it is not. */
export async function refusalOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'done';
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}
