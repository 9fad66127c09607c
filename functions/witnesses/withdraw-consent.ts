import { gateDecision } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { consentWithdrawn } from './actions.ts';
import { herWord } from './consent.ts';
import type * as contract from './contract.ts';
import { consentGate } from './store.ts';

/**
 * She withdraws. Nothing has to be there first and no reason is asked: the gate is closed in this transaction, so that
 * no pass can be minted after it, and `rooms` takes the rooms away when it sees the door change.
 */
export const withdrawConsent: Handler<typeof contract.withdrawConsent> = (call) =>
  gateDecision(patiently(call), consentGate, ({ witness }) => ({
    state: 'refused',
    step: { kind: 'withdrawal' as const },
    entry: (by) => consentWithdrawn.entry({ ...by, ...herWord(witness), details: { gate: 'refused' } }),
    answer: { gate: 'refused' as const },
  }));
