import type { Gate, SessionView } from './session-view.ts';

/** How one gate of a session stands. */
export function gateOf({ gates }: SessionView, name: Gate['gate']): Gate['state'] {
  const found = gates.find(({ gate }) => gate === name);
  if (found === undefined) throw new Error(`The session has no gate ${name}.`);
  return found.state;
}

/** Whether a gate in this state keeps the door closed. */
export const keepsClosed = (state: Gate['state']): boolean => state === 'missing' || state === 'refused';
