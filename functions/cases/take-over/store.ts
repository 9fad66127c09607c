import * as z from 'zod';
import { stepFields, type Series } from '../../shared/store/numbered-series.ts';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { instant } from '../../shared/values/instants.ts';
import { takeOverReason } from './contract.ts';

/** How it lies in the table: each word a step of the person, and while it waits a line for the administrator of the agency. */

const ofStep = { ...stepFields, pseudonym: z.string() };
const step = z.discriminatedUnion('kind', [
  z.object({
    ...ofStep,
    kind: z.literal('asked'),
    takeOverId: z.string(),
    reason: takeOverReason,
    /** Who held contact, as a person and by pseudonym, and for which agency. */
    from: z.string(),
    fromPseudonym: z.string(),
    agencyId: z.string(),
    disclosures: z.record(z.string(), z.string()),
  }),
  z.object({ ...ofStep, kind: z.literal('confirmed'), of: z.int() }),
  z.object({ ...ofStep, kind: z.literal('ended'), of: z.int() }),
]);
export type TakeOverStep = z.output<typeof step>;
export const takeOvers: Series<TakeOverStep> = { table: 'cases', name: 'take-over', item: step };

const lineItem = z.object({
  takeOverId: z.string(),
  caseId: z.string(),
  party: z.string(),
  number: z.int(),
  askedBy: z.string(),
  from: z.string(),
  reason: takeOverReason,
  askedAt: instant,
});
export type TakeOverLine = z.output<typeof lineItem>;
export const parseTakeOverLine = (item: Item): TakeOverLine => lineItem.parse(item);

/** What waits for the administrator of an agency. */
export const takeOversOf = (agencyId: string): string => `take-overs#${agencyId}`;
export const lineKey = (agencyId: string, takeOverId: string): Key => ({
  table: 'cases',
  pk: takeOversOf(agencyId),
  sk: takeOverId,
});
export const putLineFor = (agencyId: string, line: TakeOverLine): Change => ({
  kind: 'put',
  table: 'cases',
  item: { pk: takeOversOf(agencyId), sk: line.takeOverId, ...line },
  when: 'absent',
  onRefused: 'retry',
});
export const dropLineFor = (agencyId: string, takeOverId: string): Change => ({
  kind: 'delete',
  key: lineKey(agencyId, takeOverId),
  onRefused: 'retry',
});

/** The name of what the one who held contact has to look at, among the tasks of the case. */
export const takeOverTask = (party: string): string => `take-over ${party}`;
