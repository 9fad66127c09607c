import { assertOwnCourt } from '../cases/port/own-court.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { instantOf } from '../shared/values/instants.ts';
import { orderChanged, orderDeclined, orderLifted, orderMade } from './actions.ts';
import type * as contract from './contract.ts';
import type { Ruling } from './contract.ts';
import { assertOfCase, planOf } from './enter.ts';
import { outcomeOf, type Outcome } from './order.ts';
import { matterOf } from './port/standing-orders.ts';
import { namedInLog, say, type WhatIsSaid } from './say.ts';

/**
 * A judge of the court that tries the case decides, on what they have read: of two who decide at once the second is told to read again. From the
 * moment of the decision a pass asks what it says; doors and rooms follow.
 */
export const decideOrder: Handler<typeof contract.decideOrder> = (call) => {
  const { actor, params, body, context } = call;
  const { ruling, read, reasons } = body;
  const about = ruling.decision === 'order' ? matterOf(ruling.wanted) : ruling.about;
  const now = instantOf(call.now.getTime());
  return say(call, about, async ({ file, steps, before }): Promise<WhatIsSaid> => {
    assertOwnCourt(actor, file.case);
    // What stands can be lifted, and what was asked for declined, whatever became of the session.
    if (ruling.decision === 'order')
      await assertOfCase(context.store, params.caseId, file, about, '/ruling/wanted');
    const outcome = outcomeOf(ruling, read, { steps, before, plan: planOf(file, about), now });
    const { defence, overPlan, measures } = partsOf(ruling);
    const { digests, disclosures } = sealAll(
      {
        reasons,
        whyNotHeard: defence?.was === 'not-heard' ? defence.reason : '',
        overPlan: overPlan === undefined ? '' : JSON.stringify(overPlan),
      },
      context.randomBytes,
    );
    const { decision, from, until } = outcome;
    return {
      step: {
        kind: 'decision' as const,
        decision,
        reasons,
        ...(decision === 'declined' ? {} : { from }),
        ...(until === undefined ? {} : { until }),
        ...(measures === undefined ? {} : { measures }),
        ...(overPlan === undefined ? {} : { overPlan }),
        ...(defence === undefined ? {} : { defence }),
        disclosures,
      },
      periods: outcome.periods,
      entry: (by) => entryOf(outcome, ruling, { ...by, sealed: digests }),
    };
  });
};

function partsOf(ruling: Ruling) {
  if (ruling.decision === 'decline') return {};
  const { defence } = ruling;
  if (ruling.decision === 'lift') return { defence };
  const { overPlan, wanted } = ruling;
  return { defence, overPlan, measures: wanted.kind === 'pair' ? wanted.measures : undefined };
}

type Acting = Parameters<WhatIsSaid['entry']>[0] & {
  readonly sealed: Readonly<Record<'reasons' | 'whyNotHeard' | 'overPlan', string>>;
};

function entryOf({ decision, from, until, ends: ended }: Outcome, ruling: Ruling, by: Acting) {
  if (ruling.decision === 'decline') return orderDeclined.entry({ ...by, details: namedInLog(ruling.about) });
  const defenceHeard = ruling.defence.was === 'heard';
  const ends = ended.length === 0 ? undefined : [...ended];
  if (ruling.decision === 'lift') {
    const details = { ...namedInLog(ruling.about), validFrom: from, defenceHeard, ends };
    return orderLifted.entry({ ...by, details });
  }
  const { wanted } = ruling;
  const measures = wanted.kind === 'pair' ? wanted.measures : {};
  const action = decision === 'made' ? orderMade : orderChanged;
  return action.entry({
    ...by,
    details: {
      ...namedInLog(matterOf(wanted)),
      ...measures,
      validFrom: from,
      validUntil: until,
      defenceHeard,
      ends,
    },
  });
}
