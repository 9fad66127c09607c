import {
  standingAs,
  standingGates,
  standingKeys,
  standingsIn,
  stateFor,
  wishesWoman,
  type Standing,
  type StandingGate,
} from '../../cases/port/standing.ts';
import {
  conflictedIn,
  conflictsKey,
  parseConflicts,
  type Conflicts,
} from '../../cases/port/must-not-interpret.ts';
import {
  memberKey,
  memberNow,
  witnessIn,
  witnessKeys,
  type CaseFile,
  type CaseWitness,
} from '../../cases/port/membership.ts';
import { partiesIn, partyKeys } from '../../cases/port/parties.ts';
import { readStandingOrders, type StandingOrder } from '../../orders/port/standing-orders.ts';
import { demandsIdentity, needsNoOfficer, screens, type Terms } from '../../requests/port/terms.ts';
import { isCounsel, type Role } from '../../shared/access/roles.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Instant } from '../../shared/values/instants.ts';
import { capacitiesIn, type Described } from './capacities.ts';
import type { GateState } from './door-gates.ts';
import { heardIn, isSummonedTo, permittedIn, type Door, type DoorMove } from './door.ts';
import type { Companion } from './may-meet.ts';
import type { KeptOut } from './may-meet.ts';
import { apartIn, hasRoomApart, keptOutIn } from './one-room.ts';
import { gateNames, gates as everyGate, isByCapacity } from './gates.ts';
import { hasGate } from './kinds.ts';
import { officerGate } from './identity.ts';
import { asideOf, asideStanding } from './set-aside.ts';

/** The published port of `sessions` on how a door follows what stands for those who are heard in it. */

type Followed = Pick<
  Door,
  'gates' | 'permittedUntil' | 'turns' | 'aside' | 'byOrder' | 'mayHalt' | 'toIdentify' | 'attendance'
>;

/**
 * What of somebody's standing counts for a session. That a judge ordered them to testify opens the hearings of a court and
 * nothing else: for an interview or a rehearsal they have said nothing, or what they said before.
 */
export function standingFor(door: Door, standing: Standing | undefined): Standing | undefined {
  if (standing?.byOrder !== true || isSummonedTo(door)) return standing;
  return standing.refused === true ? { ...standing, state: 'refused' } : undefined;
}

/** What stands for a case, and what it says of those who are heard, as far as doors follow it. */
export interface Stands {
  readonly standings: readonly Standing[];
  readonly conflicts: Conflicts;
  /** As what they are heard; of somebody of whom nothing is here the most is waited for. */
  readonly heard: readonly Described[];
}

/**
 * The gates of a door by what stands for the case at a moment: open where everybody's is, refused as soon as one is; none where
 * nobody is asked, by as what they are heard on the days of the session. An older door keeps its own as long as nothing of the
 * kind was ever recorded for the case.
 */
export function followingOf(door: Door, said: Stands, now: Instant): Followed {
  const { standings, conflicts } = said;
  const gates = { ...door.gates };
  for (const gate of standingGates) {
    const whose = askedFor(door, gate, said);
    if (goesByCapacity(door, gate)) gates[gate] = whose.length === 0 ? 'not-needed' : 'missing';
    if (gates[gate] === 'not-needed') continue;
    const states = whose.flatMap((pseudonym): GateState[] => {
      const standing = standingFor(door, standingAs(standings, pseudonym, gate));
      return standing === undefined && door.follows === undefined ? [] : [stateFor(standing, door, now)];
    });
    if (states.length > 0) gates[gate] = worstOf(states);
  }
  const attended = attendanceIn({ ...door, gates }, standings);
  const attendingOfficer = officerGate({ ...door, ...attended, gates });
  const followed = { ...gates, attendingOfficer, ...byWish(door, standings), ...byConflict(door, conflicts) };
  return {
    ...attended,
    gates: followed,
    permittedUntil: lastPermitted(door, standings),
    turns: turnsOf({ ...door, gates: followed }, said, now),
    aside: asideStill(door, standings),
    byOrder: heardByOrder(door, standings),
    mayHalt: haltersIn(standings),
  };
}

/** What the host State demands of its own officer: to be there, and to establish who is heard; of several, what any permission does. */
function attendanceIn(door: Door, standings: readonly Standing[]): Pick<Door, 'toIdentify' | 'attendance'> {
  const terms = termsIn(door, standings);
  const toIdentify = permittedIn(door).filter((pseudonym) => {
    const own = standingAs(standings, pseudonym, 'permission')?.terms;
    return door.gates.permission !== 'not-needed' && own !== undefined && demandsIdentity(own);
  });
  const letsGo = terms.length === permittedIn(door).length && needsNoOfficer(terms);
  return {
    toIdentify: toIdentify.length === 0 ? undefined : toIdentify,
    attendance: letsGo ? 'not-demanded' : undefined,
  };
}

/** Whom a plan lets halt, of whomever it is; undefined where none names anybody. */
function haltersIn(standings: readonly Standing[]): Role[] | undefined {
  const named = standings.flatMap(({ gate, mayHalt }) => (gate === 'riskPlan' ? (mayHalt ?? []) : []));
  return named.length === 0 ? undefined : [...new Set(named)].toSorted();
}

/** Those who are heard by order of the court; undefined where nobody is. */
function heardByOrder(door: Door, standings: readonly Standing[]): string[] | undefined {
  const ordered = heardIn(door).filter((pseudonym) => {
    const consent = standingFor(door, standingAs(standings, pseudonym, 'consent'));
    return consent?.byOrder === true && consent.state === 'open';
  });
  return ordered.length === 0 ? undefined : ordered;
}

/** Those for whom a gate is asked. */
const whoseIn = (door: Pick<Door, 'seats'>, gate: StandingGate): readonly string[] =>
  gate === 'permission' ? permittedIn(door) : heardIn(door);

/** Whether a door has this gate or not by as what somebody is heard in it; an older one keeps the gates that it began with. */
const goesByCapacity = (door: Door, gate: StandingGate): boolean =>
  door.follows !== undefined &&
  door.kind !== undefined &&
  hasGate(door.kind, gate) &&
  isByCapacity(gate) &&
  heardIn(door).length > 0;

/**
 * Those of whom a gate asks something, as what they are heard; and whoever has given an answer: another word on them takes away
 * what is asked, and never what was said.
 */
export const askedFor = (
  door: Door,
  gate: StandingGate,
  { standings, heard }: Pick<Stands, 'standings' | 'heard'>,
): readonly string[] =>
  whoseIn(door, gate).filter((pseudonym) => {
    if (!goesByCapacity(door, gate) || standingAs(standings, pseudonym, gate) !== undefined) return true;
    const described = heard.find((each) => each.pseudonym === pseudonym);
    return capacitiesIn(door, described).some((capacity) => everyGate[gate].capacities[capacity]);
  });

/** Whose turn it is where something is missing of somebody, as what stands says it. */
function turnsOf(door: Door, { standings, ...said }: Stands, now: Instant): Door['turns'] {
  const turns = standingGates.flatMap((gate) => {
    if (door.gates[gate] !== 'missing') return [];
    const lacking = askedFor(door, gate, { standings, ...said })
      .map((pseudonym) => standingFor(door, standingAs(standings, pseudonym, gate)))
      .find((standing) => stateFor(standing, door, now) === 'missing');
    return lacking?.turn === undefined ? [] : [[gate, lacking.turn] as const];
  });
  return turns.length === 0 ? undefined : Object.fromEntries(turns);
}

/**
 * What stood when a gate that follows it is set aside: the versions of each person's. The gate of interpreters goes by what
 * was consented to: a wish for a woman that is said later is not what was set aside.
 * @returns undefined for a gate that follows nothing
 */
export function standingAside(
  door: Pick<Door, 'seats'>,
  standings: readonly Standing[],
  gate: string,
): string | undefined {
  const followed = followingGates.find((each) => each === gate);
  if (followed === undefined) return undefined;
  const behind = standingBehind(followed);
  return asideStanding(standings, behind, whoseIn(door, behind));
}

/**
 * A gate was set aside for a time and people, and one that follows what stands for the versions that stood: for no later word, and
 * not again once the same time or people come back.
 */
const asideStill = (door: Door, standings: readonly Standing[]): Door['aside'] =>
  door.aside?.filter(
    ({ gate, of, standing }) =>
      standing === standingAside(door, standings, gate) &&
      gateNames.some((name) => name === gate && of === asideOf(door, name)),
  );

/** Whether what is missing is what somebody who is heard wished for: that is theirs, and set aside by nobody. */
export const isWished = (door: Pick<Door, 'seats'>, standings: readonly Standing[], gate: string): boolean =>
  gate === 'interpreter' && wishesWoman(standings, heardIn(door));

/** Whoever must not interpret in the case closes every door behind which they sit, whatever was decided there. */
const byConflict = (
  { gates, seats }: Pick<Door, 'gates' | 'seats'>,
  conflicts: Conflicts,
): Partial<Door['gates']> =>
  gates.interpreter === 'not-needed' || conflictedIn(conflicts, seats).length === 0
    ? {}
    : { interpreter: 'refused' };

/** Those who interpret, or how, are others than before: all are confirmed anew. */
export const interpretersAnew = (
  door: Pick<Door, 'gates' | 'seats'>,
  conflicts: Conflicts,
): DoorMove & Pick<Door, 'gates'> => ({
  gates: {
    ...door.gates,
    ...(door.gates.interpreter === 'not-needed' ? {} : { interpreter: 'missing' }),
    ...byConflict(door, conflicts),
  },
  interpretedBy: undefined,
});

/**
 * Once everybody who interprets is confirmed, the gate closes while somebody wishes for a woman, and opens again when it is waived;
 * and while one of them may not be in the room: that another is to be found, those are told who find one, and not why.
 */
function byWish(door: Door, standings: readonly Standing[]): Partial<Door['gates']> {
  const { gates, interpretedBy, seats, apart = [] } = door;
  if (interpretedBy === undefined || gates.interpreter === 'not-needed') return {};
  const isOut = apart.some(({ pseudonym }) =>
    seats.some((each) => each.seat === 'interpreter' && each.pseudonym === pseudonym),
  );
  const closes = isOut || (interpretedBy === 'others' && wishesWoman(standings, heardIn(door)));
  return { interpreter: closes ? 'missing' : 'open' };
}

/** What of a door follows. */
export const followingGates = [...standingGates, 'interpreter'] as const;

/** The gates that move by what stands: of the host State's officer, whether one has to come. */
export const movingGates = [...followingGates, 'attendingOfficer'] as const;

/** By which standing a gate moves. */
export function standingBehind(gate: (typeof movingGates)[number]): StandingGate {
  if (gate === 'interpreter') return 'consent';
  return gate === 'attendingOfficer' ? 'permission' : gate;
}

const worstOf = (states: readonly GateState[]): GateState => {
  if (states.includes('refused')) return 'refused';
  return states.includes('missing') ? 'missing' : 'open';
};

/** The last day that every grant names; undefined where one is none, or names no day. */
function lastPermitted(door: Door, standings: readonly Standing[]): string | undefined {
  const grants = permittedIn(door).map((pseudonym) => standingAs(standings, pseudonym, 'permission'));
  if (grants.every((each) => each === undefined) && door.follows === undefined) return door.permittedUntil;
  const days = grants.map((grant) => (grant?.state === 'open' ? grant.days?.to : undefined));
  return days.some((each) => each === undefined)
    ? undefined
    : days.flatMap((each) => each ?? []).toSorted()[0];
}

/** The gates that a change of standing moves, with how they stand then. */
export const movedGates = ({ gates: before }: Pick<Door, 'gates'>, { gates: after }: Followed) =>
  movingGates.flatMap((gate) => {
    const state = after[gate];
    return before[gate] === state ? [] : [{ gate, state }];
  });

/** What stands for those who are heard in a session. One round of reads. */
export async function readStandings(
  store: Store,
  door: Pick<Door, 'caseId' | 'seats'>,
): Promise<readonly Standing[]> {
  const heard = permittedIn(door);
  return standingsIn(await readByKey(store, standingKeys(door.caseId, heard)), door.caseId, heard);
}

/** What stands around a session: for those who are heard in it, and by order of the court. */
export interface StandsAround extends Stands {
  readonly orders: readonly StandingOrder[];
  readonly companions: readonly Companion[];
}

/** The same from the whole file of a case. */
export const aroundIn = (
  door: Pick<Door, 'seats'>,
  { standings, conflicts, witnesses, parties, members }: CaseFile,
  orders: readonly StandingOrder[],
): StandsAround => ({
  standings: standings.filter(({ pseudonym }) => permittedIn(door).includes(pseudonym)),
  conflicts,
  heard: witnesses,
  orders,
  companions: [...parties, ...members],
});

const supporters = ({ seats }: Pick<Door, 'seats'>) =>
  seats
    .filter(({ seat }) => seat === 'support-person')
    .map(({ seat, pseudonym }) => ({ seat, party: pseudonym }));

const counselKeys = ({ caseId, seats }: Pick<Door, 'caseId' | 'seats'>) =>
  seats.flatMap(({ seat, personId }) =>
    isCounsel(seat) && personId !== undefined ? [memberKey(caseId, personId)] : [],
  );

/** The same as it was read: whoever holds it so needs the items. */
export interface StandsAsRead extends StandsAround {
  readonly heard: readonly CaseWitness[];
  readonly found: Found;
}

/** One round of reads. */
export async function readStandsAround(
  store: Store,
  door: Pick<Door, 'caseId' | 'seats'>,
): Promise<StandsAsRead> {
  const { caseId } = door;
  const [permitted, heard, beside] = [permittedIn(door), heardIn(door), supporters(door)];
  const [found, orders] = await Promise.all([
    readByKey(store, [
      conflictsKey(caseId),
      ...standingKeys(caseId, permitted),
      ...witnessKeys(caseId, heard),
      ...partyKeys(caseId, beside),
      ...counselKeys(door),
    ]),
    readStandingOrders(store, caseId),
  ]);
  return {
    standings: standingsIn(found, caseId, permitted),
    conflicts: parseConflicts(found(conflictsKey(caseId))),
    heard: heard.flatMap((pseudonym) => witnessIn(found, caseId, pseudonym) ?? []),
    orders,
    companions: [
      ...partiesIn(found, caseId, beside),
      ...counselKeys(door).flatMap((key) => memberNow(found(key)) ?? []),
    ],
    found,
  };
}

/** All of a door that follows what stands around it. */
export function followingAround(
  door: Door,
  around: StandsAround,
  now: Instant,
): Followed & Required<Pick<Door, 'apart'>> {
  const apart = [...apartIn(door, withTerms(door, around), now)];
  return { ...followingOf({ ...door, apart }, around, now), apart };
}

/** Whoever is kept out of the others' room by what stands around a session, and why; and before a court who follows from their own. */
export function keptOutAround(door: Door, around: StandsAround, now: Instant): readonly KeptOut[] {
  const out = keptOutIn(door, withTerms(door, around), now);
  return out.map((each) =>
    isSummonedTo(door) && hasRoomApart(out, each.pseudonym) ? { ...each, ownRoom: true } : each,
  );
}

function withTerms(door: Door, around: StandsAround) {
  const terms = termsIn(door, around.standings);
  const permittedInCamera = terms.some(({ conditions }) => conditions.includes('in-camera'));
  return { ...around, permittedInCamera, permittedScreened: screens(terms) };
}

/** What the host State demands, for each who is heard; where no permission is needed, as in a visit, nothing. */
export const termsIn = ({ gates }: Pick<Door, 'gates'>, standings: readonly Standing[]): readonly Terms[] =>
  gates.permission === 'not-needed'
    ? []
    : standings.flatMap(({ gate, terms }) => (gate === 'permission' && terms !== undefined ? [terms] : []));
