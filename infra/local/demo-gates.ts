import * as interpreting from '../../functions/interpreting/contract.ts';
import * as requests from '../../functions/requests/contract.ts';
import * as changes from '../../functions/sessions/changing/contract.ts';
import { addMinutes, instantOf, type Instant } from '../../functions/shared/values/instants.ts';
import * as witnesses from '../../functions/witnesses/contract.ts';
import type { Cast, DemoCase } from './demo-cases.ts';
import { demoConsent, demoPlan } from './demo-consent.ts';

/** How the gates of the demonstration's sessions are opened, each by those whose turn it is. */
/** The demonstration begins whenever somebody starts it, also at night and on a holiday. */
export const overrides = (['unsociable', 'outside-hours', 'holiday', 'short-notice'] as const).map(
  (what) => ({ what, reason: 'agreed-by-all' as const }),
);

/** A session, and who is heard in it. */
export interface AtDoor {
  readonly sessionId: string;
  readonly caseId: string;
  readonly party: string;
}
export type Gate = (cast: Cast, given: DemoCase, at: AtDoor, now: Date) => Promise<unknown>;

export const permit: Gate = ({ as }, { authority, permission }, { caseId, party }, now) =>
  as[authority](requests.recordPermission, {
    params: { caseId, party },
    body: {
      decision: 'granted',
      legalBasis: 'asean-mlat',
      reference: permission,
      receivedOn: dayOf(addMinutes(instantOf(now.getTime()), -60 * 24 * 30)),
      decidedOn: dayOf(instantOf(now.getTime())),
      validFrom: dayOf(addMinutes(instantOf(now.getTime()), -60 * 24 * 30)),
      validUntil: dayOf(addMinutes(instantOf(now.getTime()), 60 * 24 * 60)),
      modalities: ['live', 'written-questions'],
      conducts: 'requesting-authority',
      attendance: { demanded: true, identifies: true },
      noticeDays: 0,
      persons: [],
      languages: [],
      conditions: ['no-recording-by-requesting-state', 'use-limited-to-this-case'],
    },
  });

const dayOf = (at: Instant): string => at.slice(0, 10);

export const nameOfficer: Gate = ({ as, ids }, { authority, attending }, { sessionId }) =>
  as[authority](changes.nameAttendingOfficer, {
    params: { sessionId },
    body: { personId: ids[attending], overrides },
  });

export const recordConsent: Gate = ({ as }, { support, languages }, { caseId, party }, now) =>
  as[support](witnesses.recordConsent, {
    params: { caseId, party },
    body: demoConsent(languages[0], now),
  });

/** The plan, and the prosecutor's word on it: a go needs both. */
export const approvePlan: Gate = async ({ as }, { support, prosecutor }, { caseId, party }, now) => {
  const params = { caseId, party };
  const { plan } = await as[support](witnesses.approveRiskPlan, { params, body: demoPlan(now) });
  return as[prosecutor](witnesses.decideOnRiskPlan, { params, body: { decision: 'go', plan } });
};

export const confirmInterpreter: Gate = ({ as }, { clerk, languages: [one, other] }, { sessionId }) =>
  as[clerk](interpreting.confirmInterpreter, {
    params: { sessionId },
    body: { between: [one, other], mode: 'consecutive', conflict: 'none-declared', undertaking: true },
  });

export const allGates: readonly Gate[] = [
  permit,
  nameOfficer,
  recordConsent,
  approvePlan,
  confirmInterpreter,
];
