import * as z from 'zod';
import { personPartition } from '../../cases/port/standing-decision.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Change, Item, Key, Store } from '../../shared/store/store.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import { identity, unmaskingGrounds, type Identity } from './contract.ts';
import { dataKeyBytes, seal, unseal } from './sealing.ts';
import type { Unmasking } from './unmasking.ts';

/**
 * How it lies: what is sealed in the table `vault`, the data key of each person in the table `vaultkeys`, so that neither alone
 * tells anything; and in our first table that something is kept, in which version, or that it was erased. That last one is
 * asked first: from a copy of the vault of before an erasure nothing is read.
 */

type Whose = { readonly caseId: string; readonly party: string };

const partitionOf = ({ caseId, party }: Whose) => personPartition(caseId, party);

const keptKey = (whose: Whose): Key => ({ table: 'witnesses', pk: partitionOf(whose), sk: 'vault' });
const sealedKey = (whose: Whose): Key => ({ table: 'vault', pk: partitionOf(whose), sk: 'identity' });
const dataKeyKey = (whose: Whose): Key => ({ table: 'vaultkeys', pk: partitionOf(whose), sk: 'data-key' });
const unmaskingKey = (whose: Whose, unmaskingId: string): Key => ({
  table: 'witnesses',
  pk: partitionOf(whose),
  sk: `unmasking#${unmaskingId}`,
});

/** Whether something is kept of somebody. */
const keptItem = z.object({
  state: z.enum(['kept', 'erased']),
  version: z.int().min(1),
  since: z.string(),
});
export type Kept = z.infer<typeof keptItem>;

export const keptKeys = (whose: Whose): readonly Key[] => [keptKey(whose)];
export const vaultKeys = (whose: Whose): readonly Key[] => [
  keptKey(whose),
  sealedKey(whose),
  dataKeyKey(whose),
];
export const unmaskingKeys = (whose: Whose, unmaskingId: string): readonly Key[] => [
  unmaskingKey(whose, unmaskingId),
];

export function keptIn(found: Found, whose: Whose): Kept | undefined {
  const item = found(keptKey(whose));
  return item === undefined ? undefined : keptItem.parse(item);
}

/**
 * @throws {Refusal} `identity-erased`; `does-not-fit` where nothing was ever kept
 */
export function assertKept(found: Found, whose: Whose): Kept {
  const kept = keptIn(found, whose);
  if (kept?.state === 'erased') throw new Refusal('identity-erased');
  if (kept === undefined)
    throw doesNotFit('', 'Nothing is kept of this person yet. The one who holds contact enters it first.');
  return kept;
}

const putKept = (whose: Whose, before: Kept | undefined, after: Kept): Change => {
  const { pk, sk } = keptKey(whose);
  return {
    kind: 'put',
    table: 'witnesses',
    item: { pk, sk, ...after },
    when: before === undefined ? 'absent' : { state: before.state, version: before.version },
    onRefused: 'retry',
  };
};

/** That what is kept stays as it was read, until this is written. */
export const stillKept = (whose: Whose, kept: Kept): Change => putKept(whose, kept, kept);

const about = (whose: Whose, version: number): string => `${partitionOf(whose)} identity ${version}`;

/** What is sealed: the identity, and what opens the commitment in the log. */
const sealedSchema = z.strictObject({ identity, disclosure: z.string() });
type Sealed = { readonly identity: Identity; readonly disclosure: string };

/**
 * Keeps an identity in place of the one before.
 * @param found with what `vaultKeys` names
 */
export function putIdentity(
  whose: Whose,
  found: Found,
  sealed: Sealed,
  { now, randomBytes }: { readonly now: Date; readonly randomBytes: RandomBytes },
): { readonly version: number; readonly changes: readonly Change[] } {
  const before = keptIn(found, whose);
  const version = (before?.version ?? 0) + 1;
  const known = dataKeyIn(found, whose);
  const dataKey = known ?? randomBytes(dataKeyBytes);
  const { pk, sk } = sealedKey(whose);
  const place = dataKeyKey(whose);
  const text = seal(JSON.stringify(sealed), dataKey, about(whose, version), randomBytes);
  return {
    version,
    changes: [
      putKept(whose, before, { state: 'kept', version, since: now.toISOString() }),
      {
        kind: 'put',
        table: 'vault',
        item: { pk, sk, version, sealed: text },
        when: before === undefined ? 'absent' : { version: before.version },
        onRefused: 'retry',
      },
      ...(known === undefined
        ? [
            {
              kind: 'put',
              table: 'vaultkeys',
              item: { pk: place.pk, sk: place.sk, dataKey: Buffer.from(dataKey).toString('base64') },
              when: 'absent',
              onRefused: 'retry',
            } as const,
          ]
        : []),
    ],
  };
}

function dataKeyIn(found: Found, whose: Whose): Uint8Array | undefined {
  const item = found(dataKeyKey(whose));
  return item === undefined ? undefined : Buffer.from(z.string().parse(item['dataKey']), 'base64');
}

/**
 * @param found with what `vaultKeys` names
 * @throws Error where the vault is not as it was left: a version that another one replaced, a key that is gone
 */
export function openIdentity(found: Found, whose: Whose, { version }: Kept): Sealed {
  const item = found(sealedKey(whose));
  const dataKey = dataKeyIn(found, whose);
  if (item === undefined || dataKey === undefined)
    throw new Error('The vault does not have what is kept in it.');
  const text = unseal(z.string().parse(item['sealed']), dataKey, about(whose, version));
  return sealedSchema.parse(JSON.parse(text));
}

/** Takes the key away, and what it opened; that there was something stays. */
export const eraseFor = (whose: Whose, kept: Kept, now: Date): readonly Change[] => [
  putKept(whose, kept, { state: 'erased', version: kept.version, since: now.toISOString() }),
  { kind: 'delete', key: dataKeyKey(whose), when: 'present', onRefused: 'retry' },
  { kind: 'delete', key: sealedKey(whose), when: { version: kept.version }, onRefused: 'retry' },
];

const person = z.object({ personId: z.string(), pseudonym: z.string(), agencyId: z.string() });
const unmaskingItem = z.object({
  unmaskingId: z.string(),
  ground: z.enum(unmaskingGrounds),
  minutes: z.int(),
  askedAt: z.string(),
  askedBy: person,
  decision: z.object({ is: z.enum(['agree', 'decline']), at: z.string(), by: person }).optional(),
  readings: z.int(),
  /** Why it was asked, under the person's data key: it may tell of them, and is gone with that key. */
  sealedReason: z.string(),
});
const reasonSchema = z.strictObject({
  reason: z.string(),
  /** Opens the commitment to it in the log. */
  disclosure: z.string(),
});
export type KeptUnmasking = z.infer<typeof unmaskingItem> & Unmasking;

const aboutReason = (whose: Whose, unmaskingId: string): string =>
  `${partitionOf(whose)} unmasking ${unmaskingId}`;

/**
 * @param found with what `vaultKeys` names
 * @throws Error where something is kept and its key is gone
 */
export function sealReason(
  whose: Whose,
  found: Found,
  unmaskingId: string,
  why: z.input<typeof reasonSchema>,
  randomBytes: RandomBytes,
): string {
  const dataKey = dataKeyIn(found, whose);
  if (dataKey === undefined) throw new Error('The vault does not have the key of what is kept in it.');
  return seal(JSON.stringify(why), dataKey, aboutReason(whose, unmaskingId), randomBytes);
}

/** Why it was asked; nothing once the key is gone. @param found with what `vaultKeys` names */
export function reasonOf(whose: Whose, found: Found, { unmaskingId, sealedReason }: KeptUnmasking) {
  const dataKey = dataKeyIn(found, whose);
  if (dataKey === undefined || keptIn(found, whose)?.state !== 'kept') return undefined;
  const text = unseal(sealedReason, dataKey, aboutReason(whose, unmaskingId));
  return reasonSchema.parse(JSON.parse(text)).reason;
}

const parseUnmasking = (item: Item): KeptUnmasking => unmaskingItem.parse(item);

/** @throws {Refusal} `not-found` where this person has no such unmasking: another person's is not theirs */
export function unmaskingIn(found: Found, whose: Whose, unmaskingId: string): KeptUnmasking {
  const item = found(unmaskingKey(whose, unmaskingId));
  if (item === undefined) throw new Refusal('not-found');
  return parseUnmasking(item);
}

/** Newest first. */
export async function readUnmaskings(store: Store, whose: Whose): Promise<readonly KeptUnmasking[]> {
  const items = await queryAll(store, 'witnesses', partitionOf(whose), { prefix: 'unmasking#' });
  return items.map(parseUnmasking).toSorted((one, other) => (one.askedAt < other.askedAt ? 1 : -1));
}

export function putUnmasking(whose: Whose, before: KeptUnmasking | undefined, after: KeptUnmasking): Change {
  const { pk, sk } = unmaskingKey(whose, after.unmaskingId);
  return {
    kind: 'put',
    table: 'witnesses',
    item: { pk, sk, ...after, decided: after.decision !== undefined },
    when:
      before === undefined ? 'absent' : { decided: before.decision !== undefined, readings: before.readings },
    onRefused: 'retry',
  };
}

/**
 * The mark of what one person last asked about somebody: two asks at the same moment both move it, so one of them reads again.
 */
export function markAsked(found: Found, whose: Whose, personId: string, unmaskingId: string): Change {
  const { pk, sk } = askedKey(whose, personId);
  const item = found({ table: 'witnesses', pk, sk });
  return {
    kind: 'put',
    table: 'witnesses',
    item: { pk, sk, unmaskingId },
    when: item === undefined ? 'absent' : { unmaskingId: z.string().parse(item['unmaskingId']) },
    onRefused: 'retry',
  };
}

export const askedKey = (whose: Whose, personId: string): Key => ({
  table: 'witnesses',
  pk: partitionOf(whose),
  sk: `asked#${personId}`,
});
