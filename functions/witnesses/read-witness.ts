import { dayWhere } from '../cases/port/day-where.ts';
import { enterParty } from '../cases/port/enter-party.ts';
import { parseStanding, standingKey, type Standing } from '../cases/port/standing.ts';
import type { CaseWitness } from '../cases/port/membership.ts';
import { knowerOf, mayKnowField } from '../cases/port/who-may-know-a-field.ts';
import { personPartition } from '../cases/port/standing-decision.ts';
import { subjectPartition } from '../sessions/port/gate-decision.ts';
import type { Role, Staff } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import type { Store } from '../shared/store/store.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { consentOn, evidenceAfterWithdrawal, isEarlier, type AnyConsent } from './consent/standing.ts';
import { neededByThoseWhoRunIt } from './consent/needed.ts';
import { byItsForm, standingOf } from './consent.ts';
import type * as contract from './contract.ts';
import type { FullPlan } from './plan/contract.ts';
import { planForProsecutor } from './plan/parts.ts';
import { planOn } from './plan/standing.ts';
import { consents, enterWithWitness, plans } from './store.ts';

/** The holder reads what was said; other members of the case learn that it is there, and when. */
export const readWitness: Handler<typeof contract.readWitness> = async ({
  actor,
  params,
  now,
  context: { store },
}) => {
  const own = standingKey(params.caseId, params.party, 'consent');
  const [{ witness, found }, recorded] = await Promise.all([
    enterParty(store, params, actor, [own]),
    readRecorded(store, personPartition(params.caseId, params.party)),
  ]);
  const stands = parseStanding(found(own));
  return {
    ...(stands?.byOrder === true && stands.state === 'open' && { byOrder: true as const }),
    ...shownTo(actor, witness, recorded, dayWhere(witness, now), stands),
  };
};

/** The same as it was recorded for one session. */
export const readWitnessOfSession: Handler<typeof contract.readWitnessOfSession> = async ({
  actor,
  params: { sessionId },
  now,
  context: { store },
}) => {
  const [{ witness }, recorded] = await Promise.all([
    enterWithWitness(store, sessionId, actor),
    readRecorded(store, subjectPartition({ kind: 'session', sessionId })),
  ]);
  return shownTo(actor, witness, recorded, dayWhere(witness, now));
};

type Recorded = Awaited<ReturnType<typeof readRecorded>>;

async function readRecorded(store: Store, partition: string) {
  const [steps, planSteps] = await Promise.all([
    readSeries(store, consents, partition),
    readSeries(store, plans, partition),
  ]);
  return { consent: standingOf(steps), consentSteps: steps, planSteps };
}

/** Those who run a session, or speak in it: they are told of a consent what they need for that. */
const runIt: readonly Role[] = ['prosecutor', 'clerk', 'attending-officer', 'judge'];

function shownTo(
  actor: Staff,
  witness: CaseWitness,
  { consent, consentSteps, planSteps }: Recorded,
  day: string,
  stands?: Standing,
) {
  const { state, reason: lapsed } = consentOn(consentSteps, day);
  // What was recorded would stand, and does not: the case was told of another age.
  const why = witness.erased === true ? ('age-erased' as const) : ('age-changed' as const);
  const fallen = state === 'open' && stands?.state === 'missing' ? why : lapsed;
  const knower = knowerOf(actor, witness);
  const last = planSteps.findLast((step) => step.kind === 'plan' || step.kind === 'earlier');
  const { reason } = planOn(planSteps, day);
  return {
    ...(consent && {
      consent: {
        recordedAt: parseInstant(consent.recordedAt),
        ...(consent.withdrawnAt !== undefined && {
          withdrawnAt: parseInstant(consent.withdrawnAt),
          evidence: evidenceAfterWithdrawal(consent.record),
        }),
        ...(fallen !== undefined && { reason: fallen }),
        ...(consent.waivedAt !== undefined && { waivedAt: parseInstant(consent.waivedAt) }),
        ...(consent.supporterWaivedAt !== undefined && {
          supporterWaivedAt: parseInstant(consent.supporterWaivedAt),
        }),
        ...(consent.record && consentFor(consent.record, mayKnowField('consent', knower), actor.role)),
      },
    }),
    ...(last && {
      riskPlan: {
        recordedAt: parseInstant(last.recordedAt),
        decision: last.plan.decision,
        number: last.number,
        ...(reason !== undefined && { reason }),
        ...(last.kind === 'earlier'
          ? mayKnowField('plan', knower) && { earlier: last.plan }
          : planFor(last.plan, mayKnowField('plan', knower), actor.role)),
      },
    }),
  };
}

const consentFor = (record: AnyConsent, inFull: boolean, role: Role) => ({
  ...(inFull && byItsForm(record)),
  ...(runIt.includes(role) && !isEarlier(record) && { needed: neededByThoseWhoRunIt(record) }),
});

const planFor = (plan: FullPlan, inFull: boolean, role: Role) => ({
  ...(inFull && { plan }),
  ...(runIt.includes(role) && plan.stopSignal !== undefined && { stopSign: plan.stopSignal }),
  ...(role === 'prosecutor' && { forProsecutor: planForProsecutor(plan) }),
});
