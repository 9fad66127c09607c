import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import { confirmInterpreter } from './confirm-interpreter.ts';
import * as contract from './contract.ts';
import { readAssignment } from './read-assignment.ts';

export function interpretingApp(ground: Ground) {
  const { app, mount } = capabilityApp('interpreting', ground);
  mount(contract.confirmInterpreter, confirmInterpreter);
  mount(contract.readAssignment, readAssignment);
  return app;
}
