import * as z from 'zod';
import { entryKey, placeKey } from '../../custody/port/append.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Change, Key, Store } from '../../shared/store/store.ts';
import { capacityOn } from './capacity.ts';
import { moveWitness, type CaseWitness } from './membership.ts';

/**
 * The published port of `cases` on what was said of somebody who is heard, and its erasure. What opens the sealed fields of the
 * entries about one person (what they speak, when they are of age, where they are) lies in one item, so that all of it can go in one
 * act; entries of before have an item each.
 */

type Whose = Pick<CaseWitness, 'caseId' | 'pseudonym'>;

const table = 'cases';
const partitionOf = (caseId: string): string => `disclosures#${caseId}`;
const prefix = 'of#';
export const saidKey = ({ caseId, pseudonym }: Whose): Key => ({
  table,
  pk: partitionOf(caseId),
  sk: `${prefix}${pseudonym}`,
});

/** Of so many entries about one person, the last ones, it is kept what opens them. */
const mostSaid = 50;

const disclosures = z.record(z.string(), z.string());
const saidItem = z.object({
  said: z.array(z.strictObject({ entryId: z.string(), disclosures })),
  /** How often something was said, since the first time. */
  count: z.int().min(1),
});

/** One more thing was said. @param found with what `saidKey` names */
export function putSaid(
  found: Found,
  whose: Whose,
  entry: z.output<typeof saidItem>['said'][number],
): Change {
  const { pk, sk } = saidKey(whose);
  const item = found(saidKey(whose));
  const { said, count } = item === undefined ? { said: [], count: 0 } : saidItem.parse(item);
  return {
    kind: 'put',
    table,
    item: { pk, sk, said: [...said, entry].slice(-mostSaid), count: count + 1 },
    when: item === undefined ? 'absent' : { count },
    onRefused: 'retry',
  };
}

/**
 * Takes away what somebody speaks and when they are of age, and what opens every entry about them. That they are heard as a child
 * stays, as it was on that day.
 * @param found with what `witnessKeys` and `saidKey` name
 * @param day `YYYY-MM-DD`, where they are
 */
export async function eraseSaid(
  store: Store,
  found: Found,
  witness: CaseWitness,
  day: string,
): Promise<readonly Change[]> {
  const capacity = capacityOn(witness, day);
  const gone = [
    ...(found(saidKey(witness)) === undefined ? [] : [saidKey(witness)]),
    ...(await earlierKeys(store, witness)),
  ];
  return [
    moveWitness(found, witness, {
      languages: undefined,
      ofAgeOn: undefined,
      ...(capacity === 'child' ? { capacity } : {}),
      erased: true,
    }),
    ...gone.map((key): Change => ({ kind: 'delete', key, when: 'present', onRefused: 'retry' })),
  ];
}

const earlierItem = z.object({ disclosures });
const placeItem = z.object({ logId: z.string(), index: z.int() });
const leafOf = z.object({ subject: z.object({ ref: z.string() }) });

/** What was kept before by the id of the entry alone: about whom it is, the entry says. */
async function earlierKeys(store: Store, { caseId, pseudonym }: Whose): Promise<readonly Key[]> {
  const items = (await queryAll(store, table, partitionOf(caseId))).filter(
    (item) => !item.sk.startsWith(prefix) && isOfPerson(earlierItem.parse(item).disclosures),
  );
  const places = await store.get(items.map(({ sk }) => placeKey(sk)));
  const at = places.map((place) => placeItem.parse(place));
  const entries = await store.get(at.map(({ logId, index }) => entryKey(logId, index)));
  return items.flatMap(({ pk, sk }, n) => {
    const { ref } = leafOf.parse(JSON.parse(z.string().parse(entries[n]?.['leaf']))).subject;
    return ref === pseudonym ? [{ table, pk, sk }] : [];
  });
}

const isOfPerson = (opens: Readonly<Record<string, string>>): boolean =>
  ['languages', 'ofAgeOn', 'zone'].some((name) => name in opens);
