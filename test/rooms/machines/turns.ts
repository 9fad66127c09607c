import { randomBytes } from 'node:crypto';
import type { MachineKind, Place, Turned } from '../../../functions/media/contract.ts';
import { newId } from '../../../functions/shared/values/ids.ts';
import type { Hearing } from '../hearing.ts';

/** A machine of a hearing in this process, which takes its turns as a real one does. */
export function machineOf(here: Hearing, machine: MachineKind, holder = newId(randomBytes)) {
  let at: Place[] = [];
  const turn = async (more: object = {}, secret?: string) => {
    const own = (await here.media()).machineSecret(machine, here.sessionId);
    const answer = await here.app.request(`/api/rooms/${here.sessionId}/machines/${machine}/turns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newId(randomBytes) },
      body: JSON.stringify({ secret: secret ?? own, holder, at, ...more }),
    });
    const told = (await answer.json()) as Turned;
    if (answer.status === 200) at = told.places.map(({ room, since }) => ({ room, since }));
    return { status: answer.status, ...told };
  };
  return { turn, holder };
}

/** Both machines are where they must be, and carry. */
export async function machinesCarry(here: Hearing) {
  const relay = machineOf(here, 'relay');
  const observer = machineOf(here, 'observer');
  const carry = async () => {
    for (let round = 0; round < 2; round += 1) {
      await relay.turn({ flowing: true });
      await observer.turn({ stalls: [{ room: 'screened', for: 40 }] });
    }
  };
  await carry();
  return { relay, observer, carry };
}
