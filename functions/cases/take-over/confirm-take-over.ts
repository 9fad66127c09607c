import { headKey } from '../../custody/port/append.ts';
import { askToDo } from '../../notices/port/case-tasks.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { putNext, readSeries } from '../../shared/store/numbered-series.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import type { Change, Store } from '../../shared/store/store.ts';
import { instantOf, parseInstant } from '../../shared/values/instants.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import { witnessTakenOver } from '../actions.ts';
import { enterInCaseLog } from '../port/case-log.ts';
import { contactGiven } from '../port/case-state.ts';
import { enterParty } from '../port/enter-party.ts';
import {
  caseKey,
  checkMember,
  filePartition,
  freePseudonym,
  moveWitness,
  parseCase,
  parsePseudonyms,
  pseudonymsKey,
  takePseudonym,
  witnessIn,
  witnessKeys,
} from '../port/membership.ts';
import { personPartition } from '../port/standing-decision.ts';
import { canHold } from './can-hold.ts';
import type { confirmForAgency as ofAgency, confirmTakeOver as contract } from './contract.ts';
import { confirmable, lastOf, untilOf } from './rules.ts';
import { dropLineFor, lineKey, parseTakeOverLine, takeOvers, takeOverTask } from './store.ts';

/** A second person's word: contact goes over. The one who held it is told at once, and what waits for them waits for the other. */

interface Second {
  readonly personId: string;
  readonly role: Role;
  readonly pseudonym: string;
  /** What holds of them, or is entered with them, in the same transaction. */
  readonly changes: readonly Change[];
}

interface Confirming {
  readonly store: Store;
  readonly randomBytes: RandomBytes;
  readonly now: Date;
  readonly caseId: string;
  readonly party: string;
  readonly number: number;
}

/** @throws {Refusal} those of `confirmable` and `canHold`; `not-found` */
async function contactGoesOver(
  { store, randomBytes, now, caseId, party, number }: Confirming,
  second: Second,
): Promise<{ readonly changes: readonly Change[]; readonly holder: string }> {
  const partition = personPartition(caseId, party);
  const keys = [headKey(caseId), caseKey(caseId), ...witnessKeys(caseId, [party])];
  const [found, steps, file] = await Promise.all([
    readByKey(store, keys),
    readSeries(store, takeOvers, partition),
    queryAll(store, 'cases', filePartition(caseId)),
  ]);
  const witness = witnessIn(found, caseId, party);
  if (witness === undefined) throw new Refusal('not-found');
  const { personId } = second;
  const asked = confirmable(lastOf(steps, instantOf(now.getTime())), number, {
    personId,
    holder: witness.holder,
  });
  const { member } = await canHold(store, file, asked.recordedBy);
  const to = member.personId;
  const recordedAt = parseInstant(now.toISOString());
  const log = enterInCaseLog({ caseId, head: found(headKey(caseId)), by: second, now, randomBytes }, (by) =>
    witnessTakenOver.entry({
      ...by,
      authority: { kind: 'role', ref: second.role },
      subject: { kind: 'witness', ref: party },
      details: { from: asked.fromPseudonym, to: member.pseudonym },
    }),
  );
  return {
    holder: to,
    changes: [
      putNext(takeOvers, partition, steps, {
        kind: 'confirmed',
        of: asked.number,
        pseudonym: second.pseudonym,
        recordedAt,
        recordedBy: personId,
      }),
      moveWitness(found, witness, { holder: to, mayKnow: witness.mayKnow.filter((each) => each !== to) }),
      // The one who is to hold contact does not leave meanwhile.
      contactGiven(parseCase(found(caseKey(caseId)))),
      checkMember(member),
      dropLineFor(asked.agencyId, asked.takeOverId),
      ...askToDo(
        { caseId, task: takeOverTask(party), personId: asked.from, dueAt: untilOf(recordedAt) },
        now,
      ),
      ...second.changes,
      ...log.changes,
    ],
  };
}

export const confirmTakeOver: Handler<typeof contract> = ({ actor, params, body, now, context, commit }) =>
  commit(async () => {
    const { self } = await enterParty(context.store, params, actor);
    const second = { ...self, changes: [checkMember(self)] };
    const { changes, holder } = await contactGoesOver({ ...context, ...params, ...body, now }, second);
    return { changes, answer: { holder } };
  });

/** An administrator is of no case: they confirm what their agency's officers ask, and stand in its log under a pseudonym of this once. */
export const confirmForAgency: Handler<typeof ofAgency> = ({ actor, body, now, context, commit }) =>
  commit(async () => {
    const { store, randomBytes } = context;
    const [item] = await store.get([lineKey(actor.agencyId, body.takeOverId)]);
    if (item === undefined) throw new Refusal('not-found');
    const { caseId, party, number } = parseTakeOverLine(item);
    const [names] = await store.get([pseudonymsKey(caseId)]);
    const pseudonyms = parsePseudonyms(names);
    const { personId, role } = actor;
    const pseudonym = freePseudonym(role, pseudonyms.taken, randomBytes);
    const second = { personId, role, pseudonym, changes: [takePseudonym([pseudonym], pseudonyms)] };
    const { changes } = await contactGoesOver({ store, randomBytes, now, caseId, party, number }, second);
    return { changes, answer: { confirmed: true as const } };
  });
