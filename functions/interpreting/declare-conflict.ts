import { headKey, parseHead, prepareAppend } from '../custody/port/append.ts';
import { doorKey, parseDoor, setGate } from '../sessions/port/door.ts';
import { doorsOfCase } from '../sessions/port/sessions-of-case.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { commit, patient } from '../shared/store/commit.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import { newId } from '../shared/values/ids.ts';
import { interpreterDeclined, interpreterUnbound } from './actions.ts';
import type * as contract from './contract.ts';
import { declaredIn } from './declared-in.ts';
import { enterWithInterpreter, readDeclared } from './store.ts';
import { teamDecision } from './team-decision.ts';

/**
 * An interpreter says whether anything binds them to somebody of the case. A conflict is not taken back: whoever has one is
 * replaced. It closes the gate here in the same transaction, and of every other session of theirs in the case in one of its
 * own each; a request that is repeated goes on with those.
 */
export const declareConflict: Handler<typeof contract.declareConflict> = async (call) => {
  const { pseudonym, declaration } = call.body;
  const declines = declaration.conflict === 'declared';
  const answer = await teamDecision(call, pseudonym, async (read) => {
    if (read.one.declared === 'declared' && !declines)
      throw new Refusal('conflict-declared', { seat: 'interpreter' });
    const { changes, leafHash } = await declaredIn(call, read, declaration, true);
    const action = declines ? interpreterDeclined : interpreterUnbound;
    return {
      said: { disclosures: {} },
      declared: declaration.conflict,
      changes,
      entry: (by, gate) => action.entry({ ...by, details: { gate, caseEntry: leafHash } }),
    };
  });
  if (declines) await closeOthers(call);
  return answer;
};

type DeclareCall = Parameters<Handler<typeof contract.declareConflict>>[0];

async function closeOthers({ actor, params: { sessionId }, body, now, context }: DeclareCall): Promise<void> {
  const { store, randomBytes } = context;
  const { booked, self, door } = await enterWithInterpreter(store, sessionId, actor, body.pseudonym);
  if (booked === undefined) return;
  const { pseudonym } = booked;
  const [others, declared] = await Promise.all([
    doorsOfCase(store, door.caseId),
    readDeclared(store, door.caseId, pseudonym),
  ]);
  const caseEntry = declared.at(-1)?.leafHash ?? '';
  for (const other of others.filter((each) => each.sessionId !== sessionId)) {
    await commit(
      context,
      async () => {
        const keys = [doorKey(other.sessionId), headKey(other.sessionId)] as const;
        const found = await readByKey(store, keys);
        const read = parseDoor(found(keys[0]));
        const { interpreter } = read.gates;
        const sits = read.seats.some((taken) => taken.pseudonym === pseudonym);
        if (read.status === 'ended' || !sits || interpreter === 'refused' || interpreter === 'not-needed')
          return { changes: [], answer: undefined };
        const log = prepareAppend({
          logId: read.sessionId,
          caseId: read.caseId,
          head: parseHead(found(keys[1])),
          entries: [
            interpreterDeclined.entry({
              entryId: newId(randomBytes),
              actor: { role: self.role, pseudonym: self.pseudonym },
              authority: { kind: 'role', ref: self.role },
              subject: { kind: 'interpreter', ref: pseudonym },
              occurredAt: now.toISOString(),
              details: { gate: 'refused', caseEntry },
            }),
          ],
          recordedAt: now,
        });
        const move = { interpretedBy: undefined };
        return {
          changes: [setGate(read, 'interpreter', 'refused', move), ...log.changes],
          answer: undefined,
        };
      },
      patient,
    );
  }
}
