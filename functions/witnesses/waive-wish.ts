import { capacityOn } from '../cases/port/capacity.ts';
import { dayWhere } from '../cases/port/day-where.ts';
import { parseStanding, standingKey } from '../cases/port/standing.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type * as contract from './contract.ts';
import { wishOf, wishWaived } from './port/wish.ts';
import { enterAsHolder } from './store.ts';

/**
 * The officer who holds contact enters that somebody who wished for a woman as interpreter is content with whoever is there: in
 * their own word, and how they said it. For a child their guardian says it, and for nobody else.
 * @throws {Refusal} `guardian-needed` for a child who says so alone; `does-not-fit` for an adult for whom somebody else does;
 * those of `wishWaived`
 */
export const waiveWish: Handler<typeof contract.waiveWish> = (call) => {
  const { actor, params, context, now, body } = call;
  return standingDecision(
    call,
    wishOf,
    (more) => enterAsHolder('consent', context.store, params, actor, more),
    ({ self, witness, found }) => {
      const isChild = capacityOn(witness, dayWhere(witness, now)) === 'child';
      if (isChild && body.said.by !== 'guardian') throw new Refusal('guardian-needed');
      if (!isChild && body.said.by === 'guardian')
        throw new Refusal('does-not-fit', {}, [
          { pointer: '/said/by', message: 'Nobody says this for an adult. Ask them themselves.' },
        ]);
      const stood = parseStanding(found(standingKey(params.caseId, params.party, 'consent')));
      const by = { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym };
      return wishWaived(by, witness.pseudonym, stood, body.waived, body.said);
    },
  );
};
