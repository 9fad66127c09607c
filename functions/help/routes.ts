import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { answerCall } from './alarm/answer-call.ts';
import { callHelp } from './alarm/call-help.ts';
import * as alarm from './alarm/contract.ts';
import { listCalls } from './alarm/list-calls.ts';
import { readOwnCall } from './alarm/read-own-call.ts';
import * as onCall from './on-call/contract.ts';
import { keepOnCall } from './on-call/keep-on-call.ts';
import { readOnCall } from './on-call/read-on-call.ts';
import { askTechnical, readOwnTechnical } from './technical/ask-technical.ts';
import * as technical from './technical/contract.ts';
import { answerTechnical, listTechnical } from './technical/see-to-it.ts';

export function helpApp(context: Context) {
  const { app, mount } = capabilityApp('help', context);
  mount(alarm.listCalls, listCalls);
  mount(alarm.callHelp, callHelp);
  mount(alarm.readOwnCall, readOwnCall);
  mount(alarm.answerCall, answerCall);
  mount(onCall.readOnCall, readOnCall);
  mount(onCall.keepOnCall, keepOnCall);
  mount(technical.readOwnTechnical, readOwnTechnical);
  mount(technical.askTechnical, askTechnical);
  mount(technical.listTechnical, listTechnical);
  mount(technical.answerTechnical, answerTechnical);
  return app;
}
