import { useTranslation } from 'react-i18next';
import { entriesPerPage, type listEntries } from '../../../../functions/custody/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { EntryRow } from './entry-row.tsx';
import { Button } from '../../parts/button.tsx';

/** One page of a log's entries, and the way to the others. */
export function LogEntries({
  answer: { entries, size, publishedSize },
  from,
  onFrom,
}: {
  readonly answer: AnswerOf<typeof listEntries>;
  /** Index of the first one. */
  readonly from: number;
  readonly onFrom: (from: number) => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <section className="section">
      <h2>{t('log.entries')}</h2>
      <p className="quiet">{t('log.sizes', { size, published: publishedSize })}</p>
      <ol className="log" start={from}>
        {entries.map((shown) => (
          <EntryRow key={shown.entry.entryId} shown={shown} />
        ))}
      </ol>
      <div className="row">
        {from > 0 && (
          <Button quiet onClick={() => onFrom(Math.max(0, from - entriesPerPage))}>
            {t('log.earlier')}
          </Button>
        )}
        {from + entries.length < size && (
          <Button quiet onClick={() => onFrom(from + entriesPerPage)}>
            {t('log.later')}
          </Button>
        )}
      </div>
    </section>
  );
}
