import * as z from 'zod';
import type { Handler } from '../shared/http/call.ts';
import type { Change, Item, Key } from '../shared/store/store.ts';
import type * as contract from './contract.ts';

/**
 * The key under which somebody's pages keep what they typed in a browser, until it is sent. It lies here, so that what lies
 * on a machine that others use too can be read by nobody but the person who typed it, signed in. Why it is so:
 * infra/decisions/drafts-are-sealed.md.
 */

/** 256 bits. */
const keyBytes = 32;

export const draftsKeyOf = (personId: string): Key => ({
  table: 'directory',
  pk: `person#${personId}`,
  sk: 'drafts',
});

const keyItem = z.object({ key: z.string() });

/** Undefined for somebody whose pages have kept nothing yet. */
export const parseDraftsKey = (item: Item | undefined): string | undefined =>
  item === undefined ? undefined : keyItem.parse(item).key;

/** Makes the key of whoever asks, once; after that it is the same for ever. */
export const makeDraftsKey: Handler<typeof contract.keepDrafts> = ({ actor, context, commit }) =>
  commit(async () => {
    const place = draftsKeyOf(actor.personId);
    const known = parseDraftsKey((await context.store.get([place]))[0]);
    if (known !== undefined) return { changes: [], answer: { key: known } };
    const key = Buffer.from(context.randomBytes(keyBytes)).toString('base64');
    const { table, pk, sk } = place;
    const put: Change = { kind: 'put', table, item: { pk, sk, key }, when: 'absent', onRefused: 'retry' };
    return { changes: [put], answer: { key } };
  });
