import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sumMonth } from '../../../../functions/interpreting/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Select } from '../../parts/fields.tsx';
import { Page } from '../../parts/page.tsx';
import { useReader } from '../../parts/reader.tsx';
import { useToday } from '../../parts/use-now.ts';

/** Months back that can be looked at. */
const monthsBack = 12;

/** What the reader's interpreters were booked for in a month and what they worked: sums, and of no case. */
export default function InterpreterHoursPage() {
  const { t } = useTranslation(['interpreting', 'keeping']);
  const months = useMonths();
  const [month, setMonth] = useState(months[0]?.value ?? '');
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
        <dt>{t('hours.sessions')}</dt>
        <dd>{sessions}</dd>
        <dt>{t('times.booked')}</dt>
        <dd>{t('times.minutes', { minutes: booked })}</dd>
        <dt>{t('times.actual')}</dt>
        <dd>{t('times.minutes', { minutes: actual })}</dd>
        <dt>{t('hours.noShows')}</dt>
        <dd>
          {noShows.length === 0
            ? t('hours.noNoShows')
            : `${noShows.length}: ${noShows.map((why) => t(`noShow.why.${why}`)).join(', ')}`}
        </dd>
      </dl>
    </>
  );
}

/** This month and those before it, in the reader's words; months are those of UTC. */
function useMonths() {
  const { language } = useReader();
  const today = useToday('Etc/UTC');
  const [year = 0, month = 1] = today.split('-').map(Number);
  const name = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return Array.from({ length: monthsBack }, (_, back) => {
    const first = new Date(Date.UTC(year, month - 1 - back));
    return { value: first.toISOString().slice(0, 7), label: name.format(first) };
  });
}
