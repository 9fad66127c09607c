import { headKey } from '../../custody/port/append.ts';
import { doneWith } from '../../notices/port/case-tasks.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { putNext, readSeries } from '../../shared/store/numbered-series.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { takeOverEnded } from '../actions.ts';
import { keptOf } from '../keep-witness.ts';
import { enterInCaseLog } from '../port/case-log.ts';
import { contactGiven } from '../port/case-state.ts';
import { enterParty } from '../port/enter-party.ts';
import { checkMember, holdWitness, moveWitness } from '../port/membership.ts';
import { personPartition } from '../port/standing-decision.ts';
import type { endTakeOver as contract } from './contract.ts';
import { lastOf, mayEnd } from './rules.ts';
import { dropLineFor, takeOvers, takeOverTask } from './store.ts';

/**
 * The one who holds contact is there, or whoever asked lets it go: nothing changes. What was confirmed is taken back by the own
 * word of the one who held contact, whoever holds it by then: it cannot be passed on so that they do not get it back.
 */
export const endTakeOver: Handler<typeof contract> = ({
  actor,
  params,
  body,
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const { caseId, party } = params;
    const partition = personPartition(caseId, party);
    const [entered, steps] = await Promise.all([
      enterParty(store, params, actor, [headKey(caseId)]),
      readSeries(store, takeOvers, partition),
    ]);
    const { self, witness, found } = entered;
    const { personId } = actor;
    const last = lastOf(steps, instantOf(now.getTime()));
    if (last?.asked.number !== body.number) throw new Refusal('changed-meanwhile');
    if (!mayEnd(last, personId, instantOf(now.getTime()))) {
      const takesPart = [last.asked.from, last.asked.recordedBy].includes(personId);
      throw new Refusal(takesPart ? 'changed-meanwhile' : 'not-your-role');
    }
    const takenBack = last.state === 'confirmed';
    const holder = takenBack ? personId : witness.holder;
    const log = enterInCaseLog({ caseId, head: found(headKey(caseId)), by: self, now, randomBytes }, (by) =>
      takeOverEnded.entry({
        ...by,
        ...keptOf(entered),
        details: { from: last.asked.fromPseudonym, to: last.asked.pseudonym, takenBack },
      }),
    );
    return {
      changes: [
        putNext(takeOvers, partition, steps, {
          kind: 'ended',
          of: last.asked.number,
          pseudonym: self.pseudonym,
          recordedAt: now.toISOString(),
          recordedBy: personId,
        }),
        ...(takenBack
          ? [
              moveWitness(found, witness, {
                holder,
                mayKnow: witness.mayKnow.filter((each) => each !== holder),
              }),
              contactGiven(entered.case),
            ]
          : [holdWitness(found, witness), dropLineFor(last.asked.agencyId, last.asked.takeOverId)]),
        checkMember(self),
        doneWith(caseId, takeOverTask(party)),
        ...log.changes,
      ],
      answer: { holder },
    };
  });
