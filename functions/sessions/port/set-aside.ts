import * as z from 'zod';
import type { StandingGate } from '../../cases/port/standing.ts';
import { role, type Role } from '../../shared/access/roles.ts';
import { instant } from '../../shared/values/instants.ts';
import { asideReason } from '../contract.ts';
import type { GateStates } from './door-gates.ts';
import { asidePowers, gateNames, seatOfGate, type GateName } from './gates.ts';
import type { Opener } from './may-open-gate.ts';

/**
 * A gate that is missing can be set aside by a power that the gates' table names, for a reason. It holds for exactly what was
 * looked at: another time, other people in the seat that it is about, or anything that is decided about the gate afterwards,
 * and it holds no more. What was decided against is never set aside. Why it is so: infra/decisions/gates-set-aside.md.
 */

/** As it lies on the door. */
export const aside = z.strictObject({
  gate: z.string(),
  by: role,
  pseudonym: z.string(),
  at: instant,
  reason: asideReason,
  /** For which time, and which people. */
  of: z.string(),
  /** Versions of what stood for those who are heard, where the gate follows that. */
  standing: z.string().optional(),
  /** Leaf hash of the entry in the case's log. */
  caseEntry: z.string(),
});
export type Aside = z.infer<typeof aside>;

interface AsideDoor {
  readonly start: string;
  readonly end: string;
  readonly windows?: readonly { readonly opensAt: string; readonly closesAt: string }[] | undefined;
  readonly seats: readonly {
    readonly seat: Role;
    readonly pseudonym: string;
    readonly personId?: string | undefined;
    readonly presides?: true | undefined;
  }[];
  readonly gates: GateStates;
  readonly aside?: readonly Aside[] | undefined;
}

/** For which time and which people a gate is set aside, as a text that is another as soon as one of them is. */
export function asideOf({ start, end, windows = [], seats }: AsideDoor, gate: GateName): string {
  const about = seatOfGate(gate);
  const people = seats.flatMap(({ seat, pseudonym }) => (seat === about ? [pseudonym] : [])).toSorted();
  return JSON.stringify([start, end, windows.map(({ opensAt, closesAt }) => [opensAt, closesAt]), people]);
}

/** The same of what stands: which version of each person's, 0 where nothing was recorded. */
export const asideStanding = (
  standings: readonly { readonly pseudonym: string; readonly gate: StandingGate; readonly version: number }[],
  gate: StandingGate,
  heard: readonly string[],
): string =>
  JSON.stringify(
    heard.map((pseudonym) => [
      pseudonym,
      standings.find((each) => each.gate === gate && each.pseudonym === pseudonym)?.version ?? 0,
    ]),
  );

/** How a gate that is missing is set aside; undefined where it is not, or what it was set aside for is not what is. */
export function asideOn(door: AsideDoor, gate: GateName): Aside | undefined {
  const given = door.aside?.find((each) => each.gate === gate);
  return given !== undefined && door.gates[gate] === 'missing' && given.of === asideOf(door, gate)
    ? given
    : undefined;
}

/** The gates that are set aside. */
export const gatesAside = (door: AsideDoor): readonly GateName[] =>
  gateNames.filter((gate) => asideOn(door, gate) !== undefined);

/** Whether somebody has the power, whatever the state of the gate. */
export const hasAsidePower = (
  gate: GateName,
  { personId, role: own, country }: Opener,
  { hostState }: { readonly hostState?: string },
  { seats }: Pick<AsideDoor, 'seats'>,
): boolean =>
  asidePowers(gate).some(({ by, only }) => {
    if (by !== own) return false;
    return only === 'host-state'
      ? hostState !== undefined && country === hostState
      : seats.some((each) => each.seat === by && each.presides === true && each.personId === personId);
  });
