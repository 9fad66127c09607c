import * as cases from '../../functions/cases/contract.ts';
import * as invitations from '../../functions/rooms/invitations/contract.ts';
import * as booking from '../../functions/sessions/booking/contract.ts';
import * as sessions from '../../functions/sessions/contract.ts';
import { addMinutes, instantOf } from '../../functions/shared/values/instants.ts';
import { localOf } from '../../functions/shared/values/zones.ts';
import { Refused, type Caller } from './demo-client.ts';
import { demoCases, completeDemoCase, openDemoCase, type Cast } from './demo-cases.ts';
import { allGates, overrides, type AtDoor } from './demo-gates.ts';
import type { DemoState } from './demo-state.ts';
import type { DemoSummary } from './deployed-stack.ts';

/** The demonstration's first session, made through the API by the people themselves, so that its custody log is true. */

const zone = 'Asia/Bangkok';
/** Minutes; no more than the hour for which rooms are open beforehand, so that the next session’s are open soon too. */
const length = 60;
const quarter = 15 * 60_000;
/** What another quarter of an hour may put right. */
const taken: readonly string[] = ['already-booked', 'duty-limit'];

/** The case as the state has it, or a new one where it is lost. */
export async function openOrKeepCase(cast: Cast, known: string | undefined, now: Date): Promise<string> {
  const isKept =
    known !== undefined && (await isThere(cast.as.clerk(cases.readCase, { params: { caseId: known } })));
  if (!isKept) return openDemoCase(cast, demoCases.first, now);
  // A start that was cut off may have opened it and no more.
  await completeDemoCase(cast, demoCases.first, known, now);
  return known;
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
  const at = await book(cast, caseId, now);
  const { sessionId } = at;
  for (const open of allGates) await open(cast, demoCases.first, at, now);
  const [witness, interpreter] = await Promise.all([
    invite(cast.as['support-officer'], sessionId, 'witness', 'my', siteUrl),
    invite(cast.as.clerk, sessionId, 'interpreter', 'th', siteUrl),
  ]);
  return { sessionId, witness, interpreter };
}

/** Somebody may have booked these people by hand, so the first free quarter is looked for. */
async function book({ as, ids }: Cast, caseId: string, now: Date): Promise<AtDoor> {
  const { witnesses } = await as.prosecutor(cases.readCase, { params: { caseId } });
  const party = witnesses[0]?.pseudonym ?? '';
  const seats = [
    { seat: 'prosecutor' as const, ids: [ids.prosecutor] },
    { seat: 'clerk' as const, ids: [ids.clerk] },
    { seat: 'support-officer' as const, ids: [ids['support-officer']] },
    { seat: 'witness' as const, ids: [party] },
    { seat: 'interpreter' as const, ids: [ids.interpreter] },
  ];
  const parts = [{ kind: 'main' as const, at: 0, minutes: length }];
  const first = Math.ceil((now.getTime() + 60_000) / quarter) * quarter;
  for (let start = first; start < first + 4 * 3_600_000; start += quarter) {
    const { local } = localOf(zone, instantOf(start));
    try {
      const days = [{ local }];
      const body = { caseId, kind: 'interview' as const, days, zone, parts, seats, overrides };
      const { sessionId } = await as.prosecutor(booking.bookSession, { body });
      return { sessionId, caseId, party };
    } catch (error) {
      if (!(error instanceof Refused && taken.includes(error.code))) throw error;
    }
  }
  throw new Error('The people of the demonstration are booked for hours: cancel a session of theirs.');
}

async function invite(
  inviter: Caller,
  sessionId: string,
  seat: 'witness' | 'interpreter',
  language: 'my' | 'th',
  siteUrl: string,
): Promise<DemoSummary['witness']> {
  const { secret, pin } = await inviter(invitations.issueInvitation, {
    params: { sessionId },
    body: { seat, language },
  });
  return { link: `${siteUrl}join/${language}/#${secret}`, pin };
}
