import * as z from 'zod';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { mailAddress } from '../../shared/values/mail-address.ts';

/**
 * The published port of `notices` for whoever enters people: where somebody is written to. Addresses are in this table and
 * nowhere else, and a role that may put one there can read none.
 */

const table = 'notices';

export const addressKey = (personId: string): Key => ({ table, pk: `person#${personId}`, sk: 'address' });

/** Undefined where none is known. */
export const parseAddress = (item: Item | undefined): string | undefined =>
  item === undefined ? undefined : z.object({ email: z.string() }).parse(item).email;

/** Keeps somebody's address, in place of one that was known before. */
export function putAddress(personId: string, email: string): Change {
  const { pk, sk } = addressKey(personId);
  return { kind: 'put', table, item: { pk, sk, email: mailAddress.parse(email) }, onRefused: 'retry' };
}

export const forgetAddress = (personId: string): Change => ({
  kind: 'delete',
  key: addressKey(personId),
  onRefused: 'retry',
});
