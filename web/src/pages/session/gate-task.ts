import { lazy, type ComponentType } from 'react';
import { gateName } from '../../../../functions/sessions/contract.ts';
import type { Gate, SessionProps } from './session-view.ts';

interface TaskModule {
  readonly default: ComponentType<SessionProps>;
}

/** The form with which a gate is opened lies in `tasks/` under the name of the gate; nothing lists them. */
const modules = import.meta.glob<TaskModule>('./tasks/*.tsx');

/** `riskPlan` lies in `risk-plan.tsx`. */
const fileOf = (gate: Gate['gate']): string =>
  `./tasks/${gate.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.tsx`;

const tasks = new Map(
  gateName.options.map((gate) => {
    const load = modules[fileOf(gate)];
    if (load === undefined) throw new Error(`Nobody can open the gate ${gate}: there is no ${fileOf(gate)}.`);
    return [gate, lazy(load)] as const;
  }),
);

/** The form of a gate; loaded when it is shown. */
export function gateTask(gate: Gate['gate']): ComponentType<SessionProps> {
  const task = tasks.get(gate);
  if (task === undefined) throw new Error(`No gate ${gate}.`);
  return task;
}
