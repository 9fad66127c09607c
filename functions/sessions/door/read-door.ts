import type * as z from 'zod';
import { holdersOf, witnessOf, type CaseFile } from '../../cases/port/membership.ts';
import { standingAs, standingGates, stateFor, wishesIn, type Standing } from '../../cases/port/standing.ts';
import { readPeople } from '../../directory/port/actor.ts';
import { readStandingOrders } from '../../orders/port/standing-orders.ts';
import { leadTimeOfGrant, leadTimesOfLaw } from '../../requests/port/lead-times.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import { instantOf, parseInstant, type Instant } from '../../shared/values/instants.ts';
import { statusOf } from '../model/session.ts';
import { isTurnOf } from '../own-list/waits.ts';
import type { GateState } from '../port/door-gates.ts';
import { heardIn, hostStateAt, openPoints, type Door } from '../port/door.ts';
import { enterSessionWithFile } from '../port/enter-session.ts';
import { identifier, identitiesIn, isOtherPerson } from '../port/identity.ts';
import { onlyOf, type GateName } from '../port/gates.ts';
import { mayOpen, type Opener, type WhoseCase } from '../port/may-open-gate.ts';
import { asideOn, hasAsidePower } from '../port/set-aside.ts';
import { shownTo } from '../port/may-meet.ts';
import { aroundIn, askedFor, followingOf, isWished, keptOutAround, standingFor } from '../port/standing.ts';
import { dueBy, fromPaperBy, whoseTurn, type WhoseTurn } from '../port/whose-turn.ts';
import { parseSession, sessionKey } from '../store.ts';
import type { doorMarks, readDoor } from './contract.ts';
import { lackOf, type Lack } from './lacks.ts';

type Answer = z.input<typeof readDoor.answer>;

/** The door of a session, gate by gate, as what stands makes it at this moment. */
export const doorOfSession: Handler<typeof readDoor> = async ({
  actor: viewer,
  params: { sessionId },
  now: at,
  context: { store },
}) => {
  const now = instantOf(at.getTime());
  const entered = await enterSessionWithFile(store, sessionId, viewer, [sessionKey(sessionId)]);
  const { file, found } = entered;
  const { kind } = parseSession(found(sessionKey(sessionId)));
  const door =
    entered.door.status === 'ended'
      ? entered.door
      : { ...entered.door, ...followingOf(entered.door, { ...file, heard: file.witnesses }, now) };
  const [people, orders] = await Promise.all([
    readPeople(store, [viewer.personId, ...file.members.map(({ personId }) => personId)]),
    readStandingOrders(store, door.caseId),
  ]);
  const around = aroundIn(door, file, orders);
  const own = people.get(viewer.personId);
  const witnesses = heardIn(door).map((pseudonym) => witnessOf(file, pseudonym));
  const hostState = hostStateAt(door, file.case, witnesses);
  const turns: WhoseTurn = {
    members: file.members,
    witnesses,
    hostState,
    requestingState: file.case.requestingState,
    person: (personId) => people.get(personId),
  };
  const looks: Looks = {
    door,
    file,
    now,
    viewer: own === undefined ? undefined : { ...viewer, country: own.country },
    whose: { hostState, holders: holdersOf(witnesses), fromPaperBy: fromPaperBy(turns) },
    turns,
  };
  return {
    sessionId,
    caseId: door.caseId,
    kind,
    status: statusOf(door, at),
    start: parseInstant(door.start),
    end: parseInstant(door.end),
    opensAt: parseInstant(door.opensAt),
    gates: openPoints(door).map((point) => gateShown(point, looks)),
    leadTimes: leadTimes(door, file, hostState, now),
    ...(door.attendance === 'not-demanded' && door.gates.attendingOfficer === 'not-needed'
      ? { noOfficerNeeded: true as const }
      : {}),
    identities: identitiesShown(door, file, at),
    oneRoom: door.status === 'ended' ? shownTo(file, []) : shownTo(file, keptOutAround(door, around, now)),
  };
};

interface Looks {
  readonly door: Door;
  readonly file: CaseFile;
  readonly now: Instant;
  readonly viewer: (Staff & Opener) | undefined;
  readonly whose: WhoseCase & { readonly hostState: string };
  readonly turns: WhoseTurn;
}

function gateShown(
  { gate, state, turn }: ReturnType<typeof openPoints>[number],
  { door, file, now, viewer, whose, turns }: Looks,
): Answer['gates'][number] {
  const given = asideOn(door, gate);
  const waits = state === 'missing' && given === undefined;
  const due = dueBy(gate, door);
  const standings = standingsOf(door, file, gate);
  const mine = viewer !== undefined && mayOpen(gate, viewer, whose);
  const myTurn = waits && viewer !== undefined && isTurnOf(door, gate, viewer, whose);
  const power = viewer !== undefined && hasAsidePower(gate, viewer, whose, door);
  const lack =
    gate === 'attendingOfficer' && isOtherPerson(door)
      ? 'other-person'
      : lackAt(door, gate, state, file, now);
  const told = lack === 'nobody-on-call' && !mine && viewer?.role !== 'prosecutor' ? 'not-enough' : lack;
  const since = standings
    .map(({ recordedAt }) => recordedAt)
    .toSorted()
    .at(-1);
  const only = onlyOf(gate);
  const isBooked = door.status === 'booked';
  return {
    gate,
    state,
    ...(told === undefined ? {} : { lacks: told }),
    marks: state === 'open' ? marksOf(standings) : [],
    ...(since === undefined ? {} : { since }),
    turn,
    ...(only === undefined ? {} : { only }),
    who: (waits ? whoseTurn(door, gate, turns) : []).map(({ role, pseudonym, label }) => ({
      role,
      pseudonym,
      label,
    })),
    ...(waits ? { dueBy: due } : {}),
    late: waits && due <= now,
    mine,
    myTurn,
    ...(given === undefined
      ? {}
      : { aside: { by: given.by, pseudonym: given.pseudonym, at: given.at, reason: given.reason } }),
    maySetAside: power && waits && isBooked && !isWished(door, file.standings, gate),
    mayRestore: power && given !== undefined && isBooked,
  };
}

/** Whoever is identified on the day, or was, and those who do that. */
function identitiesShown(door: Door, { members }: CaseFile, now: Date): Answer['identities'] {
  if (door.status === 'ended' || door.gates.permission === 'not-needed') return [];
  const turn = identifier(door);
  const who = members
    .filter(({ pseudonym }) => door.seats.some((each) => each.seat === turn && each.pseudonym === pseudonym))
    .map(({ role, pseudonym, label }) => ({ role, pseudonym, label }));
  return identitiesIn(door, now).map((each) => ({
    ...each,
    turn,
    who: each.state === 'established' ? [] : who,
  }));
}

const followedBy = (gate: GateName) => standingGates.find((each) => each === gate);

function standingsOf(
  door: Door,
  { standings, witnesses: heard }: CaseFile,
  gate: GateName,
): readonly Standing[] {
  const followed = followedBy(gate);
  return followed === undefined
    ? []
    : askedFor(door, followed, { standings, heard }).flatMap(
        (pseudonym) => standingAs(standings, pseudonym, followed) ?? [],
      );
}

/** Of several who are heard, what the first lacks who lacks something. */
function lackAt(
  door: Door,
  gate: GateName,
  state: GateState,
  { standings, witnesses: heard }: CaseFile,
  now: Instant,
): Lack | undefined {
  if (state === 'open') return undefined;
  const followed = followedBy(gate);
  if (followed === undefined) return state === 'refused' ? 'decided-against' : 'not-done';
  return askedFor(door, followed, { standings, heard })
    .map((pseudonym) => standingFor(door, standingAs(standings, pseudonym, followed)))
    .map((standing) => lackOf(standing, door, stateFor(standing, door, now), now))
    .find((lack) => lack !== undefined && (state === 'refused') === (lack === 'decided-against'));
}

const marksOf = (standings: readonly Standing[]): (typeof doorMarks)[number][] => [
  ...(standings.some(({ terms }) => terms?.onPaper === true) ? (['on-paper'] as const) : []),
  ...(standings.some(({ onDraft }) => onDraft === true) ? (['on-draft'] as const) : []),
  ...(['no-picture', 'supporter'] as const).filter((wish) => wishesIn(standings).includes(wish)),
];

/** Where no State has anything to permit there is nobody to be asked in time. */
function leadTimes(door: Door, file: CaseFile, hostState: string, now: Instant): Answer['leadTimes'] {
  if (door.gates.permission === 'not-needed') return [];
  const today = now.slice(0, 10);
  const grants = standingsOf(door, file, 'permission').flatMap(({ noticeDays }) => noticeDays ?? []);
  const demanded = grants.length === 0 ? [] : [leadTimeOfGrant(Math.max(...grants), door.start)];
  return [...demanded, ...leadTimesOfLaw(hostState, today, door.start)].map(({ read, ...each }) => ({
    ...each,
    read: [...read],
    passed: each.by !== undefined && each.by < today,
  }));
}
