import * as z from 'zod';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Item, Store } from '../../shared/store/store.ts';

/** The published port of `cases` on which cases somebody is a member of: a line for each in the member's own partition. */

export const ownCases = (personId: string): string => `person#${personId}`;

const lineItem = z.object({
  caseId: z.string(),
  reference: z.string(),
  requestingState: z.string(),
  hostState: z.string(),
});
export type CaseLine = z.infer<typeof lineItem>;

export const parseLine = (item: Item): CaseLine => lineItem.parse(item);

export const readOwnCases = async (store: Store, personId: string): Promise<readonly CaseLine[]> =>
  (await queryAll(store, 'cases', ownCases(personId), { prefix: 'case#' })).map(parseLine);

/** What waits for somebody in each of their cases, all together. @param inCase what waits in one of them */
export async function inOwnCases<Row>(
  store: Store,
  personId: string,
  inCase: (line: CaseLine) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const lines = await readOwnCases(store, personId);
  return (await Promise.all(lines.map(inCase))).flat();
}
