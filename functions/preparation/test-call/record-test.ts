import { headKey } from '../../custody/port/append.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { assertLive, doorKey, heardIn, parseDoor, type Door } from '../../sessions/port/door.ts';
import { subjectPartition } from '../../sessions/port/gate-decision.ts';
import { isUnderWay } from '../../sessions/port/window.ts';
import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import { nextNumber, putNext, readSeries } from '../../shared/store/numbered-series.ts';
import { testRecorded } from '../actions.ts';
import type { recordTest as contract } from '../contract.ts';
import { assertNotTooMany, enterPrepared, takesPart, tests } from '../store.ts';
import { moveRehearsal } from './move-gate.ts';
import { gateAfter, outcomeOf } from './result.ts';

/**
 * Keeps what a rehearsal or a test call came to, as a version of its own: details in the case's log, and in the session's that
 * its gate moved, where it did. A failed one closes the gate until one passes.
 */
export const recordTest: Handler<typeof contract> = ({
  actor,
  params: { sessionId },
  body,
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const partition = subjectPartition({ kind: 'session', sessionId });
    const { what, testedIn, limits, points, measured } = body;
    const [entered, before] = await Promise.all([
      enterPrepared(store, sessionId, actor, testedIn === undefined ? [] : [doorKey(testedIn)]),
      readSeries(store, tests, partition),
    ]);
    const { door, self, found, holders } = entered;
    if (!takesPart(door, holders, actor)) throw new Refusal('not-your-role');
    assertLive(door);
    if (testedIn !== undefined) assertTriedThere(found, door, testedIn);
    const tested = outcomeOf(points);
    // Whoever is in a hearing stops it by a pause, for which there is a right; a closed gate would end it for everybody.
    if (tested === 'failed' && isUnderWay(door, now))
      throw doesNotFit('/points', 'The session has begun: what fails now is paused for, and no test.');
    assertNotTooMany(before, actor);
    const stands = door.gates.rehearsal === 'not-needed' ? 'untested' : door.gates.rehearsal;
    const gate = gateAfter(stands, tested);
    const number = nextNumber(before);
    const kept = limits === undefined ? undefined : sealAll({ limits }, randomBytes);
    const head = found(headKey(door.caseId));
    const log = enterInCaseLog({ caseId: door.caseId, head, by: self, now, randomBytes }, (by) =>
      testRecorded.entry({
        ...by,
        authority: { kind: 'role', ref: self.role },
        subject: { kind: 'session', ref: sessionId },
        details: { number, what, testedIn, outcome: tested, ...points, ...measured },
        ...(kept === undefined ? {} : { sealed: kept.digests }),
      }),
    );
    return {
      changes: [
        putNext(tests, partition, before, {
          kind: 'result' as const,
          result: body,
          outcome: tested,
          recordedAt: now.toISOString(),
          recordedBy: actor.personId,
          role: actor.role,
          pseudonym: self.pseudonym,
          disclosures: kept?.disclosures ?? {},
        }),
        ...moveRehearsal(entered, { to: gate, caseEntry: log.leafHash }, now, randomBytes),
        ...log.changes,
      ],
      answer: { number, outcome: tested, gate },
    };
  });

/** @throws {Refusal} `does-not-fit` for anything but a visit or a rehearsal of the case with somebody who is heard here */
function assertTriedThere(found: Found, { caseId, ...door }: Door, testedIn: string): void {
  const item = found(doorKey(testedIn));
  const there = item === undefined ? undefined : parseDoor(item);
  const heard = there === undefined ? [] : heardIn(there);
  if (
    there?.caseId !== caseId ||
    (there.kind !== 'rehearsal' && there.kind !== 'preparation-visit') ||
    (there.status !== 'booked' && there.status !== 'ended') ||
    !heardIn(door).some((each) => heard.includes(each))
  )
    throw doesNotFit(
      '/testedIn',
      'Name a visit or a rehearsal of this case with whoever is heard, or leave it out.',
    );
}
