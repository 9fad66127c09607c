import { headKey } from '../../custody/port/append.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { enterParty } from '../../cases/port/enter-party.ts';
import { personPartition } from '../../cases/port/standing-decision.ts';
import { standingKeys, standingsIn } from '../../cases/port/standing.ts';
import { doorsOfCase } from '../../sessions/port/sessions-of-case.ts';
import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { putNext, readSeries } from '../../shared/store/numbered-series.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { taskClosed } from '../actions.ts';
import type { closeTask as contract } from '../contract.ts';
import { closedTasks } from '../store.ts';
import { tasksFor } from './open-tasks.ts';

/** Whoever holds contact says that something was done, or why it is not needed. Said once more, it is entered once more. */
export const closeTask: Handler<typeof contract> = ({
  actor,
  params,
  body: { occasion, task, state, note },
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const { caseId, party } = params;
    const partition = personPartition(caseId, party);
    const [{ self, witness, found }, doors, before] = await Promise.all([
      enterParty(store, params, actor, [headKey(caseId), ...standingKeys(caseId, [party])]),
      doorsOfCase(store, caseId),
      readSeries(store, closedTasks, partition),
    ]);
    if (witness.holder !== actor.personId) throw new Refusal('not-your-role');
    const standings = standingsIn(found, caseId, [party]);
    const around = { doors, standings, closed: before };
    const open = tasksFor(witness, around, instantOf(now.getTime())).find(
      (each) => each.occasion.ref === occasion && each.task === task,
    );
    if (open === undefined)
      throw doesNotFit('/task', 'Nothing of the kind is to be done after that: load the list again.');
    const { digests, disclosures } = sealAll({ note }, randomBytes);
    const log = enterInCaseLog({ caseId, head: found(headKey(caseId)), by: self, now, randomBytes }, (by) =>
      taskClosed.entry({
        ...by,
        authority: { kind: 'role', ref: self.role },
        subject: { kind: 'witness', ref: party },
        details: { task, occasion, state },
        sealed: digests,
      }),
    );
    return {
      changes: [
        putNext(closedTasks, partition, before, {
          occasion,
          since: open.occasion.at,
          task,
          state,
          note,
          recordedAt: now.toISOString(),
          recordedBy: actor.personId,
          role: actor.role,
          pseudonym: self.pseudonym,
          disclosures,
        }),
        ...log.changes,
      ],
      answer: { state },
    };
  });
