import type { DeclaredEntry, EntryBy } from '../custody/port/action.ts';
import { headKey } from '../custody/port/append.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Change, Key } from '../shared/store/store.ts';
import type { Reopening } from '../witnesses/port/reopening.ts';
import { enterAllInCaseLog } from './port/case-log.ts';
import { enterParty, type EnteredParty } from './port/enter-party.ts';
import { moveWitness } from './port/membership.ts';
import { putSaid, saidKey } from './port/said-of-witness.ts';

/** How what protects somebody who is heard changes: by the one who holds contact, with an entry in the case's log. */

/** What a change comes to. */
export interface Kept<Answer> {
  readonly set: Parameters<typeof moveWitness>[2];
  /** What opens the sealed fields of the entry, by name. */
  readonly disclosures?: Readonly<Record<string, string>>;
  readonly entry: (by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>) => DeclaredEntry;
  /** What of the risk plan it reopens. */
  readonly reopens?: readonly Reopening[];
  /** What else changes in the same transaction. @param leafHash of the entry, in base64 */
  readonly changes?: (leafHash: string) => readonly Change[];
  readonly answer: Answer;
}

type KeepCall = Pick<Call, 'now' | 'context' | 'commit'> & {
  readonly actor: Staff;
  readonly params: { readonly caseId: string; readonly party: string };
};

/**
 * @param more what is to be read along
 * @param mayKeep whether somebody who does not hold contact may all the same
 * @throws {Refusal} those of `enterParty`; `not-your-role` for whoever does not hold contact; those of `decide`
 */
export const keepWitness = <Answer>(
  { actor, params, now, context: { store, randomBytes }, commit }: KeepCall,
  more: readonly Key[],
  decide: (entered: EnteredParty) => Promise<Kept<Answer>> | Kept<Answer>,
  mayKeep: (entered: EnteredParty) => Promise<boolean> | boolean = () => false,
): Promise<Answer> =>
  commit(async () => {
    const { caseId } = params;
    const own = saidKey({ caseId, pseudonym: params.party });
    const entered = await enterParty(store, params, actor, [headKey(caseId), own, ...more]);
    const { self, witness, found } = entered;
    if (witness.holder !== actor.personId && !(await mayKeep(entered))) throw new Refusal('not-your-role');
    const { set, entry, changes, disclosures, reopens = [], answer } = await decide(entered);
    const head = found(headKey(caseId));
    const log = enterAllInCaseLog({ caseId, head, by: self, now, randomBytes }, [
      entry,
      ...reopens.map((each) => each.entry),
    ]);
    const [{ entryId, leafHash } = { entryId: '', leafHash: '' }, ...others] = log.entered;
    return {
      changes: [
        moveWitness(found, witness, set),
        ...(disclosures === undefined ? [] : [putSaid(found, witness, { entryId, disclosures })]),
        ...(changes?.(leafHash) ?? []),
        ...reopens.flatMap((each, at) => each.changes(others[at]?.leafHash ?? '')),
        ...log.changes,
      ],
      answer,
    };
  });

/** On what an entry of it stands, and about whom it is. */
export const keptOf = ({ witness, self }: Pick<EnteredParty, 'witness' | 'self'>) =>
  ({
    authority: { kind: 'role', ref: self.role },
    subject: { kind: 'witness', ref: witness.pseudonym },
  }) as const;
