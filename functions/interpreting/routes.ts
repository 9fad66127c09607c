import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { acknowledgeBriefing } from './acknowledge-briefing.ts';
import { confirmInterpreter } from './confirm-interpreter.ts';
import * as contract from './contract.ts';
import { declareConflict } from './declare-conflict.ts';
import { readAssignment } from './read-assignment.ts';
import { readBriefing } from './read-briefing.ts';
import { reportNotUnderstood } from './report-not-understood.ts';
import { takeOath } from './take-oath.ts';

export function interpretingApp(context: Context) {
  const { app, mount } = capabilityApp('interpreting', context);
  mount(contract.confirmInterpreter, confirmInterpreter);
  mount(contract.declareConflict, declareConflict);
  mount(contract.takeOath, takeOath);
  mount(contract.acknowledgeBriefing, acknowledgeBriefing);
  mount(contract.reportNotUnderstood, reportNotUnderstood);
  mount(contract.readBriefing, readBriefing);
  mount(contract.readAssignment, readAssignment);
  return app;
}
