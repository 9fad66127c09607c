import { headKey } from '../../custody/port/append.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { assertLive, checkDoor } from '../../sessions/port/door.ts';
import { subjectPartition } from '../../sessions/port/gate-decision.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { putNext, readSeries } from '../../shared/store/numbered-series.ts';
import { itemTicked } from '../actions.ts';
import { saysNothingNew, ticksIt } from './checklist.ts';
import type { tickItem as contract } from '../contract.ts';
import { assertNotTooMany, enterPrepared, takesPart, ticks } from '../store.ts';

/** Ticks an item of the checklist, takes that back, or says why it does not apply; what is so already is entered no second time. */
export const tickOneItem: Handler<typeof contract> = ({
  actor,
  params: { sessionId },
  body,
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const partition = subjectPartition({ kind: 'session', sessionId });
    const [{ door, self, found, holders }, before] = await Promise.all([
      enterPrepared(store, sessionId, actor),
      readSeries(store, ticks, partition),
    ]);
    if (!ticksIt(body.item, self.role) || !takesPart(door, holders, actor))
      throw new Refusal('not-your-role');
    assertLive(door);
    const { item, state, reason } = body;
    if (saysNothingNew(before, body)) return { changes: [], answer: { state } };
    assertNotTooMany(before, actor);
    const kept = reason === undefined ? undefined : sealAll({ reason }, randomBytes);
    const head = found(headKey(door.caseId));
    const log = enterInCaseLog({ caseId: door.caseId, head, by: self, now, randomBytes }, (by) =>
      itemTicked.entry({
        ...by,
        authority: { kind: 'role', ref: self.role },
        subject: { kind: 'session', ref: sessionId },
        details: { item, state },
        ...(kept === undefined ? {} : { sealed: kept.digests }),
      }),
    );
    return {
      changes: [
        putNext(ticks, partition, before, {
          item,
          state,
          ...(reason === undefined ? {} : { reason }),
          recordedAt: now.toISOString(),
          recordedBy: actor.personId,
          role: actor.role,
          pseudonym: self.pseudonym,
          disclosures: kept?.disclosures ?? {},
        }),
        checkDoor(door),
        ...log.changes,
      ],
      answer: { state },
    };
  });
