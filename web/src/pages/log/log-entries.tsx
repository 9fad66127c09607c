import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { entriesPerPage, readingMinutes, type listEntries } from '../../../../functions/custody/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { latinDigits } from '../../parts/date-parts.ts';
import { EntryRow } from './entry-row.tsx';
import { indexTyped, turnsFrom } from './pages.ts';

interface Turning {
  /** Index of the first entry that is shown. */
  readonly from: number;
  readonly onFrom: (from: number) => void;
}

/** One page of a log's entries, and the way to the others. */
export function LogEntries({
  answer: { entries, size, publishedSize, part },
  caseId,
  ...turning
}: Turning & {
  readonly answer: AnswerOf<typeof listEntries>;
  /** Of a case’s log, and of that of one of its sessions. */
  readonly caseId?: string | undefined;
}) {
  const { t } = useTranslation('staff');
  const first = entries[0]?.entry.index;
  const last = entries.at(-1)?.entry.index;
  const isLong = size > entriesPerPage;
  const isPart = part !== undefined;
  return (
    <section className="section">
      <h2>{t('log.entries')}</h2>
      <p className="quiet">{t('log.sizes', { size, published: publishedSize })}</p>
      <p className="quiet">{t('log.reading', { minutes: readingMinutes })}</p>
      {isLong && (
        <>
          <Jump size={size} onFrom={turning.onFrom} />
          <Turns {...turning} size={size} />
        </>
      )}
      {isPart && (
        <Notice tone="plain" title={t('log.yourPart')}>
          <p>
            {t('log.part', {
              shown: entries.length,
              of: Math.min(entriesPerPage, size - turning.from),
            })}
          </p>
          <p>{t('log.partFile')}</p>
        </Notice>
      )}
      <p className={isLong && entries.length > 0 ? 'quiet' : 'unseen'} role="status">
        {entries.length > 0 && t('log.shown', { first, last })}
      </p>
      <ol className="log" start={first}>
        {entries.map((shown) => (
          <EntryRow key={shown.entry.entryId} shown={shown} caseId={caseId} />
        ))}
      </ol>
      {isLong && <Turns {...turning} size={size} />}
    </section>
  );
}

/** Four buttons that stay where they are, with the focus on them, also where they lead nowhere. */
function Turns({ from, onFrom, size }: Turning & { readonly size: number }) {
  const { t } = useTranslation('staff');
  const turns = turnsFrom(from, size, entriesPerPage);
  const names = ['first', 'earlier', 'later', 'last'] as const;
  return (
    <div className="row">
      {names.map((name) => (
        <Button key={name} quiet busy={turns[name] === from} onClick={() => onFrom(turns[name])}>
          {t(`log.${name}`)}
        </Button>
      ))}
    </div>
  );
}

/** To an entry by its number, as `verify` names it. */
function Jump({ size, onFrom }: Pick<Turning, 'onFrom'> & { readonly size: number }) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const jump = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const index = indexTyped(latinDigits(typed), size);
    if (index !== undefined) onFrom(index);
  };
  return (
    <form className="row log-jump" onSubmit={jump}>
      <label>
        {t('log.number')}{' '}
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          size={8}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <Button quiet submit>
        {t('log.jump')}
      </Button>
    </form>
  );
}
