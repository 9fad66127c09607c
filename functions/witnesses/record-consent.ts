import { assertLive } from '../sessions/port/door.ts';
import type { Handler } from '../shared/http/call.ts';
import { gateOf, sealedFields } from './consent.ts';
import type * as contract from './contract.ts';
import { gateChanges, sealAll } from './gate-changes.ts';
import { nextNumber, putConsent, readForHolder } from './store.ts';

/** Records what she consented to. A no is recorded with the same dignity, and closes the gate. */
export const recordConsent: Handler<typeof contract.recordConsent> = ({
  actor: staff,
  params,
  body,
  now,
  context,
  commit,
}) =>
  commit(async () => {
    const read = await readForHolder(context.store, params.sessionId, staff);
    assertLive(read.door);
    const gate = gateOf(body);
    const { digests, disclosures } = sealAll(sealedFields(body), context.randomBytes);
    return {
      changes: [
        putConsent(params.sessionId, {
          kind: 'record',
          number: nextNumber(read.consents),
          recordedAt: now.toISOString(),
          recordedBy: staff.personId,
          record: body,
          disclosures,
        }),
        ...gateChanges(read, {
          gate: 'consent',
          state: gate,
          action: gate === 'open' ? 'consent.given' : 'consent.refused',
          authority: 'consent',
          digests,
          now,
          randomBytes: context.randomBytes,
        }),
      ],
      answer: { gate },
    };
  });
