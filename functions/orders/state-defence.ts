import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { defenceStated } from './actions.ts';
import type * as contract from './contract.ts';
import { readSeated } from './enter.ts';
import { assertMaySay, assertSomethingThere } from './order.ts';
import { namedInLog, say } from './say.ts';
import { mayStateOn } from './who-speaks.ts';

/**
 * Counsel of the defence is heard. Of what is not about their client they learn nothing by asking, so that is refused as if it
 * were not there.
 */
export const stateDefence: Handler<typeof contract.stateDefence> = (call) => {
  const { actor, body, context } = call;
  const { about, statement } = body;
  return say(call, about, async ({ file: { self }, steps }) => {
    if (!mayStateOn(self, about, await readSeated(context.store, [about])))
      throw new Refusal('nothing-to-decide');
    assertSomethingThere(steps);
    assertMaySay(steps, { kind: 'statement', recordedBy: actor.personId });
    const { digests, disclosures } = sealAll({ statement }, context.randomBytes);
    return {
      step: { kind: 'statement' as const, statement, disclosures },
      entry: (by) => defenceStated.entry({ ...by, details: namedInLog(about), sealed: digests }),
    };
  });
};
