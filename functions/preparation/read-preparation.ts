import type * as z from 'zod';
import { subjectPartition } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { instantOf, parseInstant, type Instant } from '../shared/values/instants.ts';
import { checklist, dueOf, lastTick, ticksIt, type ItemName } from './checklist/checklist.ts';
import { itemNames } from './checklist/contract.ts';
import { recordTest, type readPreparation as contract } from './contract.ts';
import {
  enterPrepared,
  isResult,
  setAsideOf,
  takesPart,
  tests,
  ticks,
  type ResultStep,
  type TickStep,
} from './store.ts';
import { maySetAside } from './test-call/may-set-aside.ts';

type Answer = z.input<typeof contract.answer>;

/** How a session is prepared: each item with its hour and its last tick, and every test, the latest first. */
export const readPreparation: Handler<typeof contract> = async ({
  actor,
  params: { sessionId },
  now,
  context: { store },
}) => {
  const partition = subjectPartition({ kind: 'session', sessionId });
  const [{ door, self, holders }, ticked, tested] = await Promise.all([
    enterPrepared(store, sessionId, actor),
    readSeries(store, ticks, partition),
    readSeries(store, tests, partition),
  ]);
  const mayTick = door.status === 'booked' && takesPart(door, holders, actor);
  const at = instantOf(now.getTime());
  const start = parseInstant(door.start);
  const gate = door.gates.rehearsal === 'not-needed' ? 'untested' : door.gates.rehearsal;
  const aside = setAsideOf(tested);
  return {
    gate,
    items: itemNames.map((item) => ({
      ...itemAt(item, ticked, start, at),
      mine: mayTick && ticksIt(item, self.role),
    })),
    results: tested.filter(isResult).toReversed().map(resultOf),
    ...(aside === undefined ? {} : { setAside: { ...byOf(aside), reason: aside.reason } }),
    mayRecord: mayTick && recordTest.who.some((role) => role === self.role),
    maySetAside: gate === 'missing' && door.status === 'booked' && maySetAside(door, actor),
  };
};

function itemAt(item: ItemName, ticked: readonly TickStep[], start: Instant, now: Instant) {
  const { phase, by } = checklist[item];
  const last = lastTick(ticked, item);
  const state = last?.state ?? 'open';
  const dueAt = dueOf(item, start);
  return {
    item,
    phase,
    by: [...by],
    dueAt,
    state,
    late: state === 'open' && dueAt <= now,
    ...(last?.reason === undefined ? {} : { reason: last.reason }),
    ...(last === undefined || state === 'open' ? {} : { ticked: byOf(last) }),
  };
}

const byOf = ({ role, pseudonym, recordedAt }: Pick<TickStep, 'role' | 'pseudonym' | 'recordedAt'>) => ({
  role,
  pseudonym,
  at: parseInstant(recordedAt),
});

const resultOf = (step: ResultStep): Answer['results'][number] => ({
  ...step.result,
  number: step.number,
  outcome: step.outcome,
  ...byOf(step),
});
