import { beforeEach, describe, expect, it } from 'vitest';
import { readStaff, type Person } from '../../functions/directory/port/actor.ts';
import { workingTimeKey } from '../../functions/directory/port/working-time-store.ts';
import { newKey } from '../support/http.ts';
import { enterPerson } from '../support/in-process.ts';
import { accountsOffice, enterWithAccount, expectRefused, type AccountsOffice } from './office.ts';

/** An interpreter who came by invitation alone is given an account by the administrator of their own agency. */

let office: AccountsOffice;
let interpreter: Person;
let administrator: Person;
beforeEach(async () => {
  office = await accountsOffice();
  interpreter = await enterPerson(office.store, 'interpreter');
  administrator = await enterWithAccount(office.store, office.pool, 'agency-administrator', interpreter);
});

const email = 'Interpreter@service.example.org';
const address = email.toLowerCase();
const give = (more: object = {}, by = administrator, key?: string) =>
  office.request(by, 'POST', `/${interpreter.personId}/account`, { version: 1, email, ...more }, key);
const subject = () => office.pool.accounts.get(address)?.subject ?? '';

describe('an interpreter', () => {
  it('signs in as the person who has the calendar and the bookings, and is sent one invitation', async () => {
    expect((await give()).body).toEqual({ version: 2 });
    expect(office.pool.accounts.get(address)).toMatchObject({ enabled: true, invited: 1 });
    const { personId, agencyId } = interpreter;
    expect(await readStaff(office.store, subject())).toMatchObject({
      personId,
      agencyId,
      role: 'interpreter',
    });
    expect(await office.store.get([workingTimeKey(personId)])).toEqual([undefined]);
    expect((await office.request(administrator, 'GET', `/${personId}`)).body).toMatchObject({
      role: 'interpreter',
      hasAccount: true,
      account: { state: 'invited', address: 'i…@service.example.org' },
    });
    const [entry] = (await office.logOf(interpreter)).slice(-1);
    expect(entry).toMatchObject({ action: 'person.invited', details: { version: 2, role: 'interpreter' } });
  });

  it('has one account however often the request comes', async () => {
    const key = newKey();
    expect((await give({}, administrator, key)).status).toBe(201);
    expect((await give({}, administrator, key)).body).toEqual({ version: 2 });
    expect(office.pool.accounts.get(address)?.invited).toBe(1);
    await expectRefused(office, () => give({ version: 2 }), 'invitation-not-needed');
    await expectRefused(office, () => give(), 'changed-meanwhile');
  });

  it('is shut out and let in again with the account', async () => {
    await give();
    const { personId } = interpreter;
    const post = (verb: string, version: number) =>
      office.request(administrator, 'POST', `/${personId}/${verb}`, { version });
    expect((await post('disabling', 2)).status).toBe(200);
    await expect(readStaff(office.store, subject())).rejects.toThrow('sign-in-needed');
    expect(office.pool.accounts.get(address)?.enabled).toBe(false);
    expect((await post('enabling', 3)).status).toBe(200);
    expect(await readStaff(office.store, subject())).toMatchObject({ personId });
  });
});

describe('nobody is given an account', () => {
  it('by the administrator of another agency', async () => {
    await expectRefused(office, () => give({}, office.elsewhere), 'not-found');
    expect(office.pool.accounts.has(address)).toBe(false);
  });

  it('with the address of somebody who has one, which would be that one’s day and this one’s', async () => {
    const [taken = ''] = office.pool.accounts.keys();
    await expectRefused(office, () => give({ email: taken }), 'address-in-use');
  });

  it('who has one, and who is shut out', async () => {
    const of = (personId: string, version: number) =>
      office.request(office.administrator, 'POST', `/${personId}/account`, { version, email });
    await expectRefused(office, () => of(office.clerk.personId, 1), 'invitation-not-needed');
    await office.request(administrator, 'POST', `/${interpreter.personId}/disabling`, { version: 1 });
    await expectRefused(office, () => give({ version: 2 }), 'changed-meanwhile');
  });
});
