import type { Change, Key, Store } from '../../shared/store/store.ts';
import { machines, type MachineKind } from '../../media/contract.ts';
import { roomKey } from '../store.ts';
import { machineItem, neverSent, type MachineState } from './lease.ts';

/** How each machine of a session stands, in items of their own. */

const machineKey = (sessionId: string, machine: MachineKind): Key => ({
  ...roomKey(sessionId),
  sk: `machine#${machine}`,
});

/** In one round. */
export async function readMachines(
  store: Store,
  sessionId: string,
): Promise<Readonly<Record<MachineKind, MachineState>>> {
  const items = await store.get(machines.map((machine) => machineKey(sessionId, machine)));
  const [relay, observer] = items.map((item) => (item === undefined ? neverSent : machineItem.parse(item)));
  return { relay: relay ?? neverSent, observer: observer ?? neverSent };
}

/** A machine's next state, only over the one that was read. */
export function putMachine(
  sessionId: string,
  machine: MachineKind,
  { version }: MachineState,
  after: MachineState,
): Change {
  const { table, pk, sk } = machineKey(sessionId, machine);
  return {
    kind: 'put',
    table,
    item: { ...after, pk, sk, version: version + 1 },
    when: version === 0 ? 'absent' : { version },
    onRefused: 'retry',
  };
}
