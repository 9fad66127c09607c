import * as z from 'zod';
import { staffRole } from '../shared/access/roles.ts';
import { stepFields, type NewStep, type Series } from '../shared/store/numbered-series.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Store } from '../shared/store/store.ts';
import { askedPurposes, howTold, purpose, toldWith, uses } from './contract.ts';

/**
 * How it lies in the table: every step about somebody an item under the next number, nothing overwritten. All of a case lie in one
 * partition, so that what waits for somebody is found by one query of each of their cases.
 */

const ofStep = {
  ...stepFields,
  /** Whoever did it, as the case has them. */
  role: staffRole,
  pseudonym: z.string(),
  agencyId: z.string(),
  /** Opens the commitments of the entry, by field name. */
  disclosures: z.record(z.string(), z.string()),
};

const step = z.discriminatedUnion('kind', [
  z.object({ ...ofStep, kind: z.literal('information'), text: z.string() }),
  z.object({
    ...ofStep,
    kind: z.literal('share'),
    information: z.int(),
    to: z.string(),
    purpose,
    /** The version of the standing consent on which it was shared. */
    consent: z.int(),
    ask: z.int().optional(),
  }),
  z.object({ ...ofStep, kind: z.literal('receipt'), share: z.int() }),
  z.object({ ...ofStep, kind: z.literal('ask'), purpose: z.enum(askedPurposes), why: z.string() }),
  z.object({ ...ofStep, kind: z.literal('declined'), ask: z.int(), reason: z.string().optional() }),
  z.object({ ...ofStep, kind: z.literal('use'), share: z.int(), use: z.enum(uses) }),
  z.object({
    ...ofStep,
    kind: z.literal('feedback'),
    use: z.int(),
    words: z.string(),
    /** Not there: the person may be told at once. */
    notYet: z.object({ reason: z.string(), until: z.iso.date() }).optional(),
  }),
  z.object({
    ...ofStep,
    kind: z.literal('told'),
    feedback: z.int(),
    on: z.iso.date(),
    how: z.enum(howTold),
    with: z.enum(toldWith),
    said: z.string().optional(),
  }),
  z.object({ ...ofStep, kind: z.literal('not-told-yet'), feedback: z.int(), reason: z.string() }),
]);
export type StoredStep = z.output<typeof step>;
export type StepOf<Kind extends StoredStep['kind']> = Extract<StoredStep, { readonly kind: Kind }>;

/** A step without what is the same for all. */
export type SaidStep =
  NewStep<StoredStep> extends infer Each
    ? Each extends unknown
      ? Omit<Each, 'recordedAt' | 'recordedBy' | 'role' | 'pseudonym' | 'agencyId' | 'disclosures'>
      : never
    : never;

export const sharingPartition = (caseId: string): string => `case#${caseId}`;

const prefix = 'step#';

export const stepsAbout = (party: string): Series<StoredStep> => ({
  table: 'sharing',
  name: `${prefix}${party}`,
  item: step,
});

/** Every step of a case, by whom it is about. */
export async function readAllSteps(
  store: Store,
  caseId: string,
): Promise<ReadonlyMap<string, readonly StoredStep[]>> {
  const items = await queryAll(store, 'sharing', sharingPartition(caseId), { prefix });
  const byParty = Map.groupBy(items, ({ sk }) => sk.slice(prefix.length, sk.lastIndexOf('#')));
  return new Map([...byParty].map(([party, own]) => [party, own.map((item) => step.parse(item))]));
}
