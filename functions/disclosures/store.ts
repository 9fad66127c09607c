import * as z from 'zod';
import { ordersPartition } from '../orders/port/standing-orders.ts';
import { disclosuresOf } from '../cases/port/case-log.ts';
import { personPartition } from '../cases/port/standing-decision.ts';
import { openDisclosure, type Disclosable } from '../custody/port/disclosure.ts';
import type { Entry } from '../custody/port/entry.ts';
import { subjectPartition } from '../sessions/port/gate-decision.ts';
import { staffRole } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Change, Item, Key, Store } from '../shared/store/store.ts';
import { disclosureStates } from './contract.ts';

const table = 'disclosures';
const partition = (caseId: string): string => `case#${caseId}`;
const prefix = 'order#';

const person = z.object({ personId: z.string(), role: staffRole, pseudonym: z.string() });

/** What was ordered never changes: only whether it stands does. */
const orderItem = z.object({
  orderId: z.string(),
  caseId: z.string(),
  /** Whose log the entry is in; absent: the case's. */
  sessionId: z.string().optional(),
  /** Of the entry in that log. */
  index: z.int(),
  leafHash: z.string(),
  action: z.string(),
  /** What that entry is about, and whom an order in it protects. */
  subject: z.object({ kind: z.string(), ref: z.string() }),
  protected: z.string().optional(),
  fields: z.array(z.string()),
  to: person,
  basis: z.string(),
  orderedBy: person.extend({ agencyId: z.string() }),
  orderedAt: z.string(),
  state: z.enum(disclosureStates),
  version: z.int(),
  /** Opens the reasons of its own entries. */
  disclosures: z.record(z.string(), z.string()),
});
export type Order = z.infer<typeof orderItem>;

export const orderKey = (caseId: string, orderId: string): Key => ({
  table,
  pk: partition(caseId),
  sk: `${prefix}${orderId}`,
});

/** @throws {Refusal} `not-found` */
export function parseOrder(item: Item | undefined): Order {
  if (item === undefined) throw new Refusal('not-found');
  return orderItem.parse(item);
}

export const readOrdersOf = async (store: Store, caseId: string): Promise<readonly Order[]> =>
  (await queryAll(store, table, partition(caseId), { prefix })).map(parseOrder);

/** The next state of an order, over the one that was read. */
export function putOrder(before: Order | undefined, after: Omit<Order, 'version'>): Change {
  const { pk, sk } = orderKey(after.caseId, after.orderId);
  const version = (before?.version ?? 0) + 1;
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...after, version },
    when: before === undefined ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
}

interface Place {
  readonly pk: string;
  readonly prefix: string;
}

/** Where what opens the fields of an entry lies with whoever keeps it. */
const placeOf: Readonly<Record<Disclosable['keeper'], (caseId: string, entry: Entry) => Place>> = {
  cases: (caseId, { entryId }) => ({ pk: disclosuresOf(caseId), prefix: entryId }),
  // What is said of somebody for the case lies with them, what is said for a session with it.
  interpreting: (caseId, { logId, subject }) =>
    logId === caseId
      ? { pk: personPartition(caseId, subject?.ref ?? ''), prefix: 'declaration#' }
      : { pk: subjectPartition({ kind: 'session', sessionId: logId }), prefix: 'assignment#' },
  orders: (caseId, { subject }) =>
    subject?.kind === 'witness'
      ? { pk: personPartition(caseId, subject.ref), prefix: 'testimony#' }
      : { pk: ordersPartition(caseId), prefix: 'step#' },
  preparation: (_, { subject }) => ({
    pk: subjectPartition({ kind: 'session', sessionId: subject?.ref ?? '' }),
    prefix: '',
  }),
  witnesses: (caseId, { subject }) => ({
    pk: personPartition(caseId, subject?.ref ?? ''),
    prefix: 'consent#',
  }),
};

const kept = z.object({ disclosures: z.record(z.string(), z.string()).default({}) });

export interface Opened {
  readonly name: string;
  readonly value?: string;
  readonly disclosure?: string;
}

/** These fields of an entry, opened by what fits their digests and bears their name; one that was erased has no value. */
export async function openFields(
  store: Store,
  caseId: string,
  { entry, disclosable }: { readonly entry: Entry; readonly disclosable: Disclosable },
  fields: readonly string[],
): Promise<readonly Opened[]> {
  const { keeper } = disclosable;
  const { pk, prefix: begins } = placeOf[keeper](caseId, entry);
  const items = await queryAll(store, keeper, pk, begins === '' ? {} : { prefix: begins });
  const all = items.map((item) => kept.parse(item).disclosures);
  return fields.map((name) => {
    const digest = entry.sealed?.[name] ?? '';
    for (const { [name]: disclosure } of all) {
      const opened = disclosure === undefined ? undefined : openDisclosure(disclosure, digest);
      if (disclosure !== undefined && opened?.name === name) return { name, value: opened.value, disclosure };
    }
    return { name };
  });
}
