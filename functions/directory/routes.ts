import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import { listPeople, readMe } from './contract.ts';
import { peopleOfRole } from './list-people.ts';
import { readOwnRecord } from './read-me.ts';

export function directoryApp(ground: Ground) {
  const { app, mount } = capabilityApp('directory', ground);
  mount(readMe, readOwnRecord);
  mount(listPeople, peopleOfRole);
  return app;
}
