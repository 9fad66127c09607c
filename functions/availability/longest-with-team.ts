import type { InterpretingMode } from '../shared/values/interpreting.ts';
import type { Duty } from '../directory/port/duty.ts';

/**
 * Minutes for which these interpreters can work without others: as many times as there are of them, what the one who may
 * work shortest may work alone. Simple on purpose: the tables of the profession and of courts differ on teams, so what
 * counts is what each one's authority has set. Source: practice figures in the domain notes.
 */
export const longestOf = (team: readonly Duty[], mode: InterpretingMode = 'consecutive'): number =>
  team.length *
  Math.min(...team.map((duty) => (mode === 'simultaneous' ? duty.aloneSimultaneous : duty.aloneConsecutive)));
