import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import { listCases, openCase, readCase } from './contract.ts';
import { casesOfCaller } from './list-cases.ts';
import { openNewCase } from './open-case.ts';
import { readOneCase } from './read-case.ts';

export function casesApp(ground: Ground) {
  const { app, mount } = capabilityApp('cases', ground);
  mount(listCases, casesOfCaller);
  mount(openCase, openNewCase);
  mount(readCase, readOneCase);
  return app;
}
