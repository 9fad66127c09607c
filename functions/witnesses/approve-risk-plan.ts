import { assertLive } from '../sessions/port/door.ts';
import type { Handler } from '../shared/http/call.ts';
import type * as contract from './contract.ts';
import { gateChanges, sealAll } from './gate-changes.ts';
import { gateOf } from './risk-plan.ts';
import { nextNumber, putPlan, readForHolder } from './store.ts';

/** Approves the plan, or decides against the session. The plan goes into the log as one sealed field. */
export const approveRiskPlan: Handler<typeof contract.approveRiskPlan> = ({
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
    const { digests, disclosures } = sealAll({ plan: JSON.stringify(body) }, context.randomBytes);
    return {
      changes: [
        putPlan(params.sessionId, {
          number: nextNumber(read.plans),
          recordedAt: now.toISOString(),
          recordedBy: staff.personId,
          plan: body,
          disclosures,
        }),
        ...gateChanges(read, {
          gate: 'riskPlan',
          state: gate,
          action: gate === 'open' ? 'risk-plan.approved' : 'risk-plan.declined',
          authority: 'role',
          digests,
          now,
          randomBytes: context.randomBytes,
        }),
      ],
      answer: { gate },
    };
  });
