import { subjectPartition } from '../sessions/port/gate-decision.ts';
import { readStandings } from '../sessions/port/standing.ts';
import type { Role } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import { witnessOf } from '../cases/port/membership.ts';
import { mayKnowLanguages } from '../cases/port/who-may-know-a-field.ts';
import { oathIn } from '../requests/port/oaths.ts';
import { heardIn } from '../sessions/port/door.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { countryCode } from '../shared/values/countries.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { briefingFor, hashOfBriefing } from './briefing.ts';
import type * as contract from './contract.ts';
import { enterWithInterpreter, readTeam, said } from './store.ts';
import { stands } from './team-decision.ts';
import type { OfOne } from './team.ts';

/** How an interpreter stands, for members of the case; of one who was replaced nothing is said any more. */
export const readAssignment: Handler<typeof contract.readAssignment> = async ({
  actor,
  params: { sessionId },
  query: { pseudonym },
  now,
  context: { store },
}) => {
  const [{ booked, self, file, door }, before] = await Promise.all([
    enterWithInterpreter(store, sessionId, actor, pseudonym),
    readSeries(store, said, subjectPartition({ kind: 'session', sessionId })),
  ]);
  const [team, standings] = await Promise.all([
    readTeam(store, { door, file }, before),
    readStandings(store, door),
  ]);
  const one = team.find((each) => each.pseudonym === booked?.pseudonym);
  const mayKnow = mayKnowLanguages(
    self,
    heardIn(door).map((each) => witnessOf(file, each)),
  );
  const state = countryCode.parse(file.case.requestingState);
  return {
    ...(one === undefined ? {} : shown(one, { mayKnow, confirms: self.role === 'clerk' })),
    briefed: one?.confirmed !== undefined && one.briefed === hashOfBriefing(briefingFor(door, one.confirmed)),
    lacks: stands(door, team, standings).lacks.filter(
      (lack) => lack !== 'woman' || mayKnowWish.includes(self.role),
    ),
    law: { state, ...oathIn('interpreterOath', state, now.toISOString().slice(0, 10)) },
  };
};

/** Those who are told of a consent what they need of it, and whoever may hold contact. */
const mayKnowWish: readonly Role[] = ['prosecutor', 'clerk', 'attending-officer', 'support-officer'];

interface Viewer {
  /** Whether between which languages may be known. */
  readonly mayKnow: boolean;
  /** Whether it is theirs to confirm. */
  readonly confirms: boolean;
}

function shown({ confirmed, earlier, oath, declared, notUnderstood }: OfOne, viewer: Viewer) {
  return {
    ...(confirmed && { assignment: ofConfirmed(confirmed, viewer) }),
    ...(earlier && confirmed === undefined && { earlier: ofEarlier(earlier, viewer) }),
    ...(declared && { declared }),
    ...(oath && {
      oath: {
        form: oath.form,
        state: oath.state,
        onFile: oath.onFile !== undefined,
        onPaper: oath.onPaper,
      },
    }),
    ...(notUnderstood && { notUnderstood }),
  };
}

function ofConfirmed(
  { between, dialect, vetting, topics, mode, direction, part, recordedAt }: NonNullable<OfOne['confirmed']>,
  { mayKnow, confirms }: Viewer,
) {
  return {
    mode,
    direction,
    part,
    ...(mayKnow && { between }),
    ...(mayKnow && dialect !== undefined && { dialect }),
    ...(confirms && { vetting, topics: [...topics] }),
    recordedAt: parseInstant(recordedAt),
  };
}

function ofEarlier({ between, recordedAt, ...rest }: NonNullable<OfOne['earlier']>, { mayKnow }: Viewer) {
  return { ...rest, ...(mayKnow && { between }), recordedAt: parseInstant(recordedAt) };
}
