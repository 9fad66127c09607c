import { assertLive } from '../sessions/port/door.ts';
import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf, ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { gateOf, sealedFields } from './consent.ts';
import type * as contract from './contract.ts';
import { gateChanges, sealAll } from './gate-changes.ts';
import { nextNumber, putConsent, readForHolder } from './store.ts';

type Route = typeof contract.recordConsent;

/** Records what she consented to. A no is recorded with the same dignity, and closes the gate. */
export const recordConsent = ({
  actor,
  params,
  body,
  now,
  context,
  commit,
}: Call<ParamsOf<Route>, BodyOf<Route>>) =>
  commit(async () => {
    const staff = asStaff(actor);
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
