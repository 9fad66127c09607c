import { personPartition } from '../../cases/port/standing-decision.ts';
import { parseStanding, putStanding, standingKey, type Standing } from '../../cases/port/standing.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Change, Item, Key, Store } from '../../shared/store/store.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { lastDayOf } from '../consent/standing.ts';
import { consents } from '../store.ts';

/**
 * What the records of consent say of somebody's age, which goes with who they are: the eighteenth birthday, what opens the entries
 * about it, and the day on which a child's consent ends, where that is the eve of it. All else that was said stays as it was.
 */

type Whose = { readonly caseId: string; readonly party: string };

/** As the records of today say it, and those of before. */
const tellsAge = ['ofAgeOn', 'born'] as const;

const keyOf = ({ caseId, party }: Whose): Key => standingKey(caseId, party, 'consent');
export const agedKeys = (whose: Whose): readonly Key[] => [keyOf(whose)];

interface ErasedAge {
  /** A consent whose end told the birthday stands no more, and is asked anew. */
  readonly consentFell: boolean;
  /** @param leafHash of the entry that says so */
  readonly changes: (leafHash: string) => readonly Change[];
}

/** @param found with what `agedKeys` names */
export async function eraseAge(store: Store, found: Found, whose: Whose, now: Date): Promise<ErasedAge> {
  const items = await queryAll(store, consents.table, personPartition(whose.caseId, whose.party), {
    prefix: `${consents.name}#`,
  });
  const stood = parseStanding(found(keyOf(whose)));
  const fell = stood?.state === 'open' && items.some((item) => endsByAge(item, stood));
  const records = items.flatMap((item) => withoutAge(item) ?? []);
  return {
    consentFell: fell,
    changes: (leafHash) => [
      ...records,
      ...(fell
        ? [
            putStanding({ caseId: whose.caseId, pseudonym: whose.party, gate: 'consent' }, stood, {
              state: stood.refused === true ? 'refused' : 'missing',
              recordedAt: parseInstant(now.toISOString()),
              leafHash,
            }),
          ]
        : []),
    ],
  };
}

/** Whether what stands ends on the eve of the birthday that a record says. */
function endsByAge(item: Item, { days }: Standing): boolean {
  const step = consents.item.parse(item);
  if (step.kind !== 'record' || !('person' in step.record)) return false;
  const { validUntil: _, ...byAgeAlone } = step.record;
  return days?.to !== undefined && days.to === lastDayOf(byAgeAlone);
}

/** The record without it; undefined where it says nothing of it. */
function withoutAge(item: Item): Change | undefined {
  const {
    record = {},
    disclosures = {},
    recordedAt,
  } = item as {
    readonly record?: Readonly<Record<string, unknown>>;
    readonly disclosures?: Readonly<Record<string, unknown>>;
    readonly recordedAt?: string;
  };
  if (!tellsAge.some((name) => name in record || name in disclosures)) return undefined;
  return {
    kind: 'put',
    table: consents.table,
    item: { ...item, record: stripped(record), disclosures: stripped(disclosures) },
    when: { recordedAt },
    onRefused: 'retry',
  };
}

const stripped = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !tellsAge.some((each) => each === name)));
