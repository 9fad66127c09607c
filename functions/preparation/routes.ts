import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { closeTask } from './after/close-task.ts';
import { listTasks } from './after/list-tasks.ts';
import * as contract from './contract.ts';
import { readPreparation } from './read-preparation.ts';
import { recordTest } from './test-call/record-test.ts';
import { setTestAside } from './test-call/set-test-aside.ts';
import { tickOneItem } from './checklist/tick-item.ts';

export function preparationApp(context: Context) {
  const { app, mount } = capabilityApp('preparation', context);
  mount(contract.listTasks, listTasks);
  mount(contract.closeTask, closeTask);
  mount(contract.readPreparation, readPreparation);
  mount(contract.tickItem, tickOneItem);
  mount(contract.recordTest, recordTest);
  mount(contract.setTestAside, setTestAside);
  return app;
}
