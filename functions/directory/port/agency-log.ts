import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { prepareAppend, headKey, parseHead } from '../../custody/port/append.ts';
import { commitment, SALT_BYTES } from '../../custody/port/disclosure.ts';
import { freePseudonym } from '../../cases/port/membership.ts';
import type { Role, Staff } from '../../shared/access/roles.ts';
import type { Context } from '../../shared/http/call.ts';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { newId, type RandomBytes } from '../../shared/values/ids.ts';

/**
 * The log of an agency: who changed which calendar, room or holiday of its. It belongs to no case, so in it people stand
 * under pseudonyms of their own, which say nothing about who they are in any case. The log's id is the agency's.
 *
 * What was set is sealed: the entry holds a commitment, and what opens it lies beside the item it is about, one for
 * each version, so that an agency can prove later what a calendar said on a day.
 */

export type LogSubject =
  | { readonly kind: 'person'; readonly personId: string; readonly role: Role }
  | { readonly kind: 'room' | 'holidays'; readonly ref: string };

export interface AgencyChange {
  readonly agencyId: string;
  readonly actor: Staff;
  readonly subject: LogSubject;
  /** The entry, by whoever acts and about the subject. @param digest the commitment to what is sealed */
  readonly entry: (by: EntryBy, digest: string) => DeclaredEntry;
  /** What was set; becomes a commitment in the entry and a disclosure in `history`. */
  readonly sealed?: { readonly name: string; readonly value: unknown };
  /** Where the version that this change made is remembered: the key of that version. */
  readonly history: Key;
  /** Facts of the version that may be shown. */
  readonly remembered?: Readonly<Record<string, unknown>>;
}

/** What is added to the changes: the entry, the version in the history, pseudonyms where they are new. */
export async function entered(
  change: AgencyChange,
  now: Date,
  { store, randomBytes }: Context,
): Promise<Change[]> {
  const { agencyId, actor, subject, sealed } = change;
  const people = [{ personId: actor.personId, role: actor.role as Role }];
  if (subject.kind === 'person' && subject.personId !== actor.personId) people.push(subject);
  const [headItem, ...items] = await store.get([
    headKey(agencyId),
    ...people.map(({ personId }) => aliasKey(agencyId, personId)),
  ]);
  const aliases = people.map((person, index) => aliasOf(person, items[index], randomBytes));
  const actorAlias = aliases[0]?.alias ?? '';
  const hidden = sealed && commitment(sealed.name, JSON.stringify(sealed.value), randomBytes(SALT_BYTES));
  const by: EntryBy = {
    entryId: newId(randomBytes),
    actor: { role: actor.role, pseudonym: actorAlias },
    authority: { kind: 'role', ref: actor.role },
    subject: {
      kind: subject.kind,
      ref: subject.kind === 'person' ? (aliases.at(-1)?.alias ?? '') : subject.ref,
    },
    occurredAt: now.toISOString(),
  };
  const log = prepareAppend({
    logId: agencyId,
    caseId: agencyId,
    head: parseHead(headItem),
    entries: [change.entry(by, hidden?.digest ?? '')],
    recordedAt: now,
  });
  const { pk, sk } = change.history;
  const version = {
    pk,
    sk,
    at: by.occurredAt,
    by: actorAlias,
    ...change.remembered,
    ...(hidden ? { disclosure: hidden.disclosure } : {}),
  };
  return [
    ...log.changes,
    ...aliases.filter(({ isNew }) => isNew).flatMap((alias) => putAlias(agencyId, alias)),
    put(version),
  ];
}

interface Alias {
  readonly personId: string;
  readonly alias: string;
  readonly isNew: boolean;
}

const table = 'directory';
const aliasKey = (agencyId: string, personId: string): Key => ({
  table,
  pk: `agency#${agencyId}`,
  sk: `alias#${personId}`,
});

function aliasOf(
  { personId, role }: { readonly personId: string; readonly role: Role },
  item: Item | undefined,
  randomBytes: RandomBytes,
): Alias {
  const known = item?.['alias'];
  return typeof known === 'string'
    ? { personId, alias: known, isNew: false }
    : { personId, alias: freePseudonym(role, [], randomBytes), isNew: true };
}

/** Two items, since the second is what keeps two people of one log from ever having the same pseudonym. */
const putAlias = (agencyId: string, { personId, alias }: Alias): Change[] => [
  put({ pk: `agency#${agencyId}`, sk: `alias#${personId}`, alias }),
  put({ pk: `agency#${agencyId}`, sk: `taken#${alias}`, personId }),
];

const put = (item: Item): Change => ({ kind: 'put', table, item, when: 'absent', onRefused: 'retry' });
