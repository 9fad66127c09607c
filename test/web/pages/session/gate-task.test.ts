import { expect, test } from 'vitest';
import { gateNames } from '../../../../functions/sessions/port/gates.ts';
import { gateTask } from '../../../../web/src/pages/session/gate-task.ts';

// The module itself throws where a gate has no form.
test.each(gateNames)('whoever’s turn it is finds a form for the gate %s', (gate) => {
  expect(gateTask(gate)).toBeDefined();
});
