import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import * as contract from './contract.ts';
import { readPermission } from './read-permission.ts';
import { recordPermission } from './record-permission.ts';

export function requestsApp(ground: Ground) {
  const { app, mount } = capabilityApp('requests', ground);
  mount(contract.recordPermission, recordPermission);
  mount(contract.readPermission, readPermission);
  return app;
}
