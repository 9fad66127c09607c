import { sealAll } from '../custody/port/disclosure.ts';
import { gateDecision } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { consentGiven, consentRefused } from './actions.ts';
import { gateOf, herWord, sealedFields } from './consent.ts';
import type * as contract from './contract.ts';
import { consentGate } from './store.ts';

/** Records what she consented to. A no is recorded with the same dignity, and closes the gate. */
export const recordConsent: Handler<typeof contract.recordConsent> = (call) =>
  gateDecision(call, consentGate, ({ witness }) => {
    const gate = gateOf(call.body);
    const { digests, disclosures } = sealAll(sealedFields(call.body), call.context.randomBytes);
    return {
      state: gate,
      step: { kind: 'record' as const, record: call.body, disclosures },
      entry: (by) => {
        const said = { ...by, ...herWord(witness), sealed: digests };
        return gate === 'open'
          ? consentGiven.entry({ ...said, details: { gate } })
          : consentRefused.entry({ ...said, details: { gate } });
      },
      answer: { gate },
    };
  });
