import { mustNotInterpret } from '../cases/port/must-not-interpret.ts';
import { subjectPartition } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { briefingFor, hashOfBriefing } from './briefing.ts';
import type * as contract from './contract.ts';
import { enterWithInterpreter, said } from './store.ts';
import { standsOf } from './team.ts';

/** What an interpreter is told: nothing before they are confirmed. */
export const readBriefing: Handler<typeof contract.readBriefing> = async ({
  actor,
  params: { sessionId },
  query: { pseudonym },
  context: { store },
}) => {
  const [{ booked, door, file }, before] = await Promise.all([
    enterWithInterpreter(store, sessionId, actor, pseudonym),
    readSeries(store, said, subjectPartition({ kind: 'session', sessionId })),
  ]);
  if (booked === undefined) return {};
  // To themselves no more, once they must not interpret.
  if (actor.role === 'interpreter' && mustNotInterpret(file.conflicts, actor.personId)) return {};
  const { confirmed } = standsOf(before, { pseudonym: booked.pseudonym, woman: false });
  if (confirmed === undefined) return {};
  const told = briefingFor(door, confirmed);
  const hours = door.windows?.map(({ opensAt, closesAt }) => ({ start: opensAt, end: closesAt })) ?? [
    { start: parseInstant(door.start), end: parseInstant(door.end) },
  ];
  return { briefing: { ...told, topics: [...told.topics], hash: hashOfBriefing(told), hours } };
};
