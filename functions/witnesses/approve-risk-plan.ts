import { assertLive } from '../sessions/port/door.ts';
import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf, ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import type * as contract from './contract.ts';
import { gateChanges, sealAll } from './gate-changes.ts';
import { gateOf } from './risk-plan.ts';
import { nextNumber, putPlan, readForHolder } from './store.ts';

type Route = typeof contract.approveRiskPlan;

/** Approves the plan, or decides against the session. The plan goes into the log as one sealed field. */
export const approveRiskPlan = ({
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
