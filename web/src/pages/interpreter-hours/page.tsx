import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sumMonth } from '../../../../functions/interpreting/times/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Select } from '../../parts/fields.tsx';
import { Page } from '../../parts/page.tsx';
import { useMonths } from '../../parts/use-months.ts';

/** Months back that can be looked at. */
const monthsBack = 11;

/** What the reader's interpreters were booked for in a month and what they worked: sums, and of no case. */
export default function InterpreterHoursPage() {
  const { t } = useTranslation(['interpreting', 'keeping']);
  const { months, now } = useMonths('Etc/UTC', monthsBack);
  const [month, setMonth] = useState(now);
  const found = useAnswer(sumMonth, { query: { month } });
  return (
    <Page title={t('hours.title')} above={{ to: '/people', label: t('keeping:accounts.title') }}>
      <p>{t('hours.what')}</p>
      <Select label={t('hours.month')} value={month} onChoose={setMonth} options={months} />
      <Answer of={found}>
        {({ people }) =>
          people.length === 0 ? (
            <p>{t('hours.none')}</p>
          ) : (
            <ul className="cards">
              {people.map((person) => (
                <li key={person.personId} className="card" data-testid="hours-of-interpreter">
                  <OfPerson person={person} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}

type Row = AnswerOf<typeof sumMonth>['people'][number];

function OfPerson({ person: { label, sessions, booked, actual, noShows } }: { readonly person: Row }) {
  const { t } = useTranslation('interpreting');
  return (
    <>
      <h2>{label}</h2>
      <dl className="facts">
        <div>
          <dt>{t('hours.sessions')}</dt>
          <dd>{sessions}</dd>
        </div>
        <div>
          <dt>{t('times.booked')}</dt>
          <dd>{t('times.minutes', { minutes: booked })}</dd>
        </div>
        <div>
          <dt>{t('times.actual')}</dt>
          <dd>{t('times.minutes', { minutes: actual })}</dd>
        </div>
        <div>
          <dt>{t('hours.noShows')}</dt>
          <dd>
            {noShows.length === 0
              ? t('hours.noNoShows')
              : `${noShows.length}: ${noShows.map((why) => t(`noShow.why.${why}`)).join(', ')}`}
          </dd>
        </div>
      </dl>
    </>
  );
}
