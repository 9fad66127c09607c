import { enterInCaseLog } from '../../cases/port/case-log.ts';
import type { Member } from '../../cases/port/membership.ts';
import { headKey } from '../../custody/port/append.ts';
import { assertLive, checkDoor } from '../../sessions/port/door.ts';
import type { BodyOf } from '../../shared/http/contract.ts';
import type { Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { onCallKept } from '../actions.ts';
import { putOnCall, type OnCall } from '../store.ts';
import type { keepOnCall as contract } from './contract.ts';
import { enterOnCall, listShown } from './read-on-call.ts';
import { mayBeOnCall } from './who-is-on-call.ts';

/** So often one list is changed, and no more: each change is entered. */
const mostChanges = 60;

/** Names who is on call, in order. What says nothing new is entered no second time. */
export const keepOnCall: Handler<typeof contract> = ({
  actor,
  params: { sessionId },
  body: { people },
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const entered = await enterOnCall(store, sessionId, actor);
    const { door, file, found, before } = entered;
    assertLive(door);
    const { caseId } = door;
    const after: OnCall = {
      sessionId,
      caseId,
      version: (before?.version ?? 0) + 1,
      people: named(file.members, before, people),
    };
    const answer = listShown(entered, after);
    if (JSON.stringify(before?.people) === JSON.stringify(after.people)) return { changes: [], answer };
    if (after.version > mostChanges) throw new Refusal('too-many-entries');
    const pseudonyms = (of: OnCall['people']) => of.map(({ pseudonym }) => pseudonym);
    const log = enterInCaseLog(
      { caseId, head: found(headKey(caseId)), by: file.self, now, randomBytes },
      (by) =>
        onCallKept.entry({
          ...by,
          authority: { kind: 'role', ref: file.self.role },
          subject: { kind: 'session', ref: sessionId },
          details: {
            people: pseudonyms(after.people),
            texted: pseudonyms(after.people.filter(({ telephone }) => telephone !== undefined)),
          },
        }),
    );
    return { changes: [putOnCall(before, after, now), checkDoor(door), ...log.changes], answer };
  });

/** @throws {Refusal} `does-not-fit` for whoever is not of the case, or cannot be on call */
function named(
  members: readonly Member[],
  before: OnCall | undefined,
  people: BodyOf<typeof contract>['people'],
): OnCall['people'] {
  return people.map(({ pseudonym, telephone }, index) => {
    const member = members.find((each) => each.pseudonym === pseudonym);
    if (member === undefined || !mayBeOnCall(member.role))
      throw doesNotFit(`/people/${index}/pseudonym`, 'Name somebody of the case who can be on call.');
    const { personId, role } = member;
    const had = before?.people.find((each) => each.personId === personId)?.telephone;
    const number = telephone === 'none' ? undefined : (telephone ?? had);
    return { personId, role, pseudonym, ...(number === undefined ? {} : { telephone: number }) };
  });
}
