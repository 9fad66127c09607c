import { assertLive } from '../sessions/port/door.ts';
import type { Handler } from '../shared/http/call.ts';
import type * as contract from './contract.ts';
import { gateChanges } from './gate-changes.ts';
import { nextNumber, putConsent, readForHolder } from './store.ts';

/**
 * She withdraws. Nothing has to be there first and no reason is asked: the gate is closed in this transaction, so that
 * no pass can be minted after it, and `rooms` takes the rooms away when it sees the door change.
 */
export const withdrawConsent: Handler<typeof contract.withdrawConsent> = ({
  actor: staff,
  params,
  now,
  context,
  commit,
}) =>
  commit(async () => {
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
