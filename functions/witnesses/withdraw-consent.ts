import { enterParty } from '../cases/port/enter-party.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import type * as contract from './contract.ts';
import { withdrawalBy, withdrawnConsent } from './port/withdrawal.ts';

/**
 * Somebody withdraws. Nothing has to be there first and no reason is asked; any support officer of the case can enter it, so
 * that nobody has to wait for the one who holds contact. It is written whatever becomes of any session: from then on no pass
 * is minted, and doors and rooms follow.
 */
export const withdrawConsent: Handler<typeof contract.withdrawConsent> = (call) => {
  const { actor, params, context } = call;
  return standingDecision(
    patiently(call),
    withdrawnConsent,
    (more) => enterParty(context.store, params, actor, more),
    ({ self, witness }) =>
      withdrawalBy(
        { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        witness.pseudonym,
      ),
  );
};
