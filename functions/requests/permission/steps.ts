import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import type { Paper, PermissionDecision, WayTried } from './contract.ts';

/**
 * How a decision comes to stand: by an officer of the host State at once; or, where that authority has no account, from its
 * paper by two officers of the requesting central authority, the second of whom confirms what the first one entered.
 */

export type PermissionStep =
  | { readonly kind: 'decided'; readonly decision: PermissionDecision }
  | { readonly kind: 'paper-entered'; readonly decision: PermissionDecision; readonly paper: Paper }
  /** @param entry number of the step that it confirms */
  | { readonly kind: 'paper-confirmed'; readonly entry: number }
  /** @param of number of the step since which the decision stands */
  | ({ readonly kind: 'way-tried'; readonly of: number } & WayTried);

export type Taken = PermissionStep & {
  readonly number: number;
  readonly recordedBy: string;
  /** Whose decision it is. */
  readonly hostState: string;
};

/** Those of one State: where the person has crossed a border, what another one said is nothing to it. */
export const ofState = <Each extends Taken>(steps: readonly Each[], hostState: string): readonly Each[] =>
  steps.filter((step) => step.hostState === hostState);

/** What stands, and what waits for a second officer. */
export interface PermissionNow {
  readonly decision?: PermissionDecision;
  /** Absent where an officer of the host State entered it. */
  readonly paper?: Paper;
  readonly since?: number;
  /** Ways before the live link that did not work, of what stands. */
  readonly tried?: readonly WayTried[];
  readonly waiting?: {
    readonly entry: number;
    readonly by: string;
    readonly decision: PermissionDecision;
    readonly paper: Paper;
  };
}

export function permissionNow(steps: readonly Taken[]): PermissionNow {
  let now: PermissionNow = {};
  for (const step of steps) now = after(now, step);
  return now;
}

/**
 * What stood at some time and does not any more, oldest first, each with the step since which it did.
 * @param last the step since which what stands now does, if anything does
 */
export function standingBefore(
  steps: readonly Taken[],
  last: number | undefined,
): readonly (Required<Pick<PermissionNow, 'decision' | 'since'>> & Pick<PermissionNow, 'paper'>)[] {
  const stood = steps.map((_, at) => permissionNow(steps.slice(0, at + 1)));
  return stood.flatMap(({ decision, since, paper }, at) =>
    decision === undefined || since === undefined || since === last || stood[at - 1]?.since === since
      ? []
      : [{ decision, since, ...(paper === undefined ? {} : { paper }) }],
  );
}

function after(now: PermissionNow, step: Taken): PermissionNow {
  const { number, recordedBy } = step;
  switch (step.kind) {
    case 'decided':
      return { decision: step.decision, since: number };
    case 'paper-entered': {
      const { decision, paper } = step;
      const waiting = { entry: number, by: recordedBy, decision, paper };
      // That a host State says no, or not yet, holds from the first word of it; that it says yes, from the second.
      return decision.decision === 'granted'
        ? { ...now, waiting }
        : { decision, paper, since: number, waiting };
    }
    case 'paper-confirmed': {
      const { waiting } = now;
      if (waiting?.entry !== step.entry) return now;
      return { decision: waiting.decision, paper: waiting.paper, since: number };
    }
    case 'way-tried': {
      const { of, modality, outcome, on } = step;
      return now.since === of ? { ...now, tried: [...(now.tried ?? []), { modality, outcome, on }] } : now;
    }
  }
}

/** Who enters, as the directory has them. */
export interface Enterer {
  readonly personId: string;
  readonly role: string;
  readonly country?: string | undefined;
}

interface States {
  readonly hostState: string;
  readonly requestingState: string;
}

/** @throws {Refusal} `host-state-decides` for whoever is of no authority of the host State */
export function assertOfHostState(
  { role, country }: Enterer,
  { hostState }: Pick<States, 'hostState'>,
): void {
  if (role !== 'central-authority' || country !== hostState) throw new Refusal('host-state-decides');
}

/**
 * From paper: officers of the requesting central authority, and only where the host State’s has nobody in the case.
 * @param others those of the case beside whoever enters
 * @throws {Refusal} `host-state-decides`
 */
export function assertMayEnterPaper(
  { role, country }: Enterer,
  { hostState, requestingState }: States,
  others: readonly Enterer[],
): void {
  const theirs = others.some((one) => one.role === 'central-authority' && one.country === hostState);
  if (role !== 'central-authority' || country !== requestingState || theirs)
    throw new Refusal('host-state-decides');
}

/**
 * That a way did not work is said by a central authority of either State.
 * @throws {Refusal} `host-state-decides`
 */
export function assertOfEitherState(
  { role, country }: Enterer,
  { hostState, requestingState }: States,
): void {
  if (role !== 'central-authority' || (country !== hostState && country !== requestingState))
    throw new Refusal('host-state-decides');
}

/**
 * What the second officer confirms.
 * @param entry the entry that they read, by its number
 * @param sha256 of the document that they have before them
 * @throws {Refusal} `changed-meanwhile` where another entry waits by now, or none; `second-officer-needed` for whoever made
 * it; `does-not-fit` where the two have different documents before them
 */
export function confirmed(
  { waiting }: PermissionNow,
  entry: number,
  sha256: string,
  personId: string,
): NonNullable<PermissionNow['waiting']> {
  if (waiting === undefined || waiting.entry !== entry) throw new Refusal('changed-meanwhile');
  if (waiting.by === personId) throw new Refusal('second-officer-needed');
  if (waiting.paper.sha256 !== sha256)
    throw doesNotFit(
      '/sha256',
      'The document before you is not the one that was entered. Compare the two files, then enter it anew.',
    );
  return waiting;
}
