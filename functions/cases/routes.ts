import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { listCases, openCase, readCase, takeCase } from './contract.ts';
import { casesOfCaller } from './list-cases.ts';
import { openNewCase } from './open-case.ts';
import { readOneCase } from './read-case.ts';
import { takeOneCase } from './take-case.ts';

export function casesApp(context: Context) {
  const { app, mount } = capabilityApp('cases', context);
  mount(listCases, casesOfCaller);
  mount(openCase, openNewCase);
  mount(readCase, readOneCase);
  mount(takeCase, takeOneCase);
  return app;
}
