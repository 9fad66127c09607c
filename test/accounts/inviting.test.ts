import { beforeEach, describe, expect, it } from 'vitest';
import { mostInvitations } from '../../functions/accounts/invitations.ts';
import { masked } from '../../functions/accounts/account-pool.ts';
import { readStaff } from '../../functions/directory/port/actor.ts';
import { setRoles } from '../../functions/directory/store.ts';
import { newKey } from '../support/http.ts';
import { actorOf } from '../support/in-process.ts';
import { now } from '../support/prepared-case.ts';
import { accountsOffice, expectRefused, newcomer, type AccountsOffice } from './office.ts';

/** An administrator invites people, on the store and the pool in memory. */

let office: AccountsOffice;
beforeEach(async () => {
  office = await accountsOffice();
});

const invite = (more: object = {}, by = office.administrator, key?: string) =>
  office.request(by, 'POST', '', { ...newcomer, ...more }, key);

const address = newcomer.email.toLowerCase();

describe('whoever is invited', () => {
  it('is in the directory, can sign in by an account of that address, and is sent one invitation', async () => {
    const { status, body } = await invite();
    expect(status).toBe(201);
    const account = office.pool.accounts.get(address);
    expect(account).toMatchObject({ enabled: true, invited: 1 });
    expect(await readStaff(office.store, account?.subject ?? '')).toMatchObject({
      personId: body.personId,
      role: 'clerk',
      agencyId: office.court.agencyId,
      zone: 'Asia/Bangkok',
    });
    const { people } = await office.list(office.administrator);
    expect(people).toHaveLength(4);
    expect((await office.request(office.second, 'GET', `/${body.personId as string}`)).body).toMatchObject({
      label: newcomer.label,
      disabled: false,
      version: 1,
      account: { state: 'invited', address: 's…@court.example.org' },
    });
  });

  it('is entered in the log of the agency with the role, and what else was said is sealed', async () => {
    await invite();
    const entry = (await office.logOf(office.court)).at(-1);
    expect(entry).toMatchObject({
      action: 'person.invited',
      actor: { role: 'agency-administrator' },
      details: { version: 1, role: 'clerk' },
    });
    expect(Object.keys(entry?.sealed ?? {})).toEqual(['person']);
    expect(JSON.stringify(entry)).not.toContain('chamber');
  });

  it('has an address in the pool and where messages are sent from, and nowhere else', async () => {
    await invite();
    const holding = [...office.store.items].filter(([, item]) => /second\.clerk/i.test(JSON.stringify(item)));
    expect(holding.map(([key]) => JSON.parse(key) as string[])).toEqual([
      ['notices', expect.stringMatching(/^person#/), 'address'],
    ]);
    const list = JSON.stringify(await office.list(office.administrator));
    expect(list).not.toMatch(/second\.clerk/i);
  });

  it('is one person however often the request comes', async () => {
    const key = newKey();
    const first = await invite({}, office.administrator, key);
    expect((await invite({}, office.administrator, key)).body).toEqual(first.body);
    expect(await office.logOf(office.court)).toHaveLength(1);
    expect(office.pool.accounts.get(address)?.invited).toBe(1);
  });

  it('is taken up where an earlier request was cut off after the account was made', async () => {
    await office.pool.open(address);
    expect((await invite()).status).toBe(201);
    expect(office.pool.accounts.get(address)?.invited).toBe(1);
  });
});

describe('nobody is invited', () => {
  it('to what people of the agency may not be, and no account is made', async () => {
    await expectRefused(office, () => invite({ role: 'prosecutor' }), 'role-not-of-agency');
    await expectRefused(office, () => invite({ role: 'support-officer' }), 'role-not-of-agency');
    expect(office.pool.accounts.has(address)).toBe(false);
    await office.store.write([setRoles(office.court.agencyId, ['prosecutor'])]);
    expect((await invite({ role: 'prosecutor' })).status).toBe(201);
    expect((await invite({ role: 'agency-administrator', email: 'third@court.example.org' })).status).toBe(
      201,
    );
  });

  it('into another agency: there is no way to name one', async () => {
    await expectRefused(office, () => invite({ agencyId: office.shelter.agencyId }), 'invalid-request');
    await invite();
    expect((await office.list(office.elsewhere)).people).toHaveLength(2);
  });

  it('at an address that is somebody’s, here or elsewhere, or that somebody signs in with', async () => {
    await invite();
    await expectRefused(office, () => invite({ label: 'Another' }), 'address-in-use');
    await expectRefused(
      office,
      () => invite({ role: 'agency-administrator' }, office.elsewhere),
      'address-in-use',
    );
    const account = await office.pool.open('used@court.example.org');
    (account as { isInUse: boolean }).isInUse = true;
    await expectRefused(office, () => invite({ email: 'used@court.example.org' }), 'address-in-use');
  });

  it('by somebody whose sign-in is not fresh', async () => {
    const stale = { ...actorOf(office.administrator), signedInAt: now.getTime() - 3_600_000 };
    await expectRefused(office, () => office.request(stale, 'POST', '', newcomer), 'sign-in-again');
  });

  it('as an administrator who works where somebody is hidden', async () => {
    const given = { role: 'agency-administrator', atProtectedSite: true };
    await expectRefused(office, () => invite(given), 'does-not-fit');
  });

  it('more often than an office that opens needs, whoever of the agency asks, and whether or not it worked', async () => {
    for (let number = 0; number < mostInvitations; number += 1)
      await invite({ email: number % 2 === 0 ? 'same@court.example.org' : `n${number}@court.example.org` });
    await expectRefused(office, () => invite({}, office.second), 'too-many-invitations');
    expect(office.pool.accounts.has(address)).toBe(false);
    expect((await invite({ role: 'agency-administrator' }, office.elsewhere)).status).toBe(201);
  });
});

describe('an invitation', () => {
  const again = (personId: string, version: number, by = office.administrator) =>
    office.request(by, 'POST', `/${personId}/invitation`, { version });

  it('is sent again to whoever has not signed in, and entered', async () => {
    const { personId } = (await invite()).body as { personId: string };
    expect((await again(personId, 1)).body).toEqual({ version: 2 });
    expect(office.pool.accounts.get(address)?.invited).toBe(2);
    expect((await office.logOf(office.court)).at(-1)).toMatchObject({ action: 'person.invited-again' });
    await expectRefused(office, () => again(personId, 1), 'changed-meanwhile');
    await expectRefused(office, () => again(personId, 2, office.elsewhere), 'not-found');
  });

  it('is not sent to whoever has signed in, nor to somebody without an account', async () => {
    const { personId } = (await invite()).body as { personId: string };
    const account = office.pool.accounts.get(address);
    if (account !== undefined) account.isInUse = true;
    await expectRefused(office, () => again(personId, 1), 'invitation-not-needed');
    const row = { version: await office.versionOf(office.elsewhere, office.supporter.personId) };
    await expectRefused(
      office,
      () => office.request(office.elsewhere, 'POST', `/${office.supporter.personId}/invitation`, row),
      'invitation-not-needed',
    );
  });
});

it.each([
  ['a@b.example', 'a…@b.example'],
  ['somebody@court.example.org', 's…@court.example.org'],
])('an address is told apart and not told: %s', (email, told) => {
  expect(masked(email)).toBe(told);
});
