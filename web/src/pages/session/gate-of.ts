import type { Gate, SessionView } from './session-view.ts';

/** Whether a session has a gate at all: which ones it has, its kind says. */
export const hasGate = ({ gates }: Pick<SessionView, 'gates'>, name: Gate['gate']): boolean =>
  gates.some(({ gate }) => gate === name);

/** How one gate of a session stands. */
export function gateOf({ gates }: SessionView, name: Gate['gate']): Gate['state'] {
  const found = gates.find(({ gate }) => gate === name);
  if (found === undefined) throw new Error(`The session has no gate ${name}.`);
  return found.state;
}
