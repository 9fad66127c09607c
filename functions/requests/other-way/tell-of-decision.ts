import { dayWhere } from '../../cases/port/day-where.ts';
import { enterParty } from '../../cases/port/enter-party.ts';
import { holdWitness } from '../../cases/port/membership.ts';
import { personPartition, standingDecision } from '../../cases/port/standing-decision.ts';
import { parseStanding, standingKey } from '../../cases/port/standing.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import { permissionTold } from '../actions.ts';
import { nothingToTell } from '../port/tell-why.ts';
import { statesOf, steps, tellings } from '../store.ts';
import { asItStood } from './as-it-stood.ts';
import { closedBy, wasTold } from './closed.ts';
import type { tellOfDecision as contract } from './contract.ts';

/** The person is told by the one who holds contact, never by saksi: here it is entered that they were. */
export const tellOfDecision: Handler<typeof contract> = (call) => {
  const { actor, params, body, now, context } = call;
  const own = standingKey(params.caseId, params.party, 'permission');
  return standingDecision(
    call,
    { gate: 'permission', series: tellings },
    (more) => enterParty(context.store, params, actor, more),
    async ({ self, witness, case: of, before, found }) => {
      if (witness.holder !== actor.personId) throw new Refusal('not-your-role');
      const stood = parseStanding(found(own));
      const taken = await readSeries(context.store, steps, personPartition(params.caseId, params.party));
      const closed = closedBy(taken, statesOf({ case: of, witness }).hostState);
      // What fell with a border is nothing that they are told of.
      const stands = stood?.state === 'refused' && closed?.number === body.decision;
      if (!stands || wasTold(before, closed) !== undefined) throw new Refusal('changed-meanwhile');
      if (body.on < closed.decision.decidedOn || body.on > dayWhere(witness, now))
        throw doesNotFit('/on', 'Nobody is told before it is decided, or on a day to come. Correct the day.');
      const { how, with: beside, language, took, decision, on } = body;
      const { digests, disclosures } = sealAll({ how, with: beside, language, took }, context.randomBytes);
      return {
        standing: undefined,
        step: { ...body, pseudonym: self.pseudonym, disclosures },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        changes: [
          asItStood(own, stood),
          holdWitness(found, witness),
          nothingToTell(params.caseId, params.party),
        ],
        entry: (by) =>
          permissionTold.entry({
            ...by,
            authority: { kind: 'role', ref: self.role },
            subject: { kind: 'witness', ref: witness.pseudonym },
            details: { decision, on },
            sealed: digests,
          }),
        answer: { told: true as const },
      };
    },
  );
};
