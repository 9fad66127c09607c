import * as cases from '../../functions/cases/contract.ts';
import * as interpreting from '../../functions/interpreting/contract.ts';
import * as requests from '../../functions/requests/contract.ts';
import * as rooms from '../../functions/rooms/contract.ts';
import * as booking from '../../functions/sessions/booking/contract.ts';
import * as sessions from '../../functions/sessions/contract.ts';
import * as changes from '../../functions/sessions/changing/contract.ts';
import { addMinutes, instantOf, type Instant } from '../../functions/shared/values/instants.ts';
import { localOf } from '../../functions/shared/values/zones.ts';
import * as witnesses from '../../functions/witnesses/contract.ts';
import { Refused, type Caller } from './demo-client.ts';
import type { DemoName, DemoStaff } from './demo-people.ts';
import type { DemoState } from './demo-state.ts';
import type { DemoSummary } from './deployed-stack.ts';

/**
 * The demonstration's case and session, made through the API by the people themselves, so that its custody log is true.
 */
export interface Cast {
  readonly as: Readonly<Record<DemoStaff, Caller>>;
  readonly ids: Readonly<Record<DemoName, string>>;
}

const zone = 'Asia/Bangkok';
/** Minutes; no more than the hour for which rooms are open beforehand, so that the next session’s are open soon too. */
const length = 60;
const quarter = 15 * 60_000;
/** The demonstration begins whenever somebody starts it, also at night and on a holiday. */
const overrides = (['unsociable', 'outside-hours', 'holiday', 'short-notice'] as const).map((what) => ({
  what,
  reason: 'agreed-by-all' as const,
}));
/** What another quarter of an hour may put right. */
const taken: readonly string[] = ['already-booked', 'duty-limit'];

/** The case as the state has it, or a new one where it is lost. */
export async function openOrKeepCase(cast: Cast, known: string | undefined): Promise<string> {
  const { as } = cast;
  const isKept =
    known !== undefined && (await isThere(as.clerk(cases.readCase, { params: { caseId: known } })));
  const caseId = isKept ? known : await openCase(cast);
  // The agency of whoever opened it has it; interpreters come with the court, which engages them.
  for (const taker of ['clerk', 'support-officer', 'central-authority'] as const)
    await as[taker](cases.takeCase, { params: { caseId }, body: {} });
  return caseId;
}

async function openCase({ as, ids }: Cast): Promise<string> {
  const { caseId } = await as.prosecutor(cases.openCase, {
    body: {
      reference: 'AGO 417/2569',
      requestingState: 'TH',
      hostState: 'MM',
      members: [
        ids.clerk,
        ids['support-officer'],
        ids['attending-officer'],
        ids['central-authority'],
        ids.auditor,
      ],
      witness: {
        protected: true,
        holder: ids['support-officer'],
        zone: 'Asia/Yangon',
        // Sits beside her; nobody else need know.
        mayKnow: [ids['attending-officer']],
      },
    },
  });
  return caseId;
}

/** True where a session is there, not over, and its rooms will stay open for a good while. */
export async function isUsable({ as }: Cast, sessionId: string, now: Date): Promise<boolean> {
  const found = await isThere(as.clerk(sessions.readSession, { params: { sessionId } }));
  if (found === undefined || found.status !== 'ready') return false;
  return now.toISOString() < addMinutes(found.closesAt, -60);
}

async function isThere<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Books the next possible quarter of an hour, opens every gate, and invites the two guests. */
export async function makeReadySession(
  cast: Cast,
  caseId: string,
  siteUrl: string,
  now: Date,
): Promise<NonNullable<DemoState['session']>> {
  const sessionId = await book(cast, caseId, now);
  await openGates(cast, sessionId, now);
  const [witness, interpreter] = await Promise.all([
    invite(cast.as['support-officer'], sessionId, 'witness', 'my', siteUrl),
    invite(cast.as.clerk, sessionId, 'interpreter', 'th', siteUrl),
  ]);
  return { sessionId, witness, interpreter };
}

/** Somebody may have booked these people by hand, so the first free quarter is looked for. */
async function book({ as, ids }: Cast, caseId: string, now: Date): Promise<string> {
  const { witness } = await as.prosecutor(cases.readCase, { params: { caseId } });
  const seats = [
    { seat: 'prosecutor' as const, ids: [ids.prosecutor] },
    { seat: 'clerk' as const, ids: [ids.clerk] },
    { seat: 'support-officer' as const, ids: [ids['support-officer']] },
    { seat: 'witness' as const, ids: [witness.pseudonym] },
    { seat: 'interpreter' as const, ids: [ids.interpreter] },
  ];
  const parts = [{ kind: 'main' as const, at: 0, minutes: length }];
  const first = Math.ceil((now.getTime() + 60_000) / quarter) * quarter;
  for (let start = first; start < first + 4 * 3_600_000; start += quarter) {
    const { local } = localOf(zone, instantOf(start));
    try {
      const days = [{ local }];
      const body = { caseId, kind: 'interview' as const, days, zone, parts, seats, overrides };
      return (await as.prosecutor(booking.bookSession, { body })).sessionId;
    } catch (error) {
      if (!(error instanceof Refused && taken.includes(error.code))) throw error;
    }
  }
  throw new Error('The people of the demonstration are booked for hours: cancel a session of theirs.');
}

async function openGates({ as, ids }: Cast, sessionId: string, now: Date): Promise<void> {
  const params = { sessionId };
  await as['central-authority'](requests.recordPermission, {
    params,
    body: {
      decision: 'granted',
      legalBasis: 'asean-mlat',
      reference: 'MLA 88/2026',
      decidedOn: dayOf(instantOf(now.getTime())),
      validUntil: dayOf(addMinutes(instantOf(now.getTime()), 30 * 24 * 60)),
      conditions: ['attending-officer-present', 'use-limited-to-this-case'],
    },
  });
  await as['central-authority'](changes.nameAttendingOfficer, {
    params,
    body: { personId: ids['attending-officer'], overrides },
  });
  await as['support-officer'](witnesses.recordConsent, {
    params,
    body: {
      scopes: {
        takePart: 'yes',
        liveVideo: 'yes',
        recording: 'no',
        shareWithProsecutor: 'yes',
        shareWithCourt: 'yes',
      },
      language: 'my',
      interpreter: 'not-needed',
      method: 'explained-with-pictures',
      told: { voluntary: true, mayStop: true, helpDoesNotDepend: true, risks: true },
      understood: true,
      mark: 'thumbprint',
    },
  });
  await as['support-officer'](witnesses.approveRiskPlan, {
    params,
    body: {
      decision: 'go',
      phases: { before: 'low', travel: 'low', inSession: 'medium', after: 'low' },
      measures: ['pseudonym', 'supporter-beside-her', 'breaks-agreed', 'stop-signal', 'counselling-after'],
      herViewHeard: true,
    },
  });
  await as.clerk(interpreting.confirmInterpreter, {
    params,
    body: { between: ['my', 'th'], mode: 'consecutive', conflict: 'none-declared', undertaking: true },
  });
}

const dayOf = (at: Instant): string => at.slice(0, 10);

async function invite(
  inviter: Caller,
  sessionId: string,
  seat: 'witness' | 'interpreter',
  language: 'my' | 'th',
  siteUrl: string,
): Promise<DemoSummary['witness']> {
  const { secret, pin } = await inviter(rooms.issueInvitation, {
    params: { sessionId },
    body: { seat, language },
  });
  return { link: `${siteUrl}join/${language}/#${secret}`, pin };
}
