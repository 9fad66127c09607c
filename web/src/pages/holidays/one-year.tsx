import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountryCode } from '../../../../functions/shared/values/countries.ts';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import { numberForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { useReader } from '../../parts/reader.tsx';
import { useDayWords } from '../../parts/use-day-words.ts';
import { CorrectDay } from './correct-day.tsx';
import {
  daysOf,
  type Correction,
  type CorrectionDraft,
  type HolidayYear,
  type YearDay,
} from './year-days.ts';

const nothing: CorrectionDraft = { kind: 'holiday', name: '' };

/** The days of one country and year, and the form that corrects one of them. */
export function OneYear({
  country,
  year,
  answer,
}: {
  readonly country: CountryCode;
  readonly year: number;
  readonly answer: HolidayYear;
}) {
  const { t } = useTranslation('keeping');
  const reader = useReader();
  const [draft, setDraft] = useState(nothing);
  const form = useRef<HTMLHeadingElement>(null);
  const days = daysOf(answer);
  const correct = ({ day, kind, name }: YearDay) => {
    setDraft({ day, kind, name });
    form.current?.focus();
  };
  return (
    <>
      <p className="quiet">
        {t('version', { number: numberForPeople(answer.version, reader) })}
        {answer.shipped && ` · ${t('holidays.source', { source: answer.source })}`}
      </p>
      {!answer.shipped && <Notice tone="wait" title={t('holidays.notShipped')} />}
      {answer.mayCorrect ? (
        <section className="section card" aria-labelledby="correct-title">
          <h2 id="correct-title" ref={form} tabIndex={-1}>
            {t('holidays.correct')}
          </h2>
          <CorrectDay
            {...{ country, year, days, draft }}
            version={answer.version}
            onDraft={setDraft}
            onDone={() => setDraft(nothing)}
          />
        </section>
      ) : (
        <Notice title={t('holidays.notYours')} />
      )}
      <section className="section" aria-labelledby="days-title">
        <h2 id="days-title">{t('holidays.days')}</h2>
        {days.length === 0 && <p>{t('holidays.none')}</p>}
        <ol className="days">
          {days.map((each) => (
            <OneDay
              key={each.day}
              of={each}
              onCorrect={answer.mayCorrect ? () => correct(each) : undefined}
            />
          ))}
        </ol>
      </section>
      <History corrections={answer.history} />
    </>
  );
}

function OneDay({
  of: { day, kind, name, shipped, corrected },
  onCorrect,
}: {
  readonly of: YearDay;
  readonly onCorrect: (() => void) | undefined;
}) {
  const { t } = useTranslation('keeping');
  const words = useDayWords()(day);
  const isAsShipped = corrected === undefined;
  return (
    <li className="day">
      <h3>{words}</h3>
      <div>
        <p className="holiday-name">
          {kind !== 'holiday' && <span className="badge badge-wait">{t(`holidays.kinds.${kind}`)}</span>}{' '}
          {/* What is shipped is written in English. */}
          <span lang={isAsShipped ? 'en' : undefined}>{name}</span>
        </p>
        {corrected !== undefined && (
          <p className="quiet">
            <span className="badge">{t('holidays.corrected')}</span>{' '}
            {shipped === undefined ? (
              t('holidays.wasNot')
            ) : (
              <>
                {t('holidays.was')} <span lang="en">{shipped.name}</span>
              </>
            )}
          </p>
        )}
        {onCorrect !== undefined && (
          <Button quiet small onClick={onCorrect}>
            {t('holidays.change')}
            <span className="unseen"> {words}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

function History({ corrections }: { readonly corrections: readonly Correction[] }) {
  const { t } = useTranslation(['keeping', 'staff']);
  const me = useOwnRecord();
  const reader = useReader();
  const dayWords = useDayWords();
  return (
    <section className="section" aria-labelledby="history-title">
      <h2 id="history-title">{t('holidays.history')}</h2>
      {corrections.length === 0 && <p>{t('holidays.noHistory')}</p>}
      <ol className="days">
        {corrections.toReversed().map(({ version, day, kind, name, at, role, agency, by }) => (
          <li key={version} className="day">
            <h3>{t('version', { number: numberForPeople(version, reader) })}</h3>
            <div>
              <p className="holiday-name">
                {dayWords(day)}: <span className="badge">{t(`holidays.kinds.${kind}`)}</span> {name}
              </p>
              <p className="quiet">
                {t(`staff:roles.${role}`)} <span className="pseudonym">{by}</span>, {agency}
                <br />
                <Moment at={parseInstant(at)} zone={me.zone} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
