import * as z from 'zod';
import { role, type Role } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Change, Key } from '../shared/store/store.ts';
import { gateNames, type gateState, type openPoint } from './contract.ts';

/**
 * The published port of `sessions`: one item per session that says whether anybody may go in. Every gate is a field of
 * it, changed in the transaction of the capability that owns the gate; minting a pass checks its version in the pass's
 * own transaction. So a withdrawal and a pass can never cross.
 */

export type GateName = (typeof gateNames)[number];
export type GateState = z.infer<typeof gateState>;

const seat = z.strictObject({
  seat: role,
  /** Under this name, and no other, the seat appears in rooms, messages and logs. */
  pseudonym: z.string(),
  /** Staff who hold the seat by account; absent for those who come by invitation. */
  personId: z.string().optional(),
});
export type Seat = z.infer<typeof seat>;

const doorItem = z.object({
  sessionId: z.string(),
  caseId: z.string(),
  version: z.number().int(),
  /** `ended` and `cancelled` are final. */
  status: z.enum(['booked', 'ended', 'cancelled']),
  start: z.string(),
  end: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  gates: z.record(z.enum(gateNames), z.enum(['missing', 'open', 'refused'])),
  seats: z.array(seat),
});
export type Door = z.infer<typeof doorItem>;

/** Whose turn it is to open a gate. Source: the story; domain notes C1, C2, C5. */
const turns: Readonly<Record<GateName, Role>> = {
  permission: 'central-authority',
  attendingOfficer: 'central-authority',
  consent: 'support-officer',
  riskPlan: 'support-officer',
  interpreter: 'clerk',
};

export const doorKey = (sessionId: string): Key => ({
  table: 'sessions',
  pk: `session#${sessionId}`,
  sk: 'door',
});

/** @throws {Refusal} `not-found` where there is no such session */
export function parseDoor(item: unknown): Door {
  if (item === undefined) throw new Refusal('not-found');
  return doorItem.parse(item);
}

/** Each gate with its state and whose turn it is, in the order in which they are usually opened. */
export const openPoints = (door: Door): z.infer<typeof openPoint>[] =>
  gateNames.map((gate) => ({ gate, state: door.gates[gate], turn: turns[gate] }));

export const everyGateOpen = (door: Door): boolean => gateNames.every((gate) => door.gates[gate] === 'open');

/** @throws {Refusal} `room-ended` where the session is over or cancelled: nothing about it can change any more */
export function assertLive(door: Door): void {
  if (door.status !== 'booked') throw new Refusal('room-ended');
}

/** @throws {Refusal} `outside-window` before the rooms open and after they close */
export function assertInWindow(door: Door, now: Date): void {
  const at = now.toISOString();
  if (at < door.opensAt || at >= door.closesAt) throw new Refusal('outside-window');
}

/** @throws {Refusal} `gates-closed` naming the gates that are not open */
export function assertEveryGateOpen(door: Door): void {
  const closed = gateNames.filter((gate) => door.gates[gate] !== 'open');
  if (closed.length > 0) throw new Refusal('gates-closed', { gates: closed });
}

/** The change that moves one gate. Refused as `retry` when the door has moved since it was read. */
export const setGate = (door: Door, gate: GateName, state: GateState): Change =>
  moveDoor(door, { gates: { ...door.gates, [gate]: state } });

/** Any change of the door: one version further, only from the version that was read. */
export const moveDoor = (
  door: Door,
  set: Partial<Pick<Door, 'gates' | 'seats' | 'status' | 'start' | 'end' | 'opensAt' | 'closesAt'>>,
): Change => ({
  kind: 'update',
  key: doorKey(door.sessionId),
  set: { ...set, version: door.version + 1 },
  when: { version: door.version },
  onRefused: 'retry',
});

/** Holds the door as it was read, while something else happens in the same transaction. */
export const holdDoor = (door: Door): Change => ({
  kind: 'check',
  key: doorKey(door.sessionId),
  when: { version: door.version },
  onRefused: 'retry',
});
