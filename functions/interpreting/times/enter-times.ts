import { headKey, parseHead, prepareAppend } from '../../custody/port/append.ts';
import { bookedSpans, bookedSpansKey } from '../../sessions/port/booked-spans.ts';
import { checkDoor } from '../../sessions/port/door.ts';
import { subjectPartition } from '../../sessions/port/gate-decision.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { putNext, readSeries } from '../../shared/store/numbered-series.ts';
import { newId } from '../../shared/values/ids.ts';
import { interpreterTimesEntered } from '../actions.ts';
import type * as contract from './contract.ts';
import { enteredTimes, enterWithInterpreter } from '../store.ts';
import { assertTimes } from './times.ts';

/** When somebody worked, where the room counted otherwise: also once the session is over, and it moves no gate. */
export const enterTimes: Handler<typeof contract.enterTimes> = ({
  actor,
  params: { sessionId },
  body: { pseudonym: named, ...times },
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const partition = subjectPartition({ kind: 'session', sessionId });
    const [{ booked, self, door, found }, before] = await Promise.all([
      enterWithInterpreter(store, sessionId, actor, named, [bookedSpansKey(sessionId), headKey(sessionId)]),
      readSeries(store, enteredTimes, partition),
    ]);
    if (booked === undefined) throw new Refusal('person-not-suitable', { seat: 'interpreter' });
    assertTimes(bookedSpans(found(bookedSpansKey(sessionId)), 'interpreter'), times, now);
    const recordedAt = now.toISOString();
    const { pseudonym } = booked;
    const entry = interpreterTimesEntered.entry({
      entryId: newId(randomBytes),
      actor: { role: self.role, pseudonym: self.pseudonym },
      authority: { kind: 'role', ref: self.role },
      subject: { kind: 'interpreter', ref: pseudonym },
      occurredAt: recordedAt,
      details: times,
    });
    const head = parseHead(found(headKey(sessionId)));
    const log = prepareAppend({
      logId: sessionId,
      caseId: door.caseId,
      head,
      entries: [entry],
      recordedAt: now,
    });
    const step = { ...times, pseudonym, recordedAt, recordedBy: actor.personId };
    return {
      // Whoever is replaced at this moment has the seat no more, and is not who is meant.
      changes: [putNext(enteredTimes, partition, before, step), checkDoor(door), ...log.changes],
      answer: { day: times.day },
    };
  });
