import { headKey } from '../../custody/port/append.ts';
import { doorsOfCase, isToCome } from '../../sessions/port/sessions-of-case.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { reopenings } from '../../witnesses/port/reopening.ts';
import { partyLeft } from '../actions.ts';
import { enterAllInCaseLog } from '../port/case-log.ts';
import { moveCase } from '../port/case-state.ts';
import { assertRoleStands, filePartition, parseFile } from '../port/membership.ts';
import { assertOwnCourt } from '../port/own-court.ts';
import { partyGone } from '../port/parties.ts';
import type { leaveAsParty as contract } from './contract.ts';

/**
 * The case has a party no more: an accused who was dropped, a guardian or expert who is not fit, one who was named in error and is
 * named anew. They come to no session and speak for nobody from then on; what was done stays under their pseudonym, which nobody
 * else is given. Also in a case that has ended: an unfit guardian could still withdraw for a child.
 * @throws {Refusal} those of `assertOwnCourt`; `not-found` for whoever is no member, and for a party whom the case does not have; `still-needed` while they
 * have a seat in a session to come; `does-not-fit` while counsel represents them
 */
export const leaveAsParty: Handler<typeof contract> = ({ actor, params, body, now, context, commit }) =>
  commit(async () => {
    const { caseId, party: who } = params;
    const { store, randomBytes } = context;
    const file = parseFile(await queryAll(store, 'cases', filePartition(caseId)), actor.personId);
    assertRoleStands(file.self, actor);
    assertOwnCourt(actor, file.case);
    const party = file.parties.find(({ pseudonym }) => pseudonym === who);
    if (party === undefined) throw new Refusal('not-found');
    if (file.members.some((member) => member.for === who))
      throw new Refusal('does-not-fit', {}, [
        { pointer: '', message: 'Counsel represents them: take that counsel out of the case first.' },
      ]);
    // After the case: a seat that is given from here on moves the case on, and this is decided anew.
    const [doors, [head]] = await Promise.all([doorsOfCase(store, caseId), store.get([headKey(caseId)])]);
    const at = instantOf(now.getTime());
    const sessions = doors
      .filter((door) => isToCome(door, at) && door.seats.some(({ pseudonym }) => pseudonym === who))
      .map(({ sessionId }) => sessionId);
    if (sessions.length > 0)
      throw new Refusal('still-needed', { sessions, witnesses: [], lastProsecutor: false });
    // Against whom it goes no further may be free from today.
    const freed = party.role === 'accused' && body.reason === 'dropped';
    const reopened = freed
      ? await reopenings(store, file.standings, { trigger: 'release', now, randomBytes, by: actor })
      : [];
    const log = enterAllInCaseLog({ caseId, head, by: file.self, now, randomBytes }, [
      (by) =>
        partyLeft.entry({
          ...by,
          authority: { kind: 'role', ref: actor.role },
          subject: { kind: 'party', ref: who },
          details: { role: party.role, reason: body.reason },
        }),
      ...reopened.map(({ entry }) => entry),
    ]);
    return {
      changes: [
        moveCase(file.case),
        partyGone(party, at),
        ...reopened.flatMap(({ changes }, index) => changes(log.entered[index + 1]?.leafHash ?? '')),
        ...log.changes,
      ],
      answer: { left: true },
    };
  });
