import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { enterParty, type EnteredParty } from '../../cases/port/enter-party.ts';
import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { headKey } from '../../custody/port/append.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Call } from '../../shared/http/call.ts';
import type { Plan } from '../../shared/store/commit.ts';
import type { Change, Key } from '../../shared/store/store.ts';

/** What one step of the vault comes to. */
interface Step<Answer> {
  /** Those that name the entry are made with its leaf hash. */
  readonly changes: readonly Change[] | ((leafHash: string) => readonly Change[]);
  readonly entry: (by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>) => DeclaredEntry;
  readonly answer: Answer;
}

type VaultCall = Pick<Call, 'now' | 'context'> & {
  readonly actor: Staff;
  readonly params: { readonly caseId: string; readonly party: string };
};

/**
 * One step of the vault, whichever: what it changes and its entry in the log of the case, in one transaction.
 * @param more what is to be read along
 * @throws {Refusal} those of `enterParty`, and of `decide`
 */
export async function vaultStep<Answer>(
  { actor, params, now, context: { store, randomBytes } }: VaultCall,
  more: readonly Key[],
  decide: (entered: EnteredParty) => Promise<Step<Answer>> | Step<Answer>,
): Promise<Plan<Answer>> {
  const { caseId } = params;
  const entered = await enterParty(store, params, actor, [headKey(caseId), ...more]);
  const { changes, entry, answer } = await decide(entered);
  const head = entered.found(headKey(caseId));
  const log = enterInCaseLog({ caseId, head, by: entered.self, now, randomBytes }, entry);
  const made = typeof changes === 'function' ? changes(log.leafHash) : changes;
  return { changes: [...made, ...log.changes], answer };
}
