import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import { personPartition } from '../../cases/port/standing-decision.ts';
import { putStanding, type Standing } from '../../cases/port/standing.ts';
import type { Role } from '../../shared/access/roles.ts';
import { putNext, readSeries } from '../../shared/store/numbered-series.ts';
import type { Change, Store } from '../../shared/store/store.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { riskPlanReopened } from '../actions.ts';
import type { ReviewTrigger } from '../plan/contract.ts';
import { plans } from '../store.ts';

/**
 * The published port of `witnesses` on what reopens a risk plan by itself: nobody has to remember that a new accused, or a move
 * to another State, is a reason to look at it again. It is in the transaction of what happened.
 */

export interface Reopening {
  readonly entry: (by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>) => DeclaredEntry;
  /** @param leafHash of the entry, in base64 */
  readonly changes: (leafHash: string) => readonly Change[];
}

interface Happened {
  readonly trigger: ReviewTrigger;
  readonly now: Date;
  readonly randomBytes: RandomBytes;
  /** Whoever entered what happened. */
  readonly by: { readonly personId: string; readonly role: Role };
}

/**
 * What it comes to for each who has a plan: it stands no more until there is another one. A no-go stays one, and where there is
 * no plan there is nothing to look at again.
 * @param standings of the case, as they were read in this try
 */
export async function reopenings(
  store: Store,
  standings: readonly Standing[],
  happened: Happened,
): Promise<readonly Reopening[]> {
  const stand = standings.filter(({ gate, state }) => gate === 'riskPlan' && state !== 'refused');
  const read = await Promise.all(
    stand.map(async (standing) => {
      const partition = personPartition(standing.caseId, standing.pseudonym);
      return { standing, partition, before: await readSeries(store, plans, partition) };
    }),
  );
  return read
    .filter(({ before }) => before.some(({ kind }) => kind === 'plan' || kind === 'earlier'))
    .map(({ standing, partition, before }) => {
      const { trigger, now, randomBytes, by } = happened;
      const recordedAt = parseInstant(now.toISOString());
      const { digests, disclosures } = sealAll({ trigger }, randomBytes);
      return {
        entry: (acting) =>
          riskPlanReopened.entry({
            ...acting,
            authority: { kind: 'role', ref: by.role },
            subject: { kind: 'witness', ref: standing.pseudonym },
            details: { gate: 'missing' },
            sealed: digests,
          }),
        changes: (leafHash) => [
          putNext(plans, partition, before, {
            kind: 'review',
            trigger,
            disclosures,
            recordedAt,
            recordedBy: by.personId,
          }),
          putStanding(standing, standing, { state: 'missing', recordedAt, leafHash }),
        ],
      };
    });
}
