import { headKey } from '../../custody/port/append.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import { askToDo } from '../../notices/port/case-tasks.ts';
import type { Handler } from '../../shared/http/call.ts';
import { nextNumber, putNext, readSeries } from '../../shared/store/numbered-series.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { newId } from '../../shared/values/ids.ts';
import { instantOf, parseInstant } from '../../shared/values/instants.ts';
import { takeOverAsked } from '../actions.ts';
import { keptOf } from '../keep-witness.ts';
import { enterInCaseLog } from '../port/case-log.ts';
import { enterParty } from '../port/enter-party.ts';
import { checkMember, filePartition, holdWitness, memberKey, parseMemberEver } from '../port/membership.ts';
import { personPartition } from '../port/standing-decision.ts';
import { canHold } from './can-hold.ts';
import type { askTakeOver as contract } from './contract.ts';
import { assertMayAsk, lastOf, untilOf } from './rules.ts';
import { dropLineFor, putLineFor, takeOvers, takeOverTask } from './store.ts';

/** Somebody asks to take over: whoever holds contact is told at once, and nothing else changes before a second person confirms it. */
export const askTakeOver: Handler<typeof contract> = ({
  actor,
  params,
  body: { reason },
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const { caseId, party } = params;
    const partition = personPartition(caseId, party);
    const [entered, steps, file] = await Promise.all([
      enterParty(store, params, actor, [headKey(caseId)]),
      readSeries(store, takeOvers, partition),
      queryAll(store, 'cases', filePartition(caseId)),
    ]);
    const { self, witness, found } = entered;
    const at = instantOf(now.getTime());
    const last = lastOf(steps, at);
    const { agencyId, holdingAgencies } = await canHold(store, file, actor.personId);
    const { holder: from } = witness;
    assertMayAsk(last, steps, { personId: actor.personId, agencyId, holder: from, holdingAgencies }, at);
    const [memberItem, holderItem] = await store.get([memberKey(caseId, from), personKey(from)]);
    const fromPseudonym = parseMemberEver(memberItem).pseudonym;
    const ofHolder = parsePerson(holderItem).agencyId;
    const { digests, disclosures } = sealAll({ reason }, randomBytes);
    const takeOverId = newId(randomBytes);
    const number = nextNumber(steps);
    const recordedAt = parseInstant(now.toISOString());
    const log = enterInCaseLog({ caseId, head: found(headKey(caseId)), by: self, now, randomBytes }, (by) =>
      takeOverAsked.entry({
        ...by,
        ...keptOf(entered),
        details: { from: fromPseudonym, to: self.pseudonym },
        sealed: digests,
      }),
    );
    const line = {
      takeOverId,
      caseId,
      party,
      number,
      askedBy: actor.personId,
      from,
      reason,
      askedAt: recordedAt,
    };
    return {
      changes: [
        putNext(takeOvers, partition, steps, {
          kind: 'asked',
          takeOverId,
          reason,
          from,
          fromPseudonym,
          agencyId: ofHolder,
          disclosures,
          pseudonym: self.pseudonym,
          recordedAt,
          recordedBy: actor.personId,
        }),
        putLineFor(ofHolder, line),
        // One that lapsed, or was asked of another holder, waits for the administrator no more.
        ...(last?.state === 'lapsed' || last?.state === 'asked'
          ? [dropLineFor(last.asked.agencyId, last.asked.takeOverId)]
          : []),
        checkMember(self),
        holdWitness(found, witness),
        ...askToDo({ caseId, task: takeOverTask(party), personId: from, dueAt: untilOf(recordedAt) }, now),
        ...log.changes,
      ],
      answer: { number },
    };
  });
