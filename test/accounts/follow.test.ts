import { beforeEach, describe, expect, it } from 'vitest';
import { follow } from '../../functions/accounts/follow.ts';
import { toFollow } from '../../functions/accounts/store.ts';
import type { PoolInMemory } from '../support/pool-in-memory.ts';
import { accountsOffice, newcomer, type AccountsOffice } from './office.ts';

/** The pool follows the directory, whatever happens between the two. */

let office: AccountsOffice;
beforeEach(async () => {
  office = await accountsOffice();
});

const unreachable = () => Promise.reject(new Error('The pool cannot be reached.'));
/** The pool in which this fails. */
const without = (...names: readonly (keyof PoolInMemory)[]): PoolInMemory => ({
  ...office.pool,
  ...Object.fromEntries(names.map((name) => [name, unreachable])),
});
const marks = async () => (await office.store.query('accounts', toFollow)).length;
const address = newcomer.email.toLowerCase();

const invite = (through?: PoolInMemory) =>
  office.request(office.administrator, 'POST', '', newcomer, undefined, through);
const shut = (personId: string, verb: string, version: number, through?: PoolInMemory) =>
  office.request(office.administrator, 'POST', `/${personId}/${verb}`, { version }, undefined, through);

describe('an outage', () => {
  it('before the account is made changes nothing', async () => {
    const { status } = await invite(without('open'));
    expect(status).toBe(500);
    expect(await marks()).toBe(0);
    expect((await office.list(office.administrator)).people).toHaveLength(3);
  });

  it('after somebody was entered delays the mail until the sweep', async () => {
    expect((await invite(without('invite'))).status).toBe(201);
    expect(office.pool.accounts.get(address)?.invited).toBe(0);
    expect(await marks()).toBe(1);
    // The one who wrote the mark may still be at it.
    expect(await office.sweepIn(0)).toEqual({ looked: 1, repaired: 0 });
    expect(await office.sweepIn(2)).toEqual({ looked: 1, repaired: 1 });
    expect(office.pool.accounts.get(address)?.invited).toBe(1);
    expect(await marks()).toBe(0);
  });

  it('leaves nobody in who was shut out, and the sweep shuts the account', async () => {
    const { personId } = (await invite()).body as { personId: string };
    expect((await shut(personId, 'disabling', 1, without('shutOut'))).status).toBe(200);
    expect(office.pool.accounts.get(address)?.enabled).toBe(true);
    await office.sweepIn(2);
    expect(office.pool.accounts.get(address)?.enabled).toBe(false);
    expect(await marks()).toBe(0);
  });

  it('of one account keeps no other from being followed, and is told at the end', async () => {
    const { personId } = (await invite()).body as { personId: string };
    await shut(personId, 'disabling', 1, without('shutOut'));
    await shut(office.clerk.personId, 'disabling', 1, without('shutOut'));
    const shutOut = (subject: string) => before.shutOut(subject);
    const before = { ...office.pool };
    const clerk = office.clerk.personId;
    Object.assign(office.pool, {
      shutOut: (subject: string) =>
        subject === office.pool.accounts.get(address)?.subject ? unreachable() : shutOut(subject),
    });
    await expect(office.sweepIn(2)).rejects.toThrow('Some accounts could not be brought in line.');
    const left = await office.store.query('accounts', toFollow);
    expect(left.map(({ sk }) => sk)).toEqual([personId]);
    expect(left.map(({ sk }) => sk)).not.toContain(clerk);
  });
});

describe('two who follow at once', () => {
  it('leave the account as the directory says last, though the earlier one comes later', async () => {
    const { personId } = (await invite()).body as { personId: string };
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = {
      ...office.pool,
      shutOut: (subject: string) => held.then(() => office.pool.shutOut(subject)),
    };
    const shutting = shut(personId, 'disabling', 1, slow);
    // Until it waits for the pool.
    while ((await office.versionOf(office.administrator, personId)) < 2) await Promise.resolve();
    expect((await shut(personId, 'enabling', 2)).status).toBe(200);
    release();
    await shutting;
    expect(office.pool.accounts.get(address)?.enabled).toBe(true);
    expect(await marks()).toBe(0);
  });

  it('do no harm where there is nothing to follow', async () => {
    const before = [...office.store.items];
    await follow(office.store, without('letIn', 'shutOut', 'invite'), office.clerk.personId);
    expect([...office.store.items]).toEqual(before);
  });
});
