import type * as z from 'zod';
import { capacityOn } from '../cases/port/capacity.ts';
import { dayWhere } from '../cases/port/day-where.ts';
import type { CaseFile, CaseWitness } from '../cases/port/membership.ts';
import { isOwnCourt } from '../cases/port/own-court.ts';
import { standingAs } from '../cases/port/standing.ts';
import { personPartition } from '../cases/port/standing-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { instantOf, parseInstant, type Instant } from '../shared/values/instants.ts';
import type * as contract from './contract.ts';
import { enterOrders, peopleOf, planOf, readSeated } from './enter.ts';
import { defenceSaid, differs, keptBetween, waitsForJudge } from './order.ts';
import { matterName, periodAt, readStandingOrders, type StandingOrder } from './port/standing-orders.ts';
import { readAllSteps, testimonies, type StoredStep, type TestimonyStep } from './store.ts';
import { isCompelled } from './testimony/rule.ts';
import {
  mayAskFor,
  readsForTheJudge,
  readsMatter,
  readsPlan,
  readsTestimony,
  readsWishes,
} from './who-speaks.ts';

type Shown = z.input<typeof contract.shownMatter>;
type ShownStep = z.input<typeof contract.shownStep>;

/** The orders of a case, for whoever makes them, asks for them, runs the room by them, or is heard on them. */
export const readOrders: Handler<typeof contract.readOrders> = async ({
  actor,
  params: { caseId },
  now,
  context: { store },
}) => {
  const [file, steps, standing] = await Promise.all([
    enterOrders(store, caseId, actor),
    readAllSteps(store, caseId),
    readStandingOrders(store, caseId),
  ]);
  const at = instantOf(now.getTime());
  const byMatter = Map.groupBy(steps, ({ about }) => matterName(about));
  const seated = await readSeated(
    store,
    steps.map(({ about }) => about),
  );
  const matters = [...byMatter].flatMap(([name, own]) => {
    const order = standing.find((each) => matterName(each.matter) === name);
    const [{ about } = {}] = own;
    return about === undefined || !readsMatter(file, about, seated)
      ? []
      : [shown(file, about, own, order, at)];
  });
  const compelled = compelledIn(file, now);
  const series = await Promise.all(
    compelled.map(({ pseudonym }) => readSeries(store, testimonies, personPartition(caseId, pseudonym))),
  );
  const asks = mayAskFor(file);
  return {
    matters: matters.toSorted((one, other) => Number(other.waits) - Number(one.waits)),
    testimony: compelled.map((witness, index) => testimonyOf(file, witness, series[index] ?? [])),
    people:
      asks === undefined || asks.length > 0
        ? peopleOf(file).map(({ seat, pseudonym }) => ({ role: seat, pseudonym }))
        : [],
    ...(asks === undefined ? {} : { mayAskFor: [...asks] }),
    decides: actor.role === 'judge' && isOwnCourt(actor, file.case),
  };
};

/** Those whom a summons compels, as far as the one who asks decides on it, runs the case, or holds contact. */
const compelledIn = (file: CaseFile, now: Date): readonly CaseWitness[] =>
  file.witnesses.filter(
    (witness) => isCompelled(capacityOn(witness, dayWhere(witness, now))) && readsTestimony(file, witness),
  );

function testimonyOf(file: CaseFile, witness: CaseWitness, steps: readonly TestimonyStep[]) {
  const stands = standingAs(file.standings, witness.pseudonym, 'consent');
  const byOrder = stands?.byOrder === true && stands.state === 'open';
  const last = steps.findLast((step) => step.kind === 'ordered');
  return {
    party: witness.pseudonym,
    state: stands?.state ?? ('missing' as const),
    byOrder,
    read: stands?.version ?? 0,
    ...(byOrder && last !== undefined
      ? {
          basis: last.basis,
          until: last.until,
          ...(readsWishes(file, witness) ? { wishes: last.wishes } : {}),
        }
      : {}),
  };
}

function shown(
  file: CaseFile,
  about: StoredStep['about'],
  steps: readonly StoredStep[],
  order: StandingOrder | undefined,
  now: Instant,
): Shown {
  const period = order === undefined ? undefined : periodAt(order, now);
  const plan = planOf(file, about);
  const seesPlan = readsPlan(file, about);
  // Whoever does not read the plan is told what is kept without it, always: that it is left out would tell what the plan asks.
  const asked = seesPlan ? plan : undefined;
  const kept = about.kind === 'pair' ? keptBetween(about, peopleOf(file), asked, period?.ordered) : undefined;
  return {
    about,
    ...(period?.ordered === undefined
      ? {}
      : { now: { measures: period.ordered.measures, from: period.from, until: period.until } }),
    ahead: (order?.periods ?? [])
      .filter(({ from }) => from > now)
      .map(({ from, until, ordered }) => ({
        measures: ordered?.measures,
        from,
        until,
        lifted: ordered === undefined,
      })),
    ...(seesPlan && plan !== undefined ? { plan } : {}),
    ...(kept === undefined ? {} : { kept }),
    differs: seesPlan && differs(plan, period?.ordered),
    waits: waitsForJudge(steps),
    defenceSaid: defenceSaid(steps),
    read: steps.at(-1)?.number ?? 0,
    steps: steps.map((step) => shownStep(file, step)).toReversed(),
  };
}

/** What is for the judge alone, and what the plan asked, is left out for everybody else. */
function shownStep(file: CaseFile, step: StoredStep): ShownStep {
  const at = {
    step: step.number,
    at: parseInstant(step.recordedAt),
    by: { role: step.role, pseudonym: step.pseudonym },
  };
  switch (step.kind) {
    case 'application': {
      const { kind, measures, ground, forTheJudge } = step;
      const secret = readsForTheJudge(file, step) ? { forTheJudge } : {};
      return { ...at, kind, measures, ground, ...secret };
    }
    case 'statement':
      return { ...at, kind: step.kind, statement: step.statement };
    case 'decision': {
      const { kind, decision, measures, from, until, reasons, defence, overPlan } = step;
      const over = overPlan !== undefined && readsPlan(file, step.about) ? { overPlan: true as const } : {};
      return { ...at, kind, decision, measures, from, until, reasons, defence, ...over };
    }
  }
}
