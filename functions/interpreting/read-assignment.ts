import { subjectPartition } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { witnessOf } from '../cases/port/membership.ts';
import { heardIn } from '../sessions/port/door.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { needsLanguages } from './assignment.ts';
import type * as contract from './contract.ts';
import { confirmations, enterWithInterpreter, lastOfEach } from './store.ts';

/** The confirmation that stands, for members of the case; one of an interpreter who was replaced stands no more. */
export const readAssignment: Handler<typeof contract.readAssignment> = async ({
  actor,
  params: { sessionId },
  query: { pseudonym },
  context: { store },
}) => {
  const [{ booked, self, file, door }, before] = await Promise.all([
    enterWithInterpreter(store, sessionId, actor, pseudonym),
    readSeries(store, confirmations, subjectPartition({ kind: 'session', sessionId })),
  ]);
  const given = lastOfEach(before).get(booked?.pseudonym ?? '');
  if (given === undefined) return {};
  const { between, ...assignment } = given.assignment;
  return {
    assignment: {
      ...assignment,
      ...(needsLanguages(
        self,
        heardIn(door).map((each) => witnessOf(file, each)),
      )
        ? { between }
        : {}),
      recordedAt: parseInstant(given.recordedAt),
    },
  };
};
