import * as interpreting from '../../functions/interpreting/contract.ts';
import * as rooms from '../../functions/rooms/contract.ts';
import * as requests from '../../functions/requests/contract.ts';
import * as changes from '../../functions/sessions/changing/contract.ts';
import { addMinutes, instantOf, type Instant } from '../../functions/shared/values/instants.ts';
import * as cases from '../../functions/cases/contract.ts';
import * as witnesses from '../../functions/witnesses/contract.ts';
import { currentText } from '../../functions/witnesses/material/register.ts';
import { Refused } from './demo-client.ts';
import type { Cast, DemoCase } from './demo-cases.ts';
import { demoConsent, demoPlan, ofChild } from './demo-consent.ts';

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
  /** Which interpreter is confirmed, where there are several. */
  readonly interpreter?: string;
  /** Whether that is the case’s child. */
  readonly isChild?: boolean;
}
export type Gate = (cast: Cast, given: DemoCase, at: AtDoor, now: Date) => Promise<unknown>;

const asked = (now: Date) => addMinutes(instantOf(now.getTime()), -60 * 24 * 30);

/** What each decision of the host State says of itself. */
const decided = ({ permission }: DemoCase, now: Date) =>
  ({
    legalBasis: 'asean-mlat',
    reference: permission.reference,
    receivedOn: dayOf(asked(now)),
    decidedOn: dayOf(instantOf(now.getTime())),
  }) as const;

/** Granted: by a live link first, and where that cannot be, by questions in writing. */
export const permit: Gate = ({ as }, given, { caseId, party }, now) =>
  as[given.authority](requests.recordPermission, {
    params: { caseId, party },
    body: granted(given, now, ['live', 'written-questions']),
  });

/** The host State thinks again: it allows written questions, and no link. What it said before stays to be read. */
export const permitInWriting: Gate = ({ as }, given, { caseId, party }, now) =>
  as[given.authority](requests.recordPermission, {
    params: { caseId, party },
    body: granted(given, now, ['written-questions']),
  });

export const granted = (given: DemoCase, now: Date, modalities: ('live' | 'written-questions')[]) => ({
  ...decided(given, now),
  decision: 'granted' as const,
  validFrom: dayOf(asked(now)),
  validUntil: dayOf(addMinutes(instantOf(now.getTime()), 60 * 24 * 60)),
  modalities,
  conducts: 'requesting-authority' as const,
  attendance: { demanded: true, identifies: true },
  noticeDays: 0,
  persons: [],
  languages: [],
  conditions: [...given.permission.conditions],
});

const dayOf = (at: Instant): string => at.slice(0, 10);

export const nameOfficer: Gate = ({ as, ids }, { authority, attending }, { sessionId }) =>
  as[authority](changes.nameAttendingOfficer, {
    params: { sessionId },
    body: { personId: ids[attending], overrides },
  });

/** On the day: of a session that is some other day there is nothing to say yet. */
async function onTheDay(said: Promise<unknown>): Promise<void> {
  try {
    await said;
  } catch (refused) {
    if (!(refused instanceof Refused && refused.code === 'outside-window')) throw refused;
  }
}

/** The host State's officer sees who came. */
const identifyHer: Gate = ({ as }, { attending }, { sessionId, party }) =>
  onTheDay(
    as[attending](rooms.identify, {
      params: { sessionId },
      body: {
        found: 'established',
        how: 'document-seen',
        detail: 'A travel document of the State.',
        pseudonym: party,
      },
    }),
  );

/** The support officer is beside her, as she wished. */
const comeBesideHer: Gate = ({ as }, { support }, { sessionId }) =>
  onTheDay(
    as[support](rooms.arrive, {
      params: { sessionId },
      body: { camera: true, microphone: true, connection: 'good' },
    }),
  );

/** A child's with a guardian beside it, a grown-up's alone. */
export const recordConsent: Gate = async ({ as }, given, { caseId, party, isChild }, now) => {
  const adult = demoConsent(given.languages[0], given.requestingState, now);
  const { parties } = await as[given.support](cases.readCase, { params: { caseId } });
  const guardian = parties.find(({ role, for: whose }) => role === 'guardian' && whose === party);
  return as[given.support](witnesses.recordConsent, {
    params: { caseId, party },
    body: isChild === true ? ofChild(adult, guardian?.pseudonym ?? '') : adult,
  });
};

/** The plan, and the prosecutor's word on it: a go needs both. */
export const approvePlan: Gate = async (
  { as },
  { support, prosecutor, witness },
  { caseId, party, isChild },
  now,
) => {
  const params = { caseId, party };
  const { plan } = await as[support](witnesses.approveRiskPlan, {
    params,
    body: demoPlan(now, witness.zone, isChild),
  });
  return as[prosecutor](witnesses.decideOnRiskPlan, { params, body: { decision: 'go', plan } });
};

/** Whoever interprets has no account: what they promise and declare is taken from paper, and a draft is spoken. */
export const confirmInterpreter: Gate = (
  { as },
  { clerk, languages: [one, other], requestingState },
  { sessionId, interpreter },
  now,
) => {
  const day = dayOf(instantOf(now.getTime()));
  const text = currentText('interpreterOath', 'en', day);
  if (text === undefined) throw new Error('Nothing is shipped for an interpreter to promise.');
  const { language, version, hash } = text;
  return as[clerk](interpreting.confirmInterpreter, {
    params: { sessionId },
    body: {
      ...(interpreter === undefined ? {} : { pseudonym: interpreter }),
      between: [one, other],
      direction: 'both',
      mode: 'consecutive',
      part: 'lead',
      vetting: { by: 'Office of the Court', on: day, until: '2036-12-31' },
      topics: ['recruitment', 'work'],
      onPaper: {
        noConflict: true,
        oath: {
          form: 'affirmation',
          state: requestingState,
          text: { language, version, hash },
          spoken: true,
        },
        briefed: true,
      },
    },
  });
};

export const allGates: readonly Gate[] = [
  permit,
  nameOfficer,
  identifyHer,
  comeBesideHer,
  recordConsent,
  approvePlan,
  confirmInterpreter,
];
