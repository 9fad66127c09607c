import * as z from 'zod';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { instant } from '../../shared/values/instants.ts';
import type { PageName } from './roster.ts';
import type { Page } from './week-pages.ts';

/** How the week pages of calendars lie in the table. */

const table = 'sessions';
const [pages, weeks] = ['calendar#', 'week#'];

export const pageKey = ({ calendar, week }: PageName): Key => ({
  table,
  pk: `${pages}${calendar}`,
  sk: `${weeks}${week}`,
});

const pageItem = z.object({
  version: z.number().int(),
  taken: z.array(
    z.strictObject({ start: instant, end: instant, sessionId: z.string(), until: instant.optional() }),
  ),
});

/** A page that was never written is an empty one. */
export const parsePage = ({ calendar, week }: PageName, item: Item | undefined): Page => ({
  calendar,
  week,
  ...(item === undefined ? { version: 0, taken: [] } : pageItem.parse(item)),
});

/** Writes a page as changed by `rewritten`: only over the version that was read. */
export const putPage = (page: Page): Change => {
  const { version, taken } = page;
  const { pk, sk } = pageKey(page);
  return {
    kind: 'put',
    table,
    item: { pk, sk, version, taken },
    when: version === 1 ? 'absent' : { version: version - 1 },
    onRefused: 'retry',
  };
};

/**
 * The page that a change only gives back: nothing of the session is still to come on it. Undefined for any other change.
 * Whatever it says until it is written keeps others away, and lets nobody in.
 */
export function pageGivenBack(change: Change, sessionId: string, now: Date): PageName | undefined {
  if (change.kind !== 'put' || !change.item.pk.startsWith(pages)) return undefined;
  const { pk, sk } = change.item;
  const page = parsePage({ calendar: pk.slice(pages.length) as PageName['calendar'], week: '' }, change.item);
  const stays = page.taken.some((each) => each.sessionId === sessionId && each.end > now.toISOString());
  return stays ? undefined : { calendar: page.calendar, week: sk.slice(weeks.length) };
}

/** Holds a page that was looked at as it was read, while others are written. */
export const holdPage = (page: Page): Change => ({
  kind: 'check',
  key: pageKey(page),
  when: page.version === 0 ? 'absent' : { version: page.version },
  onRefused: 'retry',
});
