import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { acknowledgeBriefing } from './acknowledge-briefing.ts';
import { confirmInterpreter } from './confirm-interpreter.ts';
import * as contract from './contract.ts';
import * as times from './times/contract.ts';
import { declareConflict } from './declare-conflict.ts';
import { enterTimes } from './times/enter-times.ts';
import { readAssignment } from './read-assignment.ts';
import { readBriefing } from './read-briefing.ts';
import { readOwnDay } from './times/read-own-day.ts';
import { readTimes } from './times/read-times.ts';
import { reportNoShow } from './times/report-no-show.ts';
import { reportNotUnderstood } from './report-not-understood.ts';
import { sumMonth } from './times/sum-month.ts';
import { takeOath } from './take-oath.ts';

export function interpretingApp(context: Context) {
  const { app, mount } = capabilityApp('interpreting', context);
  mount(contract.confirmInterpreter, confirmInterpreter);
  mount(contract.declareConflict, declareConflict);
  mount(contract.takeOath, takeOath);
  mount(contract.acknowledgeBriefing, acknowledgeBriefing);
  mount(times.sumMonth, sumMonth);
  mount(times.readOwnDay, readOwnDay);
  mount(times.reportNoShow, reportNoShow);
  mount(times.enterTimes, enterTimes);
  mount(times.readTimes, readTimes);
  mount(contract.reportNotUnderstood, reportNotUnderstood);
  mount(contract.readBriefing, readBriefing);
  mount(contract.readAssignment, readAssignment);
  return app;
}
