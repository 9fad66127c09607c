import { freePseudonym } from '../cases/port/membership.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Change, Key, Store } from '../shared/store/store.ts';
import type { RandomBytes } from '../shared/values/ids.ts';
import type { Reader } from './open-log.ts';

/**
 * Readers stand in the access log of an agency under pseudonyms that belong to it alone, so that who read what says nothing
 * about who changed what. Two items, since the second keeps two people from ever having the same.
 */
export async function agencyReader(
  agencyId: string,
  { personId, role }: Pick<Staff, 'personId' | 'role'>,
  { store, randomBytes }: { readonly store: Store; readonly randomBytes: RandomBytes },
): Promise<Reader> {
  const key = readerKey(agencyId, `person#${personId}`);
  const [known] = await store.get([key]);
  const pseudonym = known?.['pseudonym'];
  if (typeof pseudonym === 'string') return { role, pseudonym, changes: [] };
  const fresh = freePseudonym(role, [], randomBytes);
  return {
    role,
    pseudonym: fresh,
    changes: [put(key, { pseudonym: fresh }), put(readerKey(agencyId, `taken#${fresh}`), { personId })],
  };
}

const readerKey = (agencyId: string, sk: string): Key => ({
  table: 'custody',
  pk: `readers#${agencyId}`,
  sk,
});

const put = ({ table, pk, sk }: Key, fields: object): Change => ({
  kind: 'put',
  table,
  item: { pk, sk, ...fields },
  when: 'absent',
  onRefused: 'retry',
});
