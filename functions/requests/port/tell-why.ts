import { doneWith } from '../../notices/port/case-tasks.ts';
import type { Change } from '../../shared/store/store.ts';

/**
 * The published port of `requests` on what is asked of whoever holds contact while a host State permits no live link: to tell the
 * person why. Whoever lets a permission fall lets that be, too: what a State said is nothing to whoever is in another one.
 */
export const tellWhy = (party: string): string => `no-link ${party}`;

export const nothingToTell = (caseId: string, party: string): Change => doneWith(caseId, tellWhy(party));
