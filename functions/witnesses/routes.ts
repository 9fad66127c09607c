import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { approveRiskPlan } from './approve-risk-plan.ts';
import * as contract from './contract.ts';
import { decideOnRiskPlan } from './decide-on-risk-plan.ts';
import { readWitness, readWitnessOfSession } from './read-witness.ts';
import { recordConsent } from './record-consent.ts';
import { reopenRiskPlan } from './reopen-risk-plan.ts';
import { askUnmasking } from './vault/ask-unmasking.ts';
import * as vault from './vault/contract.ts';
import { decideUnmasking } from './vault/decide-unmasking.ts';
import { eraseIdentity } from './vault/erase-identity.ts';
import { keepIdentity } from './vault/keep-identity.ts';
import { readIdentity } from './vault/read-identity.ts';
import { readVault } from './vault/read-vault.ts';
import { waiveWish } from './waive-wish.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export function witnessesApp(context: Context) {
  const { app, mount } = capabilityApp('witnesses', context);
  mount(contract.recordConsent, recordConsent);
  mount(contract.withdrawConsent, withdrawConsent);
  mount(contract.waiveWish, waiveWish);
  mount(contract.approveRiskPlan, approveRiskPlan);
  mount(contract.decideOnRiskPlan, decideOnRiskPlan);
  mount(contract.reopenRiskPlan, reopenRiskPlan);
  mount(contract.readWitness, readWitness);
  mount(contract.readWitnessOfSession, readWitnessOfSession);
  mount(vault.keepIdentity, keepIdentity);
  mount(vault.askUnmasking, askUnmasking);
  mount(vault.decideUnmasking, decideUnmasking);
  mount(vault.readIdentity, readIdentity);
  mount(vault.eraseIdentity, eraseIdentity);
  mount(vault.readVault, readVault);
  return app;
}
