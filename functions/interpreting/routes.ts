import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { confirmInterpreter } from './confirm-interpreter.ts';
import * as contract from './contract.ts';
import { readAssignment } from './read-assignment.ts';

export function interpretingApp(context: Context) {
  const { app, mount } = capabilityApp('interpreting', context);
  mount(contract.confirmInterpreter, confirmInterpreter);
  mount(contract.readAssignment, readAssignment);
  return app;
}
