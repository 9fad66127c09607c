import { randomBytes } from 'node:crypto';
import { keptWhollyApart } from '../../functions/orders/port/measures.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { witnessOf } from '../support/booking.ts';
import { newCast, placeOf, type Cast, type CastRole, type Place } from '../support/every-route.ts';
import { send } from '../support/http.ts';
import {
  bangkokIn,
  device,
  expectDone,
  gateBodies,
  invite,
  newCase,
  openGates,
  room,
  type Interview,
} from '../support/interview.ts';
import { newOffice, oneMoreInterpreter } from '../support/office.ts';
import { proposed } from '../support/proposal.ts';

type Headers = Readonly<Record<string, string>>;

/** Somebody in the case, by role; a prosecutor of another one; nobody. */
export type Asking = CastRole | 'stranger' | 'nobody';

/** A deployed API with data in it, and who is who there. */
export interface Ground {
  /** Where it is asked, without a slash at the end. */
  readonly url: string;
  /** Which site is meant there. */
  readonly host: string;
  readonly people: Pick<Interview, 'ids' | 'witness'>;
  /** About what an operation is asked. */
  readonly placeOf: (operation: string) => Place;
  /** A body that an operation accepts, where no schema and no id can say enough. */
  readonly bodyOf: (operation: string) => object | undefined;
  /** What is sent to say who asks. */
  readonly headersOf: (asking: Asking) => Headers;
}

/** Each ends a case, or takes somebody out of it: they are asked of another one. */
const endingCase = [
  'cases.closeCase',
  'cases.holdCase',
  'cases.leaveCase',
  'cases.releaseCase',
  'cases.reopenCase',
];
/** Each ends its session, which therefore is its own. */
const ending = ['rooms.endSession', 'sessions.cancelSession'];
/** What stands for a person closes every session of theirs: they are asked of one who is heard in none. */
const standing = [
  'cases.askTakeOver',
  'cases.confirmTakeOver',
  'cases.crossBorder',
  // Another age makes consent fall.
  'cases.describeWitness',
  'cases.endTakeOver',
  'cases.handOverWitness',
  'cases.protectWitness',
  'requests.confirmPaper',
  'requests.enterPaper',
  'requests.recordPermission',
  'requests.recordQuestions',
  'requests.recordWayTried',
  'requests.tellOfDecision',
  'witnesses.approveRiskPlan',
  'witnesses.decideOnRiskPlan',
  'witnesses.keepIdentity',
  'witnesses.recordConsent',
  'witnesses.reopenRiskPlan',
  'witnesses.waiveWish',
  'witnesses.withdrawConsent',
];
/** These change what a session is or close its door: they have one about which nothing else is asked. */
const changing = [
  'interpreting.acknowledgeBriefing',
  'interpreting.confirmInterpreter',
  'interpreting.reportNotUnderstood',
  'interpreting.takeOath',
  'preparation.recordTest',
  // Whoever is given a new one must come in anew.
  'rooms.issueInvitation',
  'sessions.addInterpreter',
  // Whoever is heard and does not take part takes the room away, and so does whoever withdraws.
  'rooms.sayToday',
  // Somebody else who came closes the door.
  'rooms.identify',
  'rooms.withdraw',
  // They halt what the others are asked about, or put somebody out of it.
  'rooms.adjourn',
  'rooms.recess',
  'rooms.silence',
  'rooms.sitInCamera',
  'sessions.changeLength',
  'sessions.changeMode',
  'sessions.moveSession',
  'sessions.nameAttendingOfficer',
  'sessions.replaceParticipant',
  'sessions.setRooms',
];
const minutesInADay = 24 * 60;

/**
 * People, a case, and its sessions. One is about to begin, with guests who have redeemed their invitations; the others
 * come days later.
 */
export async function newGround(stack: DeployedStack): Promise<Ground> {
  const [{ interview, credentials }, { tokens }] = await Promise.all([newCast(stack), newOffice(stack)]);
  // Whose calendar may become anything: nobody who is booked.
  const personId = await oneMoreInterpreter(stack, interview);
  const place: Place = { ...placeOf(interview), personId };
  const party = await heardInNone(interview);
  const another = await newCase(stack, interview);
  // A new accused reopens every risk plan of a case, and with it closes its doors.
  const growing = await newCase(stack, interview);
  const observer = await oneMoreParty(interview);
  // Who may be changed and shut out as somebody likes.
  const kept = await oneMoreInterpreter(stack, interview);
  const changed = await oneMore(interview, 2);
  const sessions = new Map(changing.map((operation) => [operation, changed]));
  for (const [index, operation] of ending.entries())
    sessions.set(operation, await oneMore(interview, 3 + index));
  // A conflict closes every session of that interpreter in the case.
  const conflicted = await oneMore(interview, 6, await oneMoreInterpreter(stack, interview));
  sessions.set('interpreting.declareConflict', conflicted);
  await goIn(interview, credentials);
  const invitation = await invite({ ...interview, sessionId: changed }, 'interpreter');
  const { host, port } = new URL(stack.apiUrl);
  return {
    // Python does not know the names under `.localhost`.
    url: `http://127.0.0.1:${port}`,
    host,
    people: interview,
    placeOf: (operation) => ({
      ...place,
      sessionId: sessions.get(operation) ?? place.sessionId,
      ...(standing.includes(operation) ? { party } : {}),
      ...(endingCase.includes(operation) ? { caseId: another } : {}),
      ...(operation === 'cases.nameParty' ? { caseId: growing } : {}),
      personId: operation.startsWith('accounts.') ? kept : personId,
    }),
    bodyOf: (operation) =>
      operation === 'rooms.redeemInvitation'
        ? invitation
        : (bodiesFor(interview)[operation] ?? ordersOf(party, observer)[operation]),
    headersOf: (asking) => {
      if (asking === 'nobody') return {};
      const { token, cookie } = asking === 'stranger' ? { token: tokens.prosecutor } : credentials[asking];
      return cookie === undefined ? { Authorization: `Bearer ${token}` } : { Cookie: cookie };
    },
  };
}

const bodiesFor = ({ ids }: Interview): Readonly<Record<string, object>> => ({
  // An agency can always have another.
  'accounts.invitePerson': {
    role: 'agency-administrator',
    label: 'Another head of the service',
    language: 'en',
    zone: 'Australia/Sydney',
    atProtectedSite: false,
    email: `${newId(randomBytes)}@example.org`,
  },
  'requests.recordPermission': gateBodies.permission,
  'witnesses.recordConsent': gateBodies.consent,
  'witnesses.approveRiskPlan': gateBodies.riskPlan,
  'witnesses.decideOnRiskPlan': { decision: 'no-go' },
  'witnesses.keepIdentity': {
    name: 'Khin May Oo',
    otherNames: [],
    born: '1998-04-12',
    documents: [],
    reach: { ways: ['phone'], phones: ['+959123456789'] },
  },
  'interpreting.confirmInterpreter': gateBodies.interpreter,
  'interpreting.declareConflict': { declaration: { conflict: 'none' } },
  'interpreting.takeOath': { oath: gateBodies.interpreter.onPaper.oath },
  'preparation.recordTest': gateBodies.rehearsal,
  'preparation.tickItem': { item: 'echo', state: 'done' },
  'sessions.nameAttendingOfficer': { personId: ids['attending-officer'] },
});

/** One more who is to be heard in the case, and has no session. */
async function heardInNone({ api, caseId, ids, tokens }: Interview): Promise<string> {
  const body = { protected: true, holder: ids['support-officer'], zone: 'Asia/Yangon', mayKnow: [] };
  const token = tokens.prosecutor;
  const named = await send(api, 'POST', `/api/cases/${caseId}/witnesses`, { token, body });
  return expectDone(named).body.pseudonym as string;
}

/** Somebody whom the case has, and who has a seat nowhere. */
async function oneMoreParty({ api, caseId, tokens }: Interview): Promise<string> {
  const body = { role: 'observer', label: 'Observer' };
  const named = await send(api, 'POST', `/api/cases/${caseId}/parties`, { token: tokens.clerk, body });
  return expectDone(named).body.pseudonym as string;
}

/** Between two who are in no session, each way once: what is asked for moves nothing that is decided. */
const ordersOf = (one: string, other: string): Readonly<Record<string, object>> => ({
  'orders.applyForOrder': {
    wanted: { kind: 'pair', protected: one, from: other, measures: keptWhollyApart },
    ground: 'She is afraid.',
  },
  'orders.decideOrder': {
    ruling: {
      decision: 'order',
      wanted: { kind: 'pair', protected: other, from: one, measures: keptWhollyApart },
      defence: { was: 'not-heard', reason: 'There is no accused.' },
    },
    read: 0,
    reasons: 'Said in court.',
  },
});

/** The room is open, and whoever has a seat is in it. */
async function goIn(interview: Interview, credentials: Cast['credentials']): Promise<void> {
  const { clerk } = credentials;
  for (const seat of ['clerk', 'prosecutor', 'support-officer', 'witness', 'interpreter'] as const)
    expectDone(await room(interview, credentials[seat], 'arrivals', device));
  expectDone(await room(interview, clerk, 'opening'));
  for (const seat of ['prosecutor', 'support-officer', 'witness', 'interpreter'])
    expectDone(await room(interview, clerk, 'admissions', { seat }));
}

/** Another session of the case, so many days from now, with every gate open. */
async function oneMore(
  interview: Interview,
  inDays: number,
  interpreter = interview.ids.interpreter,
): Promise<string> {
  const { api, caseId, ids, tokens } = interview;
  const witness = await witnessOf(api, tokens.prosecutor, caseId);
  const brief = {
    caseId,
    kind: 'interview',
    local: bangkokIn(inDays * minutesInADay),
    zone: 'Asia/Bangkok',
    minutes: 30,
    seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter },
  };
  const body = proposed(brief, { booker: ids.prosecutor, witness });
  const booked = expectDone(await send(api, 'POST', '/api/sessions', { token: tokens.prosecutor, body }));
  const session = { ...interview, sessionId: booked.body.sessionId as string };
  await openGates(session);
  return session.sessionId;
}
