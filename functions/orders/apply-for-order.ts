import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { orderAskedFor } from './actions.ts';
import type * as contract from './contract.ts';
import { assertOfCase } from './enter.ts';
import { assertMaySay } from './order.ts';
import { matterOf } from './port/standing-orders.ts';
import { namedInLog, say } from './say.ts';
import { mayAsk } from './who-speaks.ts';

/** Somebody who speaks for a person of the case asks the court to protect them. Nothing stands by that. */
export const applyForOrder: Handler<typeof contract.applyForOrder> = (call) => {
  const { actor, params, body, context } = call;
  const { wanted, ground, forTheJudge } = body;
  const about = matterOf(wanted);
  const measures = wanted.kind === 'pair' ? wanted.measures : undefined;
  return say(call, about, async ({ file, steps }) => {
    const whom = await assertOfCase(context.store, params.caseId, file, about, '/wanted');
    if (!mayAsk(file, whom)) throw new Refusal('not-your-role');
    assertMaySay(steps, { kind: 'application', recordedBy: actor.personId });
    const fields = { ground, forTheJudge: forTheJudge ?? '' };
    const { digests, disclosures } = sealAll(fields, context.randomBytes);
    return {
      step: {
        kind: 'application' as const,
        ground,
        ...(measures === undefined ? {} : { measures }),
        ...(forTheJudge === undefined ? {} : { forTheJudge }),
        disclosures,
      },
      entry: (by) =>
        orderAskedFor.entry({ ...by, details: { ...namedInLog(about), ...measures }, sealed: digests }),
    };
  });
};
