import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import { approveRiskPlan } from './approve-risk-plan.ts';
import * as contract from './contract.ts';
import { readWitness } from './read-witness.ts';
import { recordConsent } from './record-consent.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export function witnessesApp(ground: Ground) {
  const { app, mount } = capabilityApp('witnesses', ground);
  mount(contract.recordConsent, recordConsent);
  mount(contract.withdrawConsent, withdrawConsent);
  mount(contract.approveRiskPlan, approveRiskPlan);
  mount(contract.readWitness, readWitness);
  return app;
}
