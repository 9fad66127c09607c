import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import * as contract from './contract.ts';
import { admitCounsel } from './admit-counsel.ts';
import { describeWitness } from './describe-witness.ts';
import { crossBorder } from './cross-border.ts';
import { handOverWitness } from './hand-over-witness.ts';
import { casesOfCaller } from './list-cases.ts';
import { nameParty } from './name-party.ts';
import { nameWitness } from './name-witness.ts';
import { openNewCase } from './open-case.ts';
import { readOneCase } from './read-case.ts';
import { protectWitness } from './protect-witness.ts';
import { takeOneCase } from './take-case.ts';

export function casesApp(context: Context) {
  const { app, mount } = capabilityApp('cases', context);
  mount(contract.listCases, casesOfCaller);
  mount(contract.openCase, openNewCase);
  mount(contract.readCase, readOneCase);
  mount(contract.takeCase, takeOneCase);
  mount(contract.nameWitness, nameWitness);
  mount(contract.nameParty, nameParty);
  mount(contract.protectWitness, protectWitness);
  mount(contract.describeWitness, describeWitness);
  mount(contract.handOverWitness, handOverWitness);
  mount(contract.crossBorder, crossBorder);
  mount(contract.admitCounsel, admitCounsel);
  return app;
}
