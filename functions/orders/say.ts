import { enterInCaseLog } from '../cases/port/case-log.ts';
import type { CaseFile } from '../cases/port/membership.ts';
import type { DeclaredEntry, EntryBy } from '../custody/port/action.ts';
import { headKey } from '../custody/port/append.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { nextNumber, putNext, readSeries, type NewStep } from '../shared/store/numbered-series.ts';
import { enterOrders } from './enter.ts';
import {
  ordersPartition,
  parseStandingOrder,
  standingOrderKey,
  type MatterRef,
  type Period,
  type StandingOrder,
} from './port/standing-orders.ts';
import { putStandingOrder, stepsOf, type StoredStep } from './store.ts';

/** How anything is said on an order: the step, what then stands, and the entry in the case's log in one transaction. */

type SayCall = Pick<Call, 'now' | 'context' | 'commit'> & {
  readonly actor: Staff;
  readonly params: { readonly caseId: string };
};

/** What was read to say it. */
export interface ReadBefore {
  readonly file: CaseFile;
  readonly steps: readonly StoredStep[];
  readonly before: StandingOrder | undefined;
}

/** A step without what is the same for all. */
type Said<Each = NewStep<StoredStep>> = Each extends unknown
  ? Omit<Each, 'recordedAt' | 'recordedBy' | 'role' | 'pseudonym' | 'about'>
  : never;

export interface WhatIsSaid {
  readonly step: Said;
  /** What stands from now on; not there: what stood. @param leafHash of the entry */
  readonly periods?: (leafHash: string) => readonly Period[] | undefined;
  readonly entry: (
    by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt' | 'authority' | 'subject'>,
  ) => DeclaredEntry;
}

/**
 * @throws {Refusal} those of `enterOrders` and of `decide`
 * @returns the number of the step
 */
export const say = (
  { actor, params: { caseId }, now, context: { store, randomBytes }, commit }: SayCall,
  about: MatterRef,
  decide: (read: ReadBefore) => Promise<WhatIsSaid> | WhatIsSaid,
): Promise<{ readonly step: number }> =>
  commit(async () => {
    const series = stepsOf(about);
    const [file, steps, [head, standing]] = await Promise.all([
      enterOrders(store, caseId, actor),
      readSeries(store, series, ordersPartition(caseId)),
      store.get([headKey(caseId), standingOrderKey(caseId, about)]),
    ]);
    const before = parseStandingOrder(standing);
    const { self } = file;
    const said = await decide({ file, steps, before });
    const log = enterInCaseLog({ caseId, head, by: self, now, randomBytes }, (by) =>
      said.entry({
        ...by,
        authority: { kind: 'role', ref: self.role },
        subject: { kind: 'case', ref: caseId },
      }),
    );
    const step = {
      ...said.step,
      recordedAt: now.toISOString(),
      recordedBy: actor.personId,
      role: self.role,
      pseudonym: self.pseudonym,
      about,
    } as NewStep<StoredStep>;
    const periods = said.periods?.(log.leafHash);
    return {
      changes: [
        putNext(series, ordersPartition(caseId), steps, step),
        ...(periods === undefined ? [] : [putStandingOrder({ caseId, about }, before, periods)]),
        ...log.changes,
      ],
      answer: { step: nextNumber(steps) },
    };
  });

/** How an entry names what it is about. */
export const namedInLog = (about: MatterRef) =>
  about.kind === 'pair' ? { protected: about.protected, from: about.from } : { session: about.sessionId };
