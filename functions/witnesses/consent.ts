import type * as z from 'zod';
import { Refusal } from '../shared/refusals.ts';
import { consent } from './contract.ts';

export type Consent = z.output<typeof consent>;

const toldOf = Object.keys(consent.shape.told.shape) as (keyof Consent['told'])[];

/**
 * What her answer does to the door. Her no counts however it came about, and needs no proof of understanding; her yes
 * counts only when she was told everything and could say it back. Taking part and being seen live are two questions,
 * and both need a yes. Source: domain notes C2; WHO's standards on informed consent.
 * @throws {Refusal} `consent-missing` for a yes that was not informed, naming what is missing; nothing is to be kept
 */
export function gateOf({ scopes, told, understood }: Consent): 'open' | 'refused' {
  if (scopes.takePart === 'no' || scopes.liveVideo === 'no') return 'refused';
  const missing = toldOf.filter((name) => !told[name]).map((name) => `/told/${name}`);
  if (!understood) missing.push('/understood');
  if (missing.length > 0) {
    const errors = missing.map((pointer) => ({ pointer, message: 'Without this, her yes is not consent.' }));
    throw new Refusal('consent-missing', {}, errors);
  }
  return 'open';
}

/**
 * What she said, field by field, as it is sealed into the log: a court can be shown that recording was refused without
 * learning her language.
 */
export const sealedFields = ({ scopes, language, interpreter, method, mark }: Consent) => ({
  ...scopes,
  language,
  interpreter,
  method,
  mark,
});

/** On whose word an entry about her stands: hers. */
export const herWord = ({ pseudonym }: { readonly pseudonym: string }) =>
  ({
    authority: { kind: 'consent', ref: pseudonym },
    subject: { kind: 'witness', ref: pseudonym },
  }) as const;

/** One step in the history of her consent, oldest first. */
export type Step =
  | { readonly kind: 'record'; readonly recordedAt: string; readonly record: Consent }
  | { readonly kind: 'withdrawal'; readonly recordedAt: string };

export interface Standing {
  readonly recordedAt: string;
  readonly withdrawnAt?: string;
  readonly record?: Consent;
}

/**
 * What stands now: the last record, and the first withdrawal after it. A withdrawal where nothing had been recorded
 * stands alone.
 */
export function standingOf(steps: readonly Step[]): Standing | undefined {
  let standing: Standing | undefined;
  for (const step of steps) {
    if (step.kind === 'record') standing = { recordedAt: step.recordedAt, record: step.record };
    else if (standing?.withdrawnAt === undefined) {
      standing = { recordedAt: step.recordedAt, ...standing, withdrawnAt: step.recordedAt };
    }
  }
  return standing;
}
