import type { Member } from '../cases/port/membership.ts';
import { checkConflicts } from '../cases/port/must-not-interpret.ts';
import { wishesWoman, type Standing } from '../cases/port/standing.ts';
import type { DeclaredEntry, EntryBy } from '../custody/port/action.ts';
import type { GateState } from '../sessions/port/door-gates.ts';
import { heardIn, type Door } from '../sessions/port/door.ts';
import { gateDecision } from '../sessions/port/gate-decision.ts';
import { readStandings } from '../sessions/port/standing.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Change } from '../shared/store/store.ts';
import { briefingFor, hashOfBriefing } from './briefing.ts';
import type { Lack } from './contract.ts';
import { interpreterGate, readTeam, type OfTeam, type SaidStep, type WithInterpreter } from './store.ts';
import { standsOf, teamStands, type OfOne } from './team.ts';

/** How anything is entered of an interpreter: what is said of one moves the gate of the whole team, in one transaction. */

type TeamCall = Pick<Call, 'now' | 'context' | 'commit'> & {
  readonly actor: Staff;
  readonly params: { readonly sessionId: string };
};

/** Whom it is about, and what it is decided from. */
export interface Read extends WithInterpreter {
  readonly booked: Member;
  readonly one: OfTeam;
  readonly before: readonly SaidStep[];
  readonly standings: readonly Standing[];
}

export interface Entering {
  readonly said: Pick<
    SaidStep,
    'assignment' | 'oath' | 'briefed' | 'notUnderstood' | 'noShow' | 'onPaper' | 'disclosures'
  >;
  /** What was declared with it. */
  readonly declared?: OfOne['declared'];
  readonly changes?: readonly Change[];
  readonly entry: (by: About, gate: GateState) => DeclaredEntry;
}

type About = Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'> & {
  readonly authority: { readonly kind: 'role'; readonly ref: string };
  readonly subject: { readonly kind: 'interpreter'; readonly ref: string };
};

/**
 * @param pseudonym whom of several
 * @throws {Refusal} those of `gateDecision`; `person-not-suitable` where nobody has the seat; whatever `decide` refuses
 */
export const teamDecision = (
  call: TeamCall,
  pseudonym: string | undefined,
  decide: (read: Read) => Promise<Entering> | Entering,
) =>
  gateDecision(call, interpreterGate(pseudonym), async (entered) => {
    const { booked, door, before, self, file } = entered;
    const { store } = call.context;
    if (booked === undefined) throw new Refusal('person-not-suitable', { seat: 'interpreter' });
    const [team, standings] = await Promise.all([
      readTeam(store, entered, before),
      readStandings(store, door),
    ]);
    const one = team.find((each) => each.pseudonym === booked.pseudonym);
    if (one === undefined) throw new Refusal('person-not-suitable', { seat: 'interpreter' });
    const {
      said,
      declared,
      changes = [],
      entry,
    } = await decide({
      ...entered,
      booked,
      one,
      standings,
    });
    const step = { ...said, pseudonym: booked.pseudonym };
    const recorded = { ...step, recordedAt: call.now.toISOString() };
    const whose = { pseudonym: booked.pseudonym, declared: declared ?? one.declared, woman: one.woman };
    const after = team.map((each) => (each === one ? standsOf([...before, recorded], whose) : each));
    const { gate, interpretedBy, lacks } = stands(door, after, standings);
    return {
      state: gate,
      move: { interpretedBy },
      step,
      // Whoever of the team must not interpret is held as it was read, or is what this writes.
      changes: [
        ...changes,
        ...(declared === 'declared' ? [] : [checkConflicts(door.caseId, file.conflicts)]),
      ],
      entry: (by) =>
        entry(
          {
            ...by,
            authority: { kind: 'role', ref: self.role },
            subject: { kind: 'interpreter', ref: booked.pseudonym },
          },
          gate,
        ),
      answer: self.role === 'interpreter' ? {} : { gate, lacks: [...lacks] as Lack[] },
    };
  });

/** How a team stands in a session. */
export const stands = (door: Door, team: readonly OfOne[], standings: readonly Standing[]) =>
  teamStands(
    team,
    ({ confirmed }) => (confirmed === undefined ? undefined : hashOfBriefing(briefingFor(door, confirmed))),
    wishesWoman(standings, heardIn(door)),
    door.mode,
  );
