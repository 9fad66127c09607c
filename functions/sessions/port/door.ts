import * as z from 'zod';
import { hostStateOf, type Case, type CaseWitness } from '../../cases/port/membership.ts';
import { role, type Role } from '../../shared/access/roles.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import type { Change, Key } from '../../shared/store/store.ts';
import { instant } from '../../shared/values/instants.ts';
import { interpretingMode } from '../../shared/values/interpreting.ts';
import { identityFound, roomState, type openPoint } from '../contract.ts';
import { sessionKind } from '../proposal/contract.ts';
import { kinds, type SessionKind } from './kinds.ts';
import {
  closedGates,
  everyOneOpen,
  kindsOf,
  readGates,
  type GateState,
  type GateStates,
} from './door-gates.ts';
import { gateNames, gates as everyGate, type GateName } from './gates.ts';
import { aside, asideOn, gatesAside } from './set-aside.ts';

/**
 * The published port of `sessions`: one item per session that says whether anybody may go in. Every gate is a field of
 * it, changed in the transaction of the capability that owns the gate; minting a pass checks its version in the pass's
 * own transaction. So a withdrawal and a pass can never cross.
 */

const seatItem = z.strictObject({
  seat: role,
  /** Under this name, and no other, the seat appears in rooms, messages and logs. */
  pseudonym: z.string(),
  /** Of several judges the one who presides. */
  presides: z.literal(true).optional(),
  /** Staff who hold the seat by account; absent for those who come by invitation. */
  personId: z.string().optional(),
});
export type Seat = z.infer<typeof seatItem>;

/** `pair`: somebody else is protected from them; `plan`: the same by a plan alone, which they are not told. */
const apart = z.strictObject({
  pseudonym: z.string(),
  why: z.enum(['pair', 'in-camera', 'plan']),
  /** They are heard and hear in a room of their own; absent for whoever has no way in at all. Older doors do not say. */
  screened: z.literal(true).optional(),
});
export type Apart = z.infer<typeof apart>;

const doorItem = z.object({
  sessionId: z.string(),
  caseId: z.string(),
  /** Older doors do not say. */
  kind: sessionKind.optional(),
  version: z.number().int(),
  /** `ended` is final. `held`: the time is kept for a while, and nothing else has begun. */
  status: z.enum(['held', 'booked', 'ended', 'cancelled']),
  /** Of a hold: when it ends by itself. */
  heldUntil: instant.optional(),
  start: z.string(),
  end: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  /** Of a session on several days: when the rooms admit on each. */
  windows: z.array(z.strictObject({ opensAt: instant, closesAt: instant })).optional(),
  /** When a session ended that was ended: what was left of its time is free. */
  endedAt: instant.optional(),
  gates: z.record(z.string(), z.string()),
  /** Whose turn it is at a gate that is missing, where what stands says so. */
  turns: z.record(z.string(), role).optional(),
  /** Gates that were set aside; whether that still holds, `asideOn` says. */
  aside: z.array(aside).optional(),
  /** Whether there is a room; one who is heard must sit somewhere. No gate. Older doors do not say. */
  rooms: roomState.default('not-needed'),
  /** The last day for which the permission was given; a session that is moved beyond it has none. */
  permittedUntil: z.string().optional(),
  /** The State from which experts are heard, where nobody else is. */
  expertsIn: z.string().optional(),
  /** Consent, risk plan and permission are those that stand for the case; on an older door its own, until something does. */
  follows: z.literal('standing').optional(),
  /** How is interpreted, where it was said: each who interprets is confirmed for that. */
  mode: interpretingMode.optional(),
  /** Minutes for which those who interpret can work together without a rest. Older doors do not say. */
  interpretsFor: z.int().optional(),
  /** Who interprets, once all of them are confirmed: by it the gate follows whether a woman is wished for. */
  interpretedBy: z.enum(['women', 'others']).optional(),
  /** Who has a seat and no way into the one room (one-room.ts). Older doors do not say. */
  apart: z.array(apart).optional(),
  /** Seats that the plans of those who are heard let halt it, beside those that always may. */
  mayHalt: z.array(role).optional(),
  /** Those who are heard by order of the court, and not by their consent. */
  byOrder: z.array(z.string()).optional(),
  /** What was found of who they are, by pseudonym of whoever is heard (identity.ts). */
  identity: z.record(z.string(), z.strictObject({ found: identityFound, opensAt: instant })).optional(),
  /** Of whom the host State demands that it is established who they are. */
  toIdentify: z.array(z.string()).optional(),
  /** Whether the host State lets go of its attending officer; absent while its permission does not say so. */
  attendance: z.literal('not-demanded').optional(),
  seats: z.array(seatItem),
});
export type Door = Omit<z.infer<typeof doorItem>, 'gates'> & { readonly gates: GateStates };

export const doorKey = (sessionId: string): Key => ({
  table: 'sessions',
  pk: `session#${sessionId}`,
  sk: 'door',
});

/** @throws {Refusal} `not-found` where there is no such session */
export function parseDoor(item: unknown): Door {
  if (item === undefined) throw new Refusal('not-found');
  const stored = doorItem.parse(item);
  return { ...stored, gates: readGates(stored) };
}

/** Whether the session is shown to those alone who have a seat; where its kind is not sure, it is. */
export function isConfidential(door: Door): boolean {
  const possible = kindsOf(door);
  return possible.length === 0 || possible.some((kind) => kinds[kind].confidential);
}

/** Whether sessions of its kind have such a seat; where its kind is not sure, they do not. */
export function canHaveSeat(door: Door, seat: Role): boolean {
  const possible = kindsOf(door);
  return (
    possible.length > 0 && possible.every((kind) => [...kinds[kind].needs, ...kinds[kind].may].includes(seat))
  );
}

/** Whether a court summons to the session; where its kind is not sure, none does. */
export function isSummonedTo(door: Pick<Door, 'kind' | 'gates'>): boolean {
  const possible = kindsOf(door);
  return possible.length > 0 && possible.every((kind) => kinds[kind].summons);
}

/**
 * Whether whoever has this seat runs the session in its room, of several judges the one who presides; where its kind is not sure, a
 * clerk alone does.
 */
export function isRunBy(door: Door, { seat, presides }: Pick<Seat, 'seat' | 'presides'>): boolean {
  const possible = kindsOf(door);
  const runs = (kind: SessionKind) => kinds[kind].runBy.some((runner) => runner === seat);
  if (seat === 'judge' && presides !== true) return false;
  if (seat === 'clerk') return possible.length === 0 || possible.some(runs);
  return possible.length > 0 && possible.every(runs);
}

/** Each gate that is needed, with its state and whose turn it is, in the order in which they are usually opened. */
export const openPoints = (door: Door): z.infer<typeof openPoint>[] =>
  gateNames.flatMap((gate) => {
    const state = door.gates[gate];
    if (state === 'not-needed') return [];
    const isAside = asideOn(door, gate) !== undefined;
    return [{ gate, state, turn: turnAt(door, gate), ...(isAside ? { aside: true as const } : {}) }];
  });

/** Whose turn it is at a gate. */
export const turnAt = ({ turns }: Pick<Door, 'turns'>, gate: GateName): Role =>
  turns?.[gate] ?? everyGate[gate].turn;

/** The gates that keep the door closed: neither open nor set aside. */
export const closedIn = (door: Door): readonly GateName[] => closedGates(door.gates, gatesAside(door));

export const everyGateOpen = (door: Door): boolean => everyOneOpen(door.gates, gatesAside(door));

/**
 * @throws {Refusal} `hold-not-confirmed` where the time is only held; `room-ended` where the session is over or
 * cancelled: nothing about it can change any more
 */
export function assertLive(door: Door): void {
  if (door.status === 'held') throw new Refusal('hold-not-confirmed');
  if (door.status !== 'booked') throw new Refusal('room-ended');
}

/** Whether the rooms admit people at this moment. */
export function isInWindow({ opensAt, closesAt, windows }: Door, now: Date): boolean {
  const at = now.toISOString();
  return (windows ?? [{ opensAt, closesAt }]).some((day) => day.opensAt <= at && at < day.closesAt);
}

/** @throws {Refusal} `outside-window` before the rooms open and after they close */
export function assertInWindow(door: Door, now: Date): void {
  if (!isInWindow(door, now)) throw new Refusal('outside-window');
}

/** @throws {Refusal} `gates-closed` naming the gates that are not open */
export function assertEveryGateOpen(door: Door): void {
  if (!everyGateOpen(door)) throw new Refusal('gates-closed', { gates: closedIn(door) });
}

/**
 * The change that moves one gate, and whatever else moves with it; a gate that is not needed stays so. That it was set aside
 * before was about what is decided anew here. Refused as `retry` when the door has moved since it was read.
 */
export const setGate = (door: Door, gate: GateName, state: GateState, move: DoorMove = {}): Change =>
  moveDoor(door, {
    ...(door.aside === undefined ? {} : { aside: door.aside.filter((each) => each.gate !== gate) }),
    ...move,
    ...(door.gates[gate] === 'not-needed' ? {} : { gates: { ...door.gates, [gate]: state } }),
  });

/**
 * The seat that is meant: the one of that role, or where several have it the one of that pseudonym.
 * @returns undefined where nobody has it, or somebody else by now
 * @param pointer where the pseudonym stands in what was sent
 * @throws {Refusal} `does-not-fit` where several have it and none is named
 */
export function seatNamed(
  { seats }: Pick<Door, 'seats'>,
  { seat: wanted, pseudonym }: { readonly seat: Role; readonly pseudonym?: string | undefined },
  pointer = '/pseudonym',
): Seat | undefined {
  const [first, ...more] = seats.filter((taken) => taken.seat === wanted);
  if (pseudonym === undefined && more.length > 0)
    throw doesNotFit(pointer, 'Several have this seat: name one of them.');
  return [first, ...more].find((taken) => pseudonym === undefined || taken?.pseudonym === pseudonym);
}

/** Pseudonyms of those who are heard. */
export const heardIn = ({ seats }: Pick<Door, 'seats'>): readonly string[] =>
  seats.flatMap((each) => (each.seat === 'witness' ? [each.pseudonym] : []));

/** The State that decides whether somebody may be heard in the session. */
export const hostStateAt = (
  { expertsIn }: Pick<Door, 'expertsIn'>,
  opened: Pick<Case, 'hostState'>,
  witnesses: readonly Pick<CaseWitness, 'hostState'>[],
): string => (witnesses.length === 0 ? expertsIn : undefined) ?? hostStateOf(opened, witnesses);

/** Pseudonyms of those whom a State must permit to be heard from its territory: an expert too. */
export const permittedIn = ({ seats }: Pick<Door, 'seats'>): readonly string[] =>
  seats.flatMap((each) => (each.seat === 'witness' || each.seat === 'expert' ? [each.pseudonym] : []));

/** What of a door can change. */
export type DoorMove = Partial<Omit<Door, 'sessionId' | 'caseId' | 'version'>>;

/** Any change of the door: one version further, only from the version that was read. */
export const moveDoor = (door: Door, set: DoorMove): Change => ({
  kind: 'update',
  key: doorKey(door.sessionId),
  set: { ...set, version: door.version + 1 },
  when: { version: door.version },
  onRefused: 'retry',
});

/** Holds the door as it was read, while something else happens in the same transaction. */
export const checkDoor = (door: Door): Change => ({
  kind: 'check',
  key: doorKey(door.sessionId),
  when: { version: door.version },
  onRefused: 'retry',
});
