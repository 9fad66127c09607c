import { sealAll } from '../custody/port/disclosure.ts';
import type { Door } from '../sessions/port/door.ts';
import { assertLanguagesAllowed } from '../requests/port/terms.ts';
import { readStandings, termsIn } from '../sessions/port/standing.ts';
import type { GateState } from '../sessions/port/door-gates.ts';
import { gateDecision } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { interpreterConfirmed, interpreterDeclined } from './actions.ts';
import { checkLanguages, gateOf, gateOfTeam, type Assignment } from './assignment.ts';
import type * as contract from './contract.ts';
import { interpreterGate, lastOfEach, readBooked, type Confirmation } from './store.ts';

/** Confirms a booked interpreter. The languages would tell where she comes from, so they are sealed. */
export const confirmInterpreter: Handler<typeof contract.confirmInterpreter> = (call) => {
  const { pseudonym, ...given } = call.body;
  const { store, randomBytes } = call.context;
  return gateDecision(call, interpreterGate(pseudonym), async ({ door, self, booked, before }) => {
    if (booked === undefined) throw new Refusal('person-not-suitable', { seat: 'interpreter' });
    checkLanguages(given, await readBooked(store, booked));
    assertLanguagesAllowed(termsIn(door, await readStandings(store, door)), given.between);
    const gate = teamGate(door, before, booked.pseudonym, given);
    const { digests, disclosures } = sealAll({ between: given.between.join(' ') }, randomBytes);
    const { mode, conflict, undertaking } = given;
    const action = gateOf(given) === 'open' ? interpreterConfirmed : interpreterDeclined;
    return {
      state: gate,
      step: { assignment: given, pseudonym: booked.pseudonym, disclosures },
      entry: (by) =>
        action.entry({
          ...by,
          authority: { kind: 'role', ref: self.role },
          subject: { kind: 'interpreter', ref: booked.pseudonym },
          details: { gate, mode, conflict, undertaking },
          sealed: digests,
        }),
      answer: { gate },
    };
  });
};

/** The gate once this is confirmed of one of them. */
function teamGate(
  { seats }: Door,
  before: readonly Confirmation[],
  pseudonym: string,
  given: Assignment,
): GateState {
  const team = seats.flatMap((taken) => (taken.seat === 'interpreter' ? [taken.pseudonym] : []));
  const confirmed = [...lastOfEach(before)].map(([who, { assignment }]) => [who, assignment] as const);
  return gateOfTeam(team, new Map([...confirmed, [pseudonym, given]]));
}
