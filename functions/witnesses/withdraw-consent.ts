import { assertLive } from '../sessions/port/door.ts';
import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf, ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import type * as contract from './contract.ts';
import { gateChanges } from './gate-changes.ts';
import { nextNumber, putConsent, readForHolder } from './store.ts';

type Route = typeof contract.withdrawConsent;

/**
 * She withdraws. Nothing has to be there first and no reason is asked: the gate is closed in this transaction, so that
 * no pass can be minted after it, and `rooms` takes the rooms away when it sees the door change.
 */
export const withdrawConsent = ({
  actor,
  params,
  now,
  context,
  commit,
}: Call<ParamsOf<Route>, BodyOf<Route>>) =>
  commit(async () => {
    const staff = asStaff(actor);
    const read = await readForHolder(context.store, params.sessionId, staff);
    assertLive(read.door);
    return {
      changes: [
        putConsent(params.sessionId, {
          kind: 'withdrawal',
          number: nextNumber(read.consents),
          recordedAt: now.toISOString(),
          recordedBy: staff.personId,
        }),
        ...gateChanges(read, {
          gate: 'consent',
          state: 'refused',
          action: 'consent.withdrawn',
          authority: 'consent',
          now,
          randomBytes: context.randomBytes,
        }),
      ],
      answer: { gate: 'refused' as const },
    };
  });
