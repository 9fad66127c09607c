import { minutesBetween } from '../shared/values/instants.ts';
import type { InterpretingMode } from '../shared/values/interpreting.ts';
import type { InterpreterProfile } from '../directory/port/working-time.ts';
import type { Obstacle } from './port/overrides.ts';
import { spansOf, type SessionTime } from '../sessions/port/session-time.ts';
import type { Resource } from './port/findings.ts';

type Duty = InterpreterProfile['duty'];

/**
 * Minutes for which these interpreters can work without others: as many times as there are of them, what the one who may
 * work shortest may work alone. Simple on purpose: the tables of the profession and of courts differ on teams, so what
 * counts is what each one's authority has set. Source: practice figures in the domain notes.
 */
export const longestOf = (team: readonly Duty[], mode: InterpretingMode = 'consecutive'): number =>
  team.length *
  Math.min(...team.map((duty) => (mode === 'simultaneous' ? duty.aloneSimultaneous : duty.aloneConsecutive)));

/**
 * That the interpreters of a session have no rest for longer than they can work; told of the first of them.
 * @param resources whoever's time is to be taken, of whatever seat
 * @param others who is booked already and stays; interpreters among them share the work
 */
export function aloneTooLong(
  resources: readonly Resource[],
  others: readonly Resource[],
  { time, mode }: { readonly time: SessionTime; readonly mode?: InterpretingMode | undefined },
): readonly Obstacle[] {
  const [first] = resources.filter(({ duty }) => duty !== undefined);
  if (first === undefined) return [];
  const team = [...resources, ...others].flatMap(({ duty }) => duty ?? []);
  const most = longestOf(team, mode);
  const tooLong = spansOf(time, 'interpreter').some(({ start, end }) => minutesBetween(start, end) > most);
  return tooLong ? [{ name: 'alone-too-long', sessions: [], resource: first }] : [];
}
