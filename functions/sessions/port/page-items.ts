import * as z from 'zod';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { instant } from '../../shared/values/instants.ts';
import type { PageName } from './roster.ts';
import type { Page } from './week-pages.ts';

/** How the week pages of calendars lie in the table. */

const table = 'sessions';

export const pageKey = ({ calendar, week }: PageName): Key => ({
  table,
  pk: `calendar#${calendar}`,
  sk: `week#${week}`,
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

/** Holds a page that was looked at as it was read, while others are written. */
export const holdPage = (page: Page): Change => ({
  kind: 'check',
  key: pageKey(page),
  when: page.version === 0 ? 'absent' : { version: page.version },
  onRefused: 'retry',
});
