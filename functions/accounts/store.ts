import * as z from 'zod';
import type { Change, Item, Key } from '../shared/store/store.ts';
import { instant, type Instant } from '../shared/values/instants.ts';

/** How this lies in its table: whose account is to be brought in line with the directory, and how many were invited lately. */

const table = 'accounts';

// ---- accounts to be followed ----

export const toFollow = 'to-follow';
export const followKey = (personId: string): Key => ({ table, pk: toFollow, sk: personId });

const followItem = z.object({
  /** Of the change that wrote it: whoever follows takes away the mark that they read, and no later one. */
  mark: z.string(),
  since: instant,
  /** An invitation is to be sent. */
  invites: z.boolean(),
});
export type ToFollow = z.infer<typeof followItem>;

export const parseFollow = (item: Item | undefined): ToFollow | undefined =>
  item === undefined ? undefined : followItem.parse(item);

/** Written in the transaction that changes the person: whatever happens after it, the account is brought in line. */
export function putFollow(personId: string, mark: ToFollow): Change {
  const { pk, sk } = followKey(personId);
  return { kind: 'put', table, item: { pk, sk, ...mark }, onRefused: 'retry' };
}

export const followed = (personId: string, { mark }: ToFollow): Change => ({
  kind: 'delete',
  key: followKey(personId),
  when: { mark },
  onRefused: 'retry',
});

// ---- invitations lately ----

export const invitationsKey = (agencyId: string): Key => ({
  table,
  pk: `agency#${agencyId}`,
  sk: 'invitations',
});

const invitationsItem = z.object({
  version: z.int(),
  /** When the window began. */
  since: instant,
  number: z.int(),
});
export type Invitations = z.infer<typeof invitationsItem>;

export const parseInvitations = (item: Item | undefined): Invitations | undefined =>
  item === undefined ? undefined : invitationsItem.parse(item);

/** @param until from when on the database may forget it */
export function putInvitations(agencyId: string, invitations: Invitations, until: Instant): Change {
  const { pk, sk } = invitationsKey(agencyId);
  const expiresAt = Math.ceil(Date.parse(until) / 1000);
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...invitations, expiresAt },
    when: invitations.version === 1 ? 'absent' : { version: invitations.version - 1 },
    onRefused: 'retry',
  };
}
