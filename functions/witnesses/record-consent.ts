import { standingDecision } from '../cases/port/standing-decision.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { consentGiven, consentRefused } from './actions.ts';
import { gateOf, herWord, sealedFields } from './consent.ts';
import type * as contract from './contract.ts';
import { consentOf, enterAsHolder } from './store.ts';

/** Records what somebody consented to. A no is recorded with the same dignity, and closes the gate. */
export const recordConsent: Handler<typeof contract.recordConsent> = (call) => {
  const { actor, params, body, context } = call;
  return standingDecision(
    call,
    consentOf,
    (more) => enterAsHolder('consent', context.store, params, actor, more),
    ({ self, witness }) => {
      const gate = gateOf(body);
      const { digests, disclosures } = sealAll(sealedFields(body), context.randomBytes);
      return {
        standing: { state: gate },
        step: { kind: 'record' as const, record: body, disclosures },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) => {
          const said = { ...by, ...herWord(witness), sealed: digests };
          return gate === 'open'
            ? consentGiven.entry({ ...said, details: { gate } })
            : consentRefused.entry({ ...said, details: { gate } });
        },
        answer: { gate },
      };
    },
  );
};
