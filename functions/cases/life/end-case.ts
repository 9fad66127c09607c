import { sealAll } from '../../custody/port/disclosure.ts';
import { headKey } from '../../custody/port/append.ts';
import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { doorsOfCase, isToCome } from '../../sessions/port/sessions-of-case.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Call } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import type { Change } from '../../shared/store/store.ts';
import { instantOf, type Instant } from '../../shared/values/instants.ts';
import { enterInCaseLog } from '../port/case-log.ts';
import { moveCase, stateOf } from '../port/case-state.ts';
import { filePartition, parseFile, type CaseFile } from '../port/membership.ts';
import type { CaseState } from './contract.ts';
import { putDisclosures } from '../store.ts';

/** How a case is closed, held for an appeal, and opened again: by the State that asks, with a reason, entered in its log. */

/** What a change comes to. */
export interface CaseEnd {
  readonly to: CaseState;
  /** From which states it can be done. */
  readonly from: readonly CaseState[];
  readonly entry: (
    by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>,
    sealed: Readonly<Record<'note', string>> | Record<string, never>,
  ) => DeclaredEntry;
  /** What else changes with it. @param leafHash of the entry, in base64 */
  readonly changes?: (file: CaseFile, leafHash: string, now: Instant) => readonly Change[];
  /** @throws {Refusal} where this one may not */
  readonly assertMay?: (file: CaseFile) => void;
}

type EndCall = Pick<Call, 'now' | 'context' | 'commit'> & {
  readonly actor: Staff;
  readonly params: { readonly caseId: string };
  readonly body: { readonly note?: string | undefined };
};

/**
 * @throws {Refusal} `not-found` for whoever is not a member; `not-your-role` for one of another State than the one that asks,
 * or whose role is another now; `changed-meanwhile` for a case that is not in a state from which this leads on;
 * `sessions-to-come`
 */
export const endCase = (
  { actor, params: { caseId }, body, now, context: { store, randomBytes }, commit }: EndCall,
  { to, from, entry, changes, assertMay }: CaseEnd,
) =>
  commit(async () => {
    const [items, found] = await Promise.all([
      queryAll(store, 'cases', filePartition(caseId)),
      readByKey(store, [headKey(caseId)]),
    ]);
    const file = parseFile(items, actor.personId);
    // After the case: what is booked from here on moves the case on, and this is decided anew.
    const doors = await doorsOfCase(store, caseId);
    const { case: opened, self } = file;
    if (self.role !== actor.role || actor.country !== opened.requestingState)
      throw new Refusal('not-your-role');
    assertMay?.(file);
    if (!from.includes(stateOf(opened))) throw new Refusal('changed-meanwhile');
    const at = instantOf(now.getTime());
    const toCome = to === 'open' ? [] : doors.filter((door) => isToCome(door, at));
    if (toCome.length > 0)
      throw new Refusal('sessions-to-come', { sessions: toCome.map(({ sessionId }) => sessionId) });
    const { note } = body;
    const sealed = note === undefined ? undefined : sealAll({ note }, randomBytes);
    const head = found(headKey(caseId));
    const log = enterInCaseLog({ caseId, head, by: self, now, randomBytes }, (by) =>
      entry(by, sealed?.digests ?? {}),
    );
    return {
      changes: [
        moveCase(opened, { state: to }),
        ...(sealed === undefined ? [] : [putDisclosures(caseId, log.entryId, sealed.disclosures)]),
        ...(changes?.(file, log.leafHash, at) ?? []),
        ...log.changes,
      ],
      answer: { state: to },
    };
  });

/** On what an entry of it stands, and about what it is. */
export const ofCase = ({ actor, params }: Pick<EndCall, 'actor' | 'params'>) =>
  ({
    authority: { kind: 'role', ref: actor.role },
    subject: { kind: 'case', ref: params.caseId },
  }) as const;

/** @throws {Refusal} `not-your-role` for whoever is not of the court */
export function assertCourt({ role }: { readonly role: string }): void {
  if (role !== 'clerk' && role !== 'judge') throw new Refusal('not-your-role');
}
