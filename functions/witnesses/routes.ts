import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { approveRiskPlan } from './approve-risk-plan.ts';
import * as contract from './contract.ts';
import { decideOnRiskPlan } from './decide-on-risk-plan.ts';
import { readWitness, readWitnessOfSession } from './read-witness.ts';
import { recordConsent } from './record-consent.ts';
import { reopenRiskPlan } from './reopen-risk-plan.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export function witnessesApp(context: Context) {
  const { app, mount } = capabilityApp('witnesses', context);
  mount(contract.recordConsent, recordConsent);
  mount(contract.withdrawConsent, withdrawConsent);
  mount(contract.approveRiskPlan, approveRiskPlan);
  mount(contract.decideOnRiskPlan, decideOnRiskPlan);
  mount(contract.reopenRiskPlan, reopenRiskPlan);
  mount(contract.readWitness, readWitness);
  mount(contract.readWitnessOfSession, readWitnessOfSession);
  return app;
}
