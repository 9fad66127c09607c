import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { headKey } from '../../custody/port/append.ts';
import { readThere } from '../../rooms/port/who-is-there.ts';
import { assertLive, isRunBy } from '../../sessions/port/door.ts';
import { enterSession, type Entered } from '../../sessions/port/enter-session.ts';
import { seatOf } from '../../sessions/port/seat-of.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import type { AnswerOf } from '../../shared/http/contract.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import { technicalAnswered } from '../actions.ts';
import { answered } from '../answering.ts';
import type { OnCallPerson } from '../store.ts';
import type { answerTechnical as answerContract, listTechnical as contract } from './contract.ts';
import { parseTechnical, putTechnical, readTechnical, technicalKey, type TechnicalCall } from './store.ts';

/** Who asks, and what is known of their device and where they are: for those who help. */
export const listTechnical: Handler<typeof contract> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  await enterAsHelper(store, sessionId, actor);
  return listed(store, sessionId, actor);
};

/** One of them sees to it, or says that it is done. Whoever comes second is shown who does. */
export const answerTechnical: Handler<typeof answerContract> = async ({
  actor,
  params: { sessionId },
  body: { pseudonym, state },
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const key = technicalKey(sessionId, pseudonym);
    const { door, self, found } = await enterAsHelper(store, sessionId, actor);
    assertLive(door);
    const [item] = await store.get([key]);
    const before = parseTechnical(item);
    if (before === undefined) throw new Refusal('not-found');
    const me: OnCallPerson = { personId: actor.personId, role: actor.role, pseudonym: self.pseudonym };
    const after = answered(before, me, state, now);
    // What the list says afterwards: everything but this call as it stands.
    const answer = await listed(store, sessionId, actor, after);
    if (after === undefined) return { changes: [], answer };
    const head = found(headKey(door.caseId));
    const log = enterInCaseLog({ caseId: door.caseId, head, by: self, now, randomBytes }, (by) =>
      technicalAnswered.entry({
        ...by,
        authority: { kind: 'role', ref: actor.role },
        subject: { kind: 'session', ref: sessionId },
        details: { caller: pseudonym, state },
      }),
    );
    return { changes: [putTechnical(before, after, now), ...log.changes], answer };
  });

/**
 * The technician, whoever runs the session, and the support officer, who sits beside whoever is heard.
 * @throws {Refusal} those of `enterSession`; `not-your-role`
 */
async function enterAsHelper(store: Store, sessionId: string, staff: Staff): Promise<Entered> {
  const entered = await enterSession(store, sessionId, staff, {
    next: ({ caseId }) => [headKey(caseId)],
  });
  const me = seatOf(entered.door, staff);
  const sitsBeside = me.seat === 'technician' || me.seat === 'support-officer';
  if (!sitsBeside && !isRunBy(entered.door, me)) throw new Refusal('not-your-role');
  return entered;
}

/** @param after one of the calls, as it will be */
async function listed(
  store: Store,
  sessionId: string,
  { personId }: Pick<Staff, 'personId'>,
  after?: TechnicalCall,
): Promise<AnswerOf<typeof contract>> {
  const [calls, { phase, seats }] = await Promise.all([
    readTechnical(store, sessionId),
    readThere(store, sessionId),
  ]);
  const shown = calls
    .map((call) => (call.pseudonym === after?.pseudonym ? after : call))
    .filter(({ state }) => state !== 'over');
  return {
    phase,
    calls: shown.map(({ seat, pseudonym, since, what, coming, state }) => {
      const there = seats[pseudonym];
      return {
        seat,
        pseudonym,
        since,
        at: there?.state ?? 'away',
        ...(what === undefined ? {} : { what }),
        ...(there?.device === undefined ? {} : { device: there.device }),
        ...(coming === undefined || state !== 'coming'
          ? {}
          : {
              coming: {
                role: coming.role,
                pseudonym: coming.pseudonym,
                at: coming.at,
                mine: coming.personId === personId,
              },
            }),
      };
    }),
  };
}
