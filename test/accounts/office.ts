import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { sweep } from '../../functions/accounts/follow.ts';
import { accountsApp } from '../../functions/accounts/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { putAgency, putPerson, setRoles } from '../../functions/directory/store.ts';
import type { Role, Staff } from '../../functions/shared/access/roles.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { actorOf, ask, contextOver, enterPerson, type Told } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore } from '../support/memory-store.ts';
import { poolInMemory, type PoolInMemory } from '../support/pool-in-memory.ts';
import { now } from '../support/prepared-case.ts';

/** Somebody with an account, as the deployer enters the first administrator of an agency. */
export async function enterWithAccount(
  store: ReturnType<typeof memoryStore>,
  pool: PoolInMemory,
  role: Role,
  agency: { readonly agencyId: string; readonly country: string },
): Promise<Person> {
  const email = `${newId(randomBytes)}@example.org`;
  const { subject } = await pool.open(email);
  const person: Person = {
    personId: newId(randomBytes),
    role,
    label: `A ${role} of a test`,
    agencyName: 'Agency of a test',
    agencyId: agency.agencyId,
    country: agency.country,
    zone: 'Asia/Bangkok',
    language: 'en',
  };
  await store.write(putPerson(person, subject));
  return person;
}

/** A court with two administrators and a clerk, and another agency with one, over a store and a pool in memory. */
export async function accountsOffice() {
  const store = memoryStore();
  const pool = poolInMemory();
  const court = { agencyId: newId(randomBytes), country: 'TH' };
  const shelter = { agencyId: newId(randomBytes), country: 'MM' };
  for (const { agencyId, country } of [court, shelter])
    await store.write(putAgency({ agencyId, name: 'Agency of a test', country }));
  await store.write([setRoles(court.agencyId, ['clerk', 'judge'])]);
  const administrator = await enterWithAccount(store, pool, 'agency-administrator', court);
  const second = await enterWithAccount(store, pool, 'agency-administrator', court);
  const clerk = await enterWithAccount(store, pool, 'clerk', court);
  const elsewhere = await enterWithAccount(store, pool, 'agency-administrator', shelter);
  const supporter = await enterPerson(store, 'support-officer', { ...shelter, atProtectedSite: true });
  const context = contextOver(store, now);

  const request = (
    by: Person | Staff,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    key?: string,
    through: PoolInMemory = pool,
  ): Promise<Told> =>
    ask(
      accountsApp(context, through),
      'kind' in by ? by : actorOf(by),
      method,
      `/api/accounts/people${path}`,
      body,
      key,
    );

  return {
    store,
    pool,
    context,
    court,
    shelter,
    administrator,
    second,
    clerk,
    elsewhere,
    supporter,
    request,
    list: async (by: Person) => (await request(by, 'GET', '')).body,
    versionOf: async (by: Person, personId: string): Promise<number> =>
      (await request(by, 'GET', `/${personId}`)).body.version as number,
    logOf: ({ agencyId }: { readonly agencyId: string }) => entriesIn(store, agencyId),
    sweepIn: (minutes: number) =>
      sweep({ ...context, now: () => new Date(now.getTime() + minutes * 60_000) }, pool),
  };
}

/** Asks for something that is refused with this code, and writes nothing but what is counted. */
export async function expectRefused(
  { store }: AccountsOffice,
  asked: () => Promise<Told>,
  code: string,
): Promise<void> {
  const stored = () =>
    [...store.items].filter(([key]) => !key.includes('"invitations"')).map((each) => JSON.stringify(each));
  const before = stored();
  expect((await asked()).body.code).toBe(code);
  expect(stored()).toEqual(before);
}

export type AccountsOffice = Awaited<ReturnType<typeof accountsOffice>>;

export const newcomer = {
  role: 'clerk',
  label: 'Court clerk, second chamber',
  language: 'th',
  zone: 'Asia/Bangkok',
  atProtectedSite: false,
  email: 'Second.Clerk@court.example.org',
} as const;
