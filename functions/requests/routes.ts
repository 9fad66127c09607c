import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { confirmPaper } from './confirm-paper.ts';
import * as contract from './contract.ts';
import { enterPaper } from './enter-paper.ts';
import { readLaw } from './law/contract.ts';
import { lawOfPair } from './law/read-law.ts';
import * as otherWay from './other-way/contract.ts';
import { listRequestTasks } from './other-way/list-tasks.ts';
import { recordQuestions } from './other-way/record-questions.ts';
import { tellOfDecision } from './other-way/tell-of-decision.ts';
import { readPermission, readPermissionOfSession } from './read-permission.ts';
import { recordPermission } from './record-permission.ts';
import { recordWayTried } from './record-way-tried.ts';
import * as sending from './sending/contract.ts';
import { markItem } from './sending/mark-item.ts';
import { readRequest } from './sending/read-request.ts';
import { transmitRequest } from './sending/transmit-request.ts';

export function requestsApp(context: Context) {
  const { app, mount } = capabilityApp('requests', context);
  // Before those of a session, whose address it would be.
  mount(readLaw, lawOfPair);
  mount(otherWay.listRequestTasks, listRequestTasks);
  mount(contract.recordPermission, recordPermission);
  mount(contract.enterPaper, enterPaper);
  mount(contract.confirmPaper, confirmPaper);
  mount(contract.recordWayTried, recordWayTried);
  mount(otherWay.tellOfDecision, tellOfDecision);
  mount(otherWay.recordQuestions, recordQuestions);
  mount(sending.readRequest, readRequest);
  mount(sending.markItem, markItem);
  mount(sending.transmitRequest, transmitRequest);
  mount(contract.readPermission, readPermission);
  mount(contract.readPermissionOfSession, readPermissionOfSession);
  return app;
}
