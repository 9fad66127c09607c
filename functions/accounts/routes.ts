import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import type { AccountPool } from './account-pool.ts';
import { change } from './change-person.ts';
import * as contract from './contract.ts';
import { giveAccountTo } from './give-account.ts';
import { sendInvitationAgain } from './invite-again.ts';
import { invite } from './invite-person.ts';
import { account, agencyPeople } from './list-people.ts';
import { disable, enable } from './shut-out.ts';

export function accountsApp(context: Context, pool: AccountPool) {
  const { app, mount } = capabilityApp('accounts', context);
  mount(contract.listAgencyPeople, agencyPeople);
  mount(contract.readAccount, (call) => account(call, pool));
  mount(contract.invitePerson, (call) => invite(call, pool));
  mount(contract.giveAccount, (call) => giveAccountTo(call, pool));
  mount(contract.inviteAgain, (call) => sendInvitationAgain(call, pool));
  mount(contract.changePerson, (call) => change(call, pool));
  mount(contract.disablePerson, (call) => disable(call, pool));
  mount(contract.enablePerson, (call) => enable(call, pool));
  return app;
}
