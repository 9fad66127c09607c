import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import * as contract from './contract.ts';
import { readPermission } from './read-permission.ts';
import { recordPermission } from './record-permission.ts';

export function requestsApp(context: Context) {
  const { app, mount } = capabilityApp('requests', context);
  mount(contract.recordPermission, recordPermission);
  mount(contract.readPermission, readPermission);
  return app;
}
