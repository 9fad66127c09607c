import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { acknowledgeBriefing } from './acknowledge-briefing.ts';
import { confirmInterpreter } from './confirm-interpreter.ts';
import * as contract from './contract.ts';
import { declareConflict } from './declare-conflict.ts';
import { enterTimes } from './enter-times.ts';
import { readAssignment } from './read-assignment.ts';
import { readBriefing } from './read-briefing.ts';
import { readOwnDay } from './read-own-day.ts';
import { readTimes } from './read-times.ts';
import { reportNoShow } from './report-no-show.ts';
import { reportNotUnderstood } from './report-not-understood.ts';
import { sumMonth } from './sum-month.ts';
import { takeOath } from './take-oath.ts';

export function interpretingApp(context: Context) {
  const { app, mount } = capabilityApp('interpreting', context);
  mount(contract.confirmInterpreter, confirmInterpreter);
  mount(contract.declareConflict, declareConflict);
  mount(contract.takeOath, takeOath);
  mount(contract.acknowledgeBriefing, acknowledgeBriefing);
  mount(contract.sumMonth, sumMonth);
  mount(contract.readOwnDay, readOwnDay);
  mount(contract.reportNoShow, reportNoShow);
  mount(contract.enterTimes, enterTimes);
  mount(contract.readTimes, readTimes);
  mount(contract.reportNotUnderstood, reportNotUnderstood);
  mount(contract.readBriefing, readBriefing);
  mount(contract.readAssignment, readAssignment);
  return app;
}
