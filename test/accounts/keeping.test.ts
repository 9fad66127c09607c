import { beforeEach, describe, expect, it } from 'vitest';
import { readStaff, type Person } from '../../functions/directory/port/actor.ts';
import { usualWorkingTime, putWorkingTime } from '../../functions/directory/port/working-time-store.ts';
import { allListedKey, subjectOf } from '../../functions/directory/store.ts';
import { personKey } from '../../functions/directory/port/actor.ts';
import { addressKey } from '../../functions/notices/port/address.ts';
import { directoryApp } from '../../functions/directory/routes.ts';
import { everyRoute, idsOf, nowhere, requestTo } from '../support/every-route.ts';
import { actorOf, ask, contextOver, type Told } from '../support/in-process.ts';
import { prepareCase, now } from '../support/prepared-case.ts';
import { book } from '../support/session-verbs.ts';
import { wholeApi } from '../support/whole-api.ts';
import { accountsOffice, expectRefused, enterWithAccount, newcomer, type AccountsOffice } from './office.ts';

/** An administrator changes, shuts out and lets in, on the store and the pool in memory. */

let office: AccountsOffice;
beforeEach(async () => {
  office = await accountsOffice();
});

const given = { role: 'clerk', label: 'Clerk', language: 'th', atProtectedSite: false };
const versionOf = async ({ personId }: Person): Promise<number> =>
  ((await office.store.get([personKey(personId)]))[0]?.['version'] as number | undefined) ?? 0;
const onSomebody = async (
  person: Person,
  verb: string,
  body: object = {},
  by: Person = office.administrator,
): Promise<Told> =>
  office.request(by, 'POST', `/${person.personId}${verb}`, { version: await versionOf(person), ...body });
const change = (person: Person, more: object = {}, by?: Person) =>
  onSomebody(person, '', { ...given, ...more }, by);
const disable = (person: Person, by?: Person) => onSomebody(person, '/disabling', {}, by);
const enable = (person: Person, by?: Person) => onSomebody(person, '/enabling', {}, by);
const subject = async ({ personId }: Person): Promise<string> =>
  subjectOf((await office.store.get([personKey(personId)]))[0]) ?? '';
const asSignedIn = async (person: Person) => readStaff(office.store, await subject(person));
const accountOf = async (person: Person) => {
  const own = await subject(person);
  return [...office.pool.accounts.values()].find((each) => each.subject === own);
};

describe('a change', () => {
  it('holds at the next request: role, label, language, zone', async () => {
    const said = { role: 'judge', label: 'Presiding judge', language: 'my', zone: 'Asia/Yangon' };
    expect((await change(office.clerk, said)).body).toEqual({ version: 2 });
    expect(await asSignedIn(office.clerk)).toMatchObject({
      role: 'judge',
      language: 'my',
      zone: 'Asia/Yangon',
    });
    expect((await office.logOf(office.court)).at(-1)).toMatchObject({
      action: 'person.changed',
      details: { version: 2, role: 'judge', roleBefore: 'clerk' },
    });
  });

  it('moves somebody from the list of one role into that of the other, and to other words', async () => {
    await change(office.clerk, { role: 'judge', label: 'Presiding judge' });
    const found = async (query: string) => {
      const app = directoryApp(contextOver(office.store, now));
      const path = `/api/directory/people?${query}`;
      const { body } = await ask(app, { ...actorOf(office.clerk), role: 'clerk' }, 'GET', path);
      return (body.people as { personId: string }[]).map(({ personId }) => personId);
    };
    expect(await found('role=judge')).toEqual([office.clerk.personId]);
    expect(await found('role=judge&named=presiding')).toEqual([office.clerk.personId]);
    expect(await found('role=clerk')).toEqual([]);
    expect(await found('role=clerk&named=clerk')).toEqual([]);
  });

  it('is of what was read, by an administrator of that agency, into what its people may be', async () => {
    await expectRefused(office, () => change(office.clerk, { version: 7 }), 'changed-meanwhile');
    await expectRefused(office, () => change(office.clerk, {}, office.elsewhere), 'not-found');
    await expectRefused(office, () => change(office.elsewhere, { role: 'judge' }), 'not-found');
    await expectRefused(office, () => change(office.clerk, { role: 'prosecutor' }), 'role-not-of-agency');
    await expectRefused(office, () => change(office.clerk, { role: 'witness' }), 'does-not-fit');
    await expectRefused(
      office,
      () => change(office.administrator, { role: 'agency-administrator', atProtectedSite: true }),
      'does-not-fit',
    );
  });

  it('of the clock is for whoever keeps the calendar, once there is one', async () => {
    const { personId } = office.clerk;
    await office.store.write([putWorkingTime(personId, usualWorkingTime('Asia/Bangkok', 'TH'), 0)]);
    await expectRefused(office, () => change(office.clerk, { zone: 'Asia/Yangon' }), 'does-not-fit');
    expect((await change(office.clerk, { zone: 'Asia/Bangkok' })).status).toBe(200);
    expect((await change(office.clerk)).status).toBe(200);
  });

  it('of the clock of somebody hidden is theirs alone, and it is not shown', async () => {
    const row = (await office.list(office.elsewhere)).people.find(
      ({ personId }: Person) => personId === office.supporter.personId,
    );
    expect(row).toMatchObject({ atProtectedSite: true, hasAccount: false });
    expect(row).not.toHaveProperty('zone');
    const said = { ...given, role: 'support-officer', atProtectedSite: true };
    const move = () => change(office.supporter, { ...said, zone: 'Asia/Bangkok' }, office.elsewhere);
    await expectRefused(office, move, 'does-not-fit');
    expect((await change(office.supporter, said, office.elsewhere)).status).toBe(200);
  });
});

describe('whoever is shut out', () => {
  it('is nobody from then on, in no list, without an address, and the account is shut', async () => {
    expect((await disable(office.clerk)).body).toEqual({ version: 2 });
    await expect(asSignedIn(office.clerk)).rejects.toMatchObject({ code: 'sign-in-needed' });
    expect(await accountOf(office.clerk)).toMatchObject({ enabled: false });
    expect(await office.store.get([addressKey(office.clerk.personId)])).toEqual([undefined]);
    const { people } = await office.list(office.administrator);
    expect(people.at(-1)).toMatchObject({ personId: office.clerk.personId, disabled: true });
    expect((await office.logOf(office.court)).at(-1)).toMatchObject({ action: 'person.disabled' });
    await expectRefused(office, () => disable(office.clerk), 'changed-meanwhile');
    await expectRefused(office, () => change(office.clerk), 'changed-meanwhile');
  });

  it('is let in again as what they were, with the address of the account', async () => {
    await disable(office.clerk);
    await expectRefused(office, () => enable(office.clerk, office.elsewhere), 'not-found');
    expect((await enable(office.clerk)).body).toEqual({ version: 3 });
    expect(await asSignedIn(office.clerk)).toMatchObject({ role: 'clerk' });
    const account = await accountOf(office.clerk);
    expect(account).toMatchObject({ enabled: true, invited: 0 });
    const [address] = await office.store.get([addressKey(office.clerk.personId)]);
    expect(address).toMatchObject({ email: account?.email });
    await expectRefused(office, () => enable(office.clerk), 'changed-meanwhile');
  });

  it('by another agency’s administrator is not there', async () => {
    await expectRefused(office, () => disable(office.clerk, office.elsewhere), 'not-found');
  });
});

describe('an agency keeps an administrator', () => {
  it('when one leaves by themselves, as long as there is another', async () => {
    expect((await disable(office.administrator)).status).toBe(200);
    await expectRefused(office, () => disable(office.second, office.second), 'last-administrator');
    await expectRefused(
      office,
      () => change(office.second, { role: 'judge' }, office.second),
      'last-administrator',
    );
  });

  it('who is one no more does nothing, though the request came before', async () => {
    await change(office.second, { role: 'judge' });
    await expectRefused(office, () => disable(office.clerk, office.second), 'not-your-role');
  });

  it('when two shut each other out at the same moment: one of them stays', async () => {
    const [one, other] = await Promise.all([
      disable(office.second, office.administrator),
      disable(office.administrator, office.second),
    ]);
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 403]));
  });

  it('when each of two leaves at the same moment: one of them stays', async () => {
    const [one, other] = await Promise.all([
      disable(office.administrator, office.administrator),
      disable(office.second, office.second),
    ]);
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 409]));
    expect([one.body.code, other.body.code]).toContain('last-administrator');
  });
});

it('older people without a list of the agency are found by their roles', async () => {
  const { agencyId } = office.court;
  for (const [key, { pk, sk }] of office.store.items)
    if (pk === `agency#${agencyId}` && sk.startsWith('person#')) office.store.items.delete(key);
  const { table, pk, sk } = allListedKey(agencyId);
  await office.store.write([{ kind: 'delete', key: { table, pk, sk }, onRefused: 'retry' }]);
  expect((await office.list(office.administrator)).people).toHaveLength(3);
});

it('what may be given is what the deployer said, or else what there is', async () => {
  expect((await office.list(office.administrator)).mayBe).toEqual(['clerk', 'judge', 'agency-administrator']);
  expect((await office.list(office.elsewhere)).mayBe).toEqual(['support-officer', 'agency-administrator']);
});

it('a member of a case whose role was changed does nothing in it any more, in neither role', async () => {
  const prepared = await prepareCase(office.store);
  const { clerk } = prepared.people;
  const boss = await enterWithAccount(office.store, office.pool, 'agency-administrator', clerk);
  // One is there, so that people of this agency may be prosecutors.
  await enterWithAccount(office.store, office.pool, 'prosecutor', clerk);
  const { sessionId } = (await book(prepared, '2027-03-08T09:00')).body as { sessionId: string };
  const app = wholeApi(office.store, now);
  const about = { ids: idsOf(prepared.people), witness: prepared.witness };
  const place = { ...nowhere(), caseId: prepared.caseId, sessionId };
  const names = ['cases.readCase', 'sessions.listSessions', 'sessions.readSession', 'sessions.bookSession'];
  const askAs = async (role: 'clerk' | 'prosecutor', name: string): Promise<string | undefined> => {
    const [, found] = everyRoute.find(([each]) => each === name) ?? [];
    if (found === undefined) throw new Error(`There is no ${name}.`);
    const { method, path, body } = requestTo(found, about, place);
    return (await ask(app, { ...actorOf(clerk), role }, method, path, body)).body.code as string | undefined;
  };
  for (const name of names.slice(0, 3)) expect([name, await askAs('clerk', name)]).toEqual([name, undefined]);
  expect((await change(clerk, { role: 'prosecutor' }, boss)).status).toBe(200);
  const asking = ['availability.searchSlots', 'availability.previewSession', 'notices.previewOfBooking'];
  for (const name of [...names, ...asking])
    expect([name, await askAs('prosecutor', name)]).toEqual([name, 'not-your-role']);
});

it('whoever is no administrator does none of it', async () => {
  for (const by of [office.clerk, office.supporter]) {
    await expectRefused(office, () => office.request(by, 'GET', ''), 'not-your-role');
    await expectRefused(office, () => office.request(by, 'POST', '', newcomer), 'not-your-role');
    await expectRefused(office, () => disable(office.second, by), 'not-your-role');
  }
});
