import { isEarlier, type AnyConsent } from './consent/standing.ts';
import type { WaivableWish } from './contract.ts';
import type { ConsentRecord } from './consent/contract.ts';
import type { EarlierConsent } from './earlier/contract.ts';

/** On whose word an entry about somebody stands: theirs. */
export const herWord = ({ pseudonym }: { readonly pseudonym: string }) =>
  ({
    authority: { kind: 'consent', ref: pseudonym },
    subject: { kind: 'witness', ref: pseudonym },
  }) as const;

/** One step in the history of a consent, oldest first. */
export type Step =
  | { readonly kind: 'record'; readonly recordedAt: string; readonly record: AnyConsent }
  | { readonly kind: 'withdrawal'; readonly recordedAt: string }
  | { readonly kind: 'wish-waived'; readonly wish: WaivableWish; readonly recordedAt: string };

export interface Standing {
  readonly recordedAt: string;
  readonly withdrawnAt?: string;
  readonly record?: AnyConsent;
  /** When the wish for a woman as interpreter was waived. */
  readonly waivedAt?: string;
  /** When the wish for a supporter was. */
  readonly supporterWaivedAt?: string;
}

/**
 * What stands now: the last record, and the first withdrawal after it. A withdrawal where nothing had been recorded
 * stands alone.
 */
export function standingOf(steps: readonly Step[]): Standing | undefined {
  let standing: Standing | undefined;
  for (const step of steps) {
    if (step.kind === 'wish-waived')
      standing = standing && {
        ...standing,
        [step.wish === 'supporter' ? 'supporterWaivedAt' : 'waivedAt']: step.recordedAt,
      };
    else if (step.kind === 'record') standing = { recordedAt: step.recordedAt, record: step.record };
    else if (standing?.withdrawnAt === undefined) {
      standing = { recordedAt: step.recordedAt, ...standing, withdrawnAt: step.recordedAt };
    }
  }
  return standing;
}

/** A record under the name of its form, so that whoever reads it knows which it is. */
export const byItsForm = (
  record: AnyConsent,
): { readonly record: ConsentRecord } | { readonly earlier: EarlierConsent } =>
  isEarlier(record) ? { earlier: record } : { record };
