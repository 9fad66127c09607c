import { headKey } from '../../custody/port/append.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { assertLive } from '../../sessions/port/door.ts';
import { subjectPartition } from '../../sessions/port/gate-decision.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { putNext, readSeries } from '../../shared/store/numbered-series.ts';
import { testSetAside } from '../actions.ts';
import type { setTestAside as contract } from '../contract.ts';
import { enterPrepared, lastResult, tests } from '../store.ts';
import { maySetAside } from './may-set-aside.ts';
import { moveRehearsal } from './move-gate.ts';

/** A failed test is set aside, with the reason: the gate closes the door no longer, and is no yes. The next failed test closes it anew. */
export const setTestAside: Handler<typeof contract> = ({
  actor,
  params: { sessionId },
  body: { number, reason },
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const partition = subjectPartition({ kind: 'session', sessionId });
    const [entered, before] = await Promise.all([
      enterPrepared(store, sessionId, actor),
      readSeries(store, tests, partition),
    ]);
    const { door, self, found } = entered;
    if (!maySetAside(door, actor)) throw new Refusal('not-your-role');
    assertLive(door);
    const last = lastResult(before);
    if (door.gates.rehearsal !== 'missing' || last?.number !== number) throw new Refusal('changed-meanwhile');
    const { digests, disclosures } = sealAll({ reason }, randomBytes);
    const head = found(headKey(door.caseId));
    const log = enterInCaseLog({ caseId: door.caseId, head, by: self, now, randomBytes }, (by) =>
      testSetAside.entry({
        ...by,
        authority: { kind: 'role', ref: self.role },
        subject: { kind: 'session', ref: sessionId },
        details: { number },
        sealed: digests,
      }),
    );
    const to = 'untested' as const;
    return {
      changes: [
        putNext(tests, partition, before, {
          kind: 'set-aside' as const,
          of: number,
          reason,
          recordedAt: now.toISOString(),
          recordedBy: actor.personId,
          role: actor.role,
          pseudonym: self.pseudonym,
          disclosures,
        }),
        ...moveRehearsal(entered, { to, setAside: true, caseEntry: log.leafHash }, now, randomBytes),
        ...log.changes,
      ],
      answer: { gate: to },
    };
  });
