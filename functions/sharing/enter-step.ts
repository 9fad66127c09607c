import { enterInCaseLog } from '../cases/port/case-log.ts';
import { checkCaseOpen } from '../cases/port/case-state.ts';
import { enterParty, type EnteredParty } from '../cases/port/enter-party.ts';
import { checkMember, holdWitness } from '../cases/port/membership.ts';
import { parseStanding, standingKey, type Standing } from '../cases/port/standing.ts';
import type { DeclaredEntry, EntryBy } from '../custody/port/action.ts';
import { headKey } from '../custody/port/append.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { nextNumber, putNext, readSeries, type NewStep } from '../shared/store/numbered-series.ts';
import type { Change } from '../shared/store/store.ts';
import { instantOf, type Instant } from '../shared/values/instants.ts';
import { assertNotTooMany } from './rules.ts';
import { sharingPartition, stepsAbout, type SaidStep, type StoredStep } from './store.ts';

/** How anything is said on what somebody told: the step, what it rests on, and the entry in the case's log in one transaction. */

type StepCall = Pick<Call, 'now' | 'context' | 'commit'> & {
  readonly actor: Staff;
  readonly params: { readonly caseId: string; readonly party: string };
};

export interface ReadBefore extends EnteredParty {
  readonly steps: readonly StoredStep[];
  readonly consent: Standing | undefined;
  readonly now: Instant;
  /** The number that the step will have. */
  readonly number: number;
}

type EntryOf<Sealed extends string> = (
  by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt' | 'authority' | 'subject'> & {
    readonly sealed: Readonly<Record<Sealed, string>>;
  },
) => DeclaredEntry;

interface WhatIsSaid {
  readonly step: SaidStep;
  readonly seal: Readonly<Record<string, string>>;
  readonly entry: EntryOf<string>;
  readonly waits?: Waiting | undefined;
}

/** Whom it waits for from now on, and for whom no more (`chased.ts`). @param number of the step */
export type Waiting = (of: {
  readonly caseId: string;
  readonly party: string;
  readonly number: number;
}) => readonly Change[];

/** @param seal what is sealed in the entry, by field */
export const said = <Sealed extends string>(
  step: SaidStep,
  seal: Readonly<Record<Sealed, string>>,
  entry: EntryOf<NoInfer<Sealed>>,
  waits?: Waiting,
): WhatIsSaid => ({ step, seal, entry, waits });

/** What a step rests on beside who asks. */
interface RestsOn {
  /** Only who holds contact may, and does so while it is written. */
  readonly holder?: true;
  /** Nothing of the kind begins in a case that is closed. */
  readonly open?: true;
  /** Consent is what was read: a withdrawal that comes between goes first. */
  readonly consent?: true;
}

/**
 * Whoever says it is of the case still as it is written.
 * @throws {Refusal} those of `enterParty` and of `decide`; `not-your-role`, `case-closed`, `too-many-entries`
 * @returns the number of the step
 */
export const enterStep = (
  { actor, params, now, context: { store, randomBytes }, commit }: StepCall,
  rests: RestsOn,
  decide: (read: ReadBefore) => WhatIsSaid,
): Promise<{ readonly number: number }> =>
  commit(async () => {
    const { caseId, party } = params;
    const [series, partition, own] = [
      stepsAbout(party),
      sharingPartition(caseId),
      standingKey(caseId, party, 'consent'),
    ];
    const [entered, steps] = await Promise.all([
      enterParty(store, params, actor, [headKey(caseId), own]),
      readSeries(store, series, partition),
    ]);
    const { self, witness, found } = entered;
    if (rests.holder && witness.holder !== actor.personId) throw new Refusal('not-your-role');
    const consent = parseStanding(found(own));
    const number = nextNumber(steps);
    const what = decide({ ...entered, steps, consent, now: instantOf(now.getTime()), number });
    assertNotTooMany(steps, actor.personId, what.step.kind);
    const { digests, disclosures } = sealAll(what.seal, randomBytes);
    const log = enterInCaseLog({ caseId, head: found(headKey(caseId)), by: self, now, randomBytes }, (by) =>
      what.entry({
        ...by,
        authority: { kind: 'role', ref: self.role },
        subject: { kind: 'witness', ref: party },
        sealed: digests,
      }),
    );
    const step = {
      ...what.step,
      recordedAt: now.toISOString(),
      recordedBy: actor.personId,
      role: actor.role,
      pseudonym: self.pseudonym,
      agencyId: actor.agencyId,
      disclosures,
    } as NewStep<StoredStep>;
    return {
      changes: [
        putNext(series, partition, steps, step),
        checkMember(self),
        ...(rests.holder ? [holdWitness(found, witness)] : []),
        ...(rests.open ? [checkCaseOpen(entered.case)] : []),
        ...(rests.consent ? [asRead(own, consent)] : []),
        ...(what.waits?.({ caseId, party, number }) ?? []),
        ...log.changes,
      ],
      answer: { number },
    };
  });

const asRead = (key: ReturnType<typeof standingKey>, consent: Standing | undefined): Change => ({
  kind: 'check',
  key,
  when: consent === undefined ? 'absent' : { version: consent.version },
  onRefused: 'retry',
});
