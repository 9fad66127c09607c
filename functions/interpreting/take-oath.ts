import type { Case } from '../cases/port/membership.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import { oathIn } from '../requests/port/oaths.ts';
import type { Handler } from '../shared/http/call.ts';
import { interpreterSworn } from './actions.ts';
import type * as contract from './contract.ts';
import type { Oath } from './contract.ts';
import { checkOath, howUsed } from './oath.ts';
import { teamDecision } from './team-decision.ts';

/** @throws {Refusal} those of `checkOath` */
export function assertOath(
  oath: Oath,
  { requestingState, hostState }: Pick<Case, 'requestingState' | 'hostState'>,
  day: string,
  at: string,
): void {
  const law = oathIn('interpreterOath', oath.state, day);
  checkOath(oath, { states: [requestingState, hostState], day, law, at });
}

/** An interpreter's oath, affirmation or undertaking. In which language it was taken is sealed. */
export const takeOath: Handler<typeof contract.takeOath> = (call) => {
  const { pseudonym, oath } = call.body;
  const day = call.now.toISOString().slice(0, 10);
  return teamDecision(call, pseudonym, ({ file }) => {
    assertOath(oath, file.case, day, '/oath');
    const { digests, disclosures } = sealAll({ text: JSON.stringify(oath.text) }, call.context.randomBytes);
    const { form, state, onFile } = oath;
    const law = oathIn('interpreterOath', state, day).standing;
    return {
      said: { oath, onPaper: true, disclosures },
      entry: (by, gate) =>
        interpreterSworn.entry({
          ...by,
          details: {
            gate,
            form,
            state,
            onFile: onFile !== undefined,
            law,
            onPaper: true,
            ...howUsed(oath),
          },
          sealed: digests,
        }),
    };
  });
};
