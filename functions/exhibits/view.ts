import type * as z from 'zod';
import type { Seat } from '../sessions/port/door.ts';
import { id } from '../shared/values/ids.ts';
import type { enterExhibit } from './contract.ts';
import type { Exhibit } from './store.ts';

/** An exhibit as somebody sees it who sees it always. */
export const viewOf = (
  exhibit: Exhibit,
  { pseudonym }: Pick<Seat, 'pseudonym'>,
): z.input<typeof enterExhibit.answer> => ({
  exhibitId: id.parse(exhibit.exhibitId),
  number: exhibit.number,
  by: { seat: exhibit.seat, pseudonym: exhibit.pseudonym },
  mine: exhibit.pseudonym === pseudonym,
  title: exhibit.title,
  notFor: exhibit.notFor,
  kind: exhibit.kind,
  bytes: exhibit.bytes,
  sha256: exhibit.sha256,
  pages: exhibit.pages,
  drawn: exhibit.drawn,
  state: exhibit.state,
  ...(exhibit.why === undefined ? {} : { why: exhibit.why }),
  allowed: exhibit.allowed,
});
