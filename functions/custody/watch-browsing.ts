/** Who sees that somebody reads far more than they did: the stream of the table, as what was read comes in. */
import { createHash } from 'node:crypto';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { accountRole } from '../shared/access/roles.ts';
import { logEvent } from '../shared/log.ts';
import { Stale, type Store } from '../shared/store/store.ts';
import { pseudonym } from '../shared/values/ids.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { readingUnusual } from './actions.ts';
import { browsingRules } from './access/contract.ts';
import { daysBefore, mayBeUnusual, unusualIn, type Unusual } from './browsing.ts';
import { fileFact } from './port/file-fact.ts';
import { accessLogId } from './port/log-class.ts';
import { readsOf, readsPrefix, type ReadItem } from './reads.ts';

/** One reader's hour. */
interface Hour {
  readonly agencyId: string;
  readonly personId: string;
  readonly hour: string;
}

/** Of whose hours something new was read, each once. */
export function hoursIn(records: readonly DynamoDBRecord[]): readonly Hour[] {
  const found = records.flatMap(({ eventName, dynamodb }) => {
    const [pk = '', sk = ''] = [dynamodb?.Keys?.['pk']?.S, dynamodb?.Keys?.['sk']?.S];
    if (eventName !== 'INSERT' || !pk.startsWith(readsPrefix)) return [];
    const [, agencyId = ''] = pk.split('#');
    const [personId = '', hour = ''] = sk.split('#');
    return [{ agencyId, personId, hour }];
  });
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}

/** Looks at each of these hours. What is unusual stands in the access log of each case that was read, once, and wakes somebody. */
export async function watchBrowsing(store: Store, now: () => Date, hours: readonly Hour[]): Promise<void> {
  for (const each of hours) await watchHour(store, now(), each);
}

async function watchHour(store: Store, now: Date, of: Hour): Promise<void> {
  const day = of.hour.slice(0, 10);
  const read = await readsOf(store, of, day, of.hour);
  if (!mayBeUnusual(read)) return;
  const days = Array.from({ length: daysBefore + 1 }, (_, ago) => dayAgo(day, ago));
  const all = (await Promise.all(days.map((one) => readsOf(store, of, one)))).flat();
  const before = all.filter(({ hour }) => hour < of.hour);
  for (const unusual of unusualIn(read, before)) {
    const first = new Map(read.map((each) => [each.caseId ?? each.agencyId, each]));
    const told = await Promise.all([...first.values()].map((each) => tell(store, now, each, unusual)));
    if (told.some(Boolean)) logEvent('custody.unusual-reading', { rule: unusual.rule, count: unusual.count });
  }
}

const dayAgo = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 24 * 3_600_000).toISOString().slice(0, 10);

const partition = (owner: string): string => `unusual#${owner}`;

/** @returns whether it had not been told */
async function tell(
  store: Store,
  now: Date,
  read: ReadItem,
  { rule, count, before }: Unusual,
): Promise<boolean> {
  const owner = read.caseId ?? read.agencyId;
  const { role, pseudonym: who, hour, personId } = read;
  const entryId = createHash('sha256')
    .update(`unusual ${rule} ${personId} ${hour} ${owner}`)
    .digest('base64url');
  const entry = readingUnusual.entry({
    entryId,
    actor: { system: 'custody' },
    authority: { kind: 'rule', ref: `${rule}: far more than in any hour of ${daysBefore} days` },
    subject: { kind: 'seat', ref: `${role} ${who}` },
    occurredAt: now.toISOString(),
    details: { rule, hour, count, before },
  });
  try {
    await store.write([
      {
        kind: 'put',
        table: 'custody',
        item: {
          pk: partition(owner),
          sk: `${hour}#${entryId}`,
          at: now.toISOString(),
          role,
          pseudonym: who,
          rule,
          count,
          before,
        },
        when: 'absent',
        onRefused: 'retry',
      },
      fileFact({ logId: accessLogId(owner), caseId: owner, entry, filedAt: now }),
    ]);
    return true;
  } catch (fault) {
    // Told already: the stream brings a record twice, and what comes later in the hour is of the same hour.
    if (fault instanceof Stale) return false;
    throw fault;
  }
}

const unusualItem = z.object({
  at: z.string(),
  role: accountRole,
  pseudonym,
  rule: z.enum(browsingRules),
  count: z.int(),
  before: z.int(),
});

/** The last ones of a case, newest first. */
export async function unusualOf(store: Store, caseId: string) {
  const items = await store.query('custody', partition(caseId), { descending: true, limit: 50 });
  return items.map((item) => {
    const { at, ...rest } = unusualItem.parse(item);
    return { at: parseInstant(at), ...rest };
  });
}
